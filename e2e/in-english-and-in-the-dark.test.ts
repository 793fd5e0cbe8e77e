import { expect } from 'vitest';
import { clerk, dispatcher, register } from './harness/arrange-matter.ts';
import { openCounter, tell } from './harness/at-the-counter.ts';
import { chooseFromMenu } from './harness/choose-from-menu.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';

const chinese = /[\u4e00-\u9fff]/;

story('Somebody changes the language and the colours, and both are remembered', async ({ stage }) => {
  const { id } = await register({ story: 'The roof has leaked for half a year and nobody repairs it.' });
  const page = await stage.arrive(dispatcher, `/matters/${id}`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await inspectPage(page, 'matter, English');

  const appearance = page.getByRole('button', { name: 'Appearance' });
  await chooseFromMenu(page, appearance, 'Dark', page.locator('html[data-palette=dark]'));
  await page.reload();
  await page.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('data-palette')).toBe('dark');
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(Math.max(...(background.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(60);

  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '受理', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});

story(
  'In English nothing on the counter is left in Chinese but the names of the place',
  async ({ stage }) => {
    const page = await openCounter(stage, clerk);
    await tell(page, { story: '物业公司停水停电', applicant: 'Li', kind: '物业纠纷' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('What happened').waitFor();
    for (const said of await page
      .locator('form label, form legend, form button, .field-hint')
      .allInnerTexts()) {
      expect(said).not.toMatch(chinese);
    }
    for (const said of await page.locator('.noticed h2').allInnerTexts()) expect(said).not.toMatch(chinese);
    await inspectPage(page, 'counter, English');
  },
);
