import type { Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { noticeKinds } from '#contract/language/zh.ts';
import { bring, clerk, handler, register, step } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { demoAccount } from './harness/program.ts';
import { story } from './harness/story.ts';

const colleague = 'mediator-qingshan-housing';
/** Travel: a kind that no other story brings, so that the list holds what this one did. */
const kind = '11';
const ofTravel = { kind, story: '旅行社临时改了行程，游客要求退一半团费，双方各执一词。' };
const toTakeOver = `/matters?status=offered&kind=${kind}`;

const bellOf = (page: Page) => page.locator('.bell');
const sayingOf = (page: Page) => bellOf(page).getAttribute('aria-label');
const isStream = (response: Response) => response.url().endsWith('/notices/stream') && response.ok();
const offerOne = async () => bring(await register(ofTravel), 'route');

/** Somebody at a computer of their own, whose session is theirs to end, with nothing unread from before. */
async function sitDownWithNothingUnread(page: Page): Promise<void> {
  await page.goto(toTakeOver);
  const listening = page.waitForResponse(isStream);
  await page.getByRole('button', { name: handler }).click();
  await listening;
  await page.goto(toTakeOver);
  await page.waitForResponse(isStream);
  await bellOf(page).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: '提醒' });
  await drawer.locator('.notice-link').or(drawer.getByText('最近 30 天没有提醒')).first().waitFor();
  const readAll = drawer.getByRole('button', { name: '全部已读' });
  if (await readAll.isVisible()) await readAll.click();
  await readAll.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  expect(await sayingOf(page)).toBe('提醒：没有未读');
}

story("A colleague's step rings the bell at once, and what was read or done is quiet", async ({ stage }) => {
  const page = await stage.sitDown();
  await sitDownWithNothingUnread(page);
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));

  const first = await offerOne();
  await expect.poll(() => sayingOf(page)).toBe('提醒：1 条未读');
  await page.locator(`[data-matter-row="${first.id}"]`).waitFor();
  // Nobody had to look: it is said to whoever listens to the page.
  expect(await page.getByRole('status').allInnerTexts()).toContain('提醒：1 条未读');
  const second = await offerOne();
  await expect.poll(() => sayingOf(page)).toBe('提醒：2 条未读');

  await bellOf(page).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: '提醒' });
  const noticeOf = ({ code }: { code: string }) =>
    drawer.locator('.notice-link', { hasText: code.match(/.{4}/g)?.join(' ') ?? code });
  await noticeOf(second).waitFor();
  await inspectPage(page, 'bell', '[role=dialog]');
  expect(await noticeOf(first).innerText()).toMatch(new RegExp(`^未读\\s+${noticeKinds.offered}`));

  // A colleague takes one of them over: nothing is left to do about it, read or not.
  await step(colleague, second, 'accept-hand-over');
  await noticeOf(first).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/matters/${first.id}*`);
  await page.locator('.matter-head').waitFor();
  await expect.poll(() => sayingOf(page)).toBe('提醒：没有未读');
  await bellOf(page).click();
  await noticeOf(second).getByText('已办').waitFor();
  expect(await drawer.locator('.notice-new').count()).toBe(0);
  expect(await page.locator('html').getAttribute('data-same-page')).toBe('');
});

story(
  'Signing out in one tab ends the listening in the other, and loses nothing there',
  async ({ stage }) => {
    const page = await stage.sitDown();
    await sitDownWithNothingUnread(page);
    const matter = await bring(await register(ofTravel), 'accept-hand-over');
    await page.goto(`/matters/${matter.id}`);
    await page.waitForResponse(isStream);
    const half = '电话联系旅行社，约定周五';
    await page.getByLabel('记一笔').fill(half);

    // The listening has ended, and nobody may begin it anew.
    const refused = page.waitForResponse(
      (response) => response.url().endsWith('/notices/stream') && response.status() === 401,
      { timeout: 60_000 },
    );
    const other = await page.context().newPage();
    await other.goto('/matters');
    await other.getByRole('button', { name: /^账号：/ }).click();
    await other.getByRole('menuitem', { name: '退出登录' }).click();
    await other.getByRole('region', { name: '演示账号' }).waitFor();
    await refused;

    // Not a minute later, and not only when something is clicked.
    const again = page.getByRole('dialog', { name: '请重新登录' });
    await again.waitFor();
    await inspectPage(page, 'signed out elsewhere', '[role=dialog]');
    const missed = await offerOne();
    const { password } = await demoAccount(handler);
    await again.getByLabel('用户名').fill(handler);
    await again.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('记一笔').inputValue()).toBe(half);

    // What came meanwhile is there, and a colleague's note on one's own matter rings again.
    await expect.poll(() => sayingOf(page)).toBe('提醒：1 条未读');
    expect(missed.status).toBe('offered');
    await step(clerk, matter, 'log-step', { kind: 'phone', text: '来访人来电询问进展。' });
    await expect.poll(() => sayingOf(page), { timeout: 60_000 }).toBe('提醒：2 条未读');
  },
);
