import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ListAbsencesAnswer } from '#contract/organisations/absences.ts';
import { bring, handler, housingName, look, register } from './harness/arrange-matter.ts';
import { choose } from './harness/at-the-counter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { get, post } from './harness/program.ts';
import { story } from './harness/story.ts';
import { take } from './harness/take-action.ts';

const securityAdmin = 'security-admin';

story('An administrator makes an account and posts it; its owner signs in and works', async ({ stage }) => {
  const { id } = await bring(await register({ story: '新来的同事接手的第一件事项。' }), 'route');
  const page = await stage.arrive(securityAdmin, '/people');
  await page.getByRole('button', { name: '开设账号' }).click();
  const form = page.getByRole('dialog');
  await inspectPage(page, 'form of account', '[role=dialog]');
  await form.getByLabel('姓名').fill('新同事');
  await form.getByLabel('用户名').fill(`handler-${Date.now()}`);
  await form.locator('[type=submit]').click();
  const password = await form.locator('.initial-password').innerText();
  const username = await form.getByText(/^handler-\d+$/).innerText();
  await form.getByRole('button', { name: '安排任职' }).click();
  await form.getByLabel('单位').waitFor();
  await choose(page, '单位', housingName);
  await choose(page, '任职', '承办人');
  await inspectPage(page, 'form of posting', '[role=dialog]');
  await form.locator('[type=submit]').click();
  await form.waitFor({ state: 'hidden' });
  await page.getByLabel('姓名或用户名').fill(username);
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('row').filter({ hasText: username }).getByText(housingName).waitFor();
  await inspectPage(page, 'people');

  const newcomer = await stage.sitDown();
  await newcomer.goto(`/matters/${id}`);
  await signIn(newcomer, username, password);
  await newcomer.locator('.matter-head').waitFor();
  await take(newcomer, 'accept-hand-over');
  await newcomer.getByText('办理中').first().waitFor();
  expect((await look(id)).handler?.name).toBe('新同事');

  await page.getByRole('button', { name: /结束 新同事/ }).click();
  await choose(page, '接手人', '张伟');
  await inspectPage(page, 'form of leaving', '[role=dialog]');
  await form.locator('[type=submit]').click();
  await form.waitFor({ state: 'hidden' });
  expect((await look(id)).handler?.name).toBe('张伟');
  // With the last posting the session has ended, too; whoever signs in again finds nothing to do.
  await newcomer.reload();
  await signIn(newcomer, username, password);
  await newcomer.getByText('没有有效的任职').first().waitFor();
});

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Nobody is away whom an interrupted run of the story left so. */
async function callEverybodyBack(): Promise<void> {
  const { absences } = await get<ListAbsencesAnswer>(handler, 'organisation/absences');
  for (const { id, version } of absences.filter(({ mayCancel }) => mayCancel)) {
    await post(handler, `organisation/absences/${id}/actions/cancel`, { version });
  }
}

story("While a colleague is away their work stands in the deputy's queue", async ({ stage }) => {
  await callEverybodyBack();
  const matter = await bring(
    await register({ story: '承办人外出期间由同事照看的事项。' }),
    'accept-hand-over',
  );
  const row = `[href^="/matters/${matter.id}"]`;
  const deputy = await stage.arrive('mediator-qingshan-housing', '/matters');
  await deputy.getByText('我的待办').waitFor();
  expect(await deputy.locator(row).count()).toBe(0);

  const page = await stage.arrive(handler, '/absences');
  await page.getByRole('button', { name: '登记外出' }).click();
  const form = page.getByRole('dialog');
  await choose(page, '代理人', '周敏');
  await form.getByLabel('至（含当日）').fill(await form.getByLabel('自').inputValue());
  await inspectPage(page, 'form of absence', '[role=dialog]');
  await form.locator('[type=submit]').click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('row').filter({ hasText: '张伟' }).getByText('周敏').waitFor();
  await inspectPage(page, 'absences');

  await deputy.reload();
  await deputy.locator(row).waitFor();
  await page.getByRole('button', { name: '取消外出 张伟' }).first().click();
  await form.locator('[type=submit]').click();
  await form.waitFor({ state: 'hidden' });
  await deputy.reload();
  await deputy.getByText('我的待办').waitFor();
  await expect.poll(() => deputy.locator(row).count()).toBe(0);
});
