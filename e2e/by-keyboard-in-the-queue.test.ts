import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { dispatcher, look, register } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { openByCode } from './harness/open-by-code.ts';
import { story } from './harness/story.ts';

const rows = '[data-matter-row]';
const rowInHand = (page: Page) =>
  page.evaluate(
    (all) => [...document.querySelectorAll(all)].indexOf(document.activeElement as Element),
    rows,
  );

story(
  'Somebody works through the queue without a mouse, and comes back to where they were',
  async ({ stage }) => {
    const page = await stage.arrive(dispatcher, '/matters?queue=office');
    await page.locator(rows).nth(20).waitFor();
    const { keyboard } = page;
    await keyboard.press('j');
    await keyboard.press('j');
    expect(await rowInHand(page)).toBe(1);
    await keyboard.press('k');
    expect(await rowInHand(page)).toBe(0);
    for (let row = 0; row < 18; row += 1) await keyboard.press('j');
    const list = page.locator('.queue-list');
    const scrolled = await list.evaluate((one) => one.scrollTop);
    expect(scrolled).toBeGreaterThan(0);
    await keyboard.press('Enter');
    await page.locator('.matter-head').waitFor();
    expect(await page.locator(rows).nth(18).getAttribute('aria-current')).toBe('page');
    expect(await list.evaluate((one) => one.scrollTop)).toBe(scrolled);

    await page.getByRole('link', { name: '登记', exact: true }).click();
    await page.getByLabel('发生了什么').waitFor();
    await page.goBack();
    await page.locator(rows).nth(18).waitFor();
    // Rows that were not drawn yet are a guess of the browser's: within less than a row it is the same place.
    await expect
      .poll(async () => Math.abs((await list.evaluate((one) => one.scrollTop)) - scrolled))
      .toBeLessThan(40);
  },
);

story('Letters take the steps, never while somebody is typing, and ? says which', async ({ stage }) => {
  const matter = await register({ story: '用字母键办理的一件事项。' });
  const page = await stage.arrive(dispatcher);
  await openByCode(page, matter);
  const { keyboard } = page;
  await keyboard.press('?');
  const keys = page.getByRole('dialog', { name: '快捷键' });
  await keys.getByText('下一件').waitFor();
  await inspectPage(page, 'keys', '[role=dialog]');
  await keyboard.press('a');
  await keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  expect(await page.getByRole('dialog').count()).toBe(0);

  await keyboard.press('l');
  await keyboard.type('all xylophones');
  expect(await page.getByLabel('记一笔').inputValue()).toBe('all xylophones');
  await keyboard.press('Escape');
  await keyboard.press('a');
  const form = page.getByRole('dialog', { name: '受理' });
  await form.getByLabel('备注').waitFor();
  await keyboard.insertText('键盘受理。');
  await keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  expect(await look(matter.id)).toMatchObject({ status: 'accepted' });
  // What was begun elsewhere on the page is still there.
  expect(await page.getByLabel('记一笔').inputValue()).toBe('all xylophones');
});
