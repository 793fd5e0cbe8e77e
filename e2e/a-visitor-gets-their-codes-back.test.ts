import { expect } from 'vitest';
import { clerk, register } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';

story('A visitor who lost the receipt gets their own codes back, and no more', async ({ stage }) => {
  const phone = `139${String(Date.now()).slice(-8)}`;
  const { code } = await register({
    story: '丢了回执的来访人的一件事项。',
    parties: [{ seat: 'applicant', kind: 'person', name: '丢三落四的人', phone }],
  });
  const page = await stage.arrive(clerk, '/visitors');
  await page
    .getByLabel('电话', { exact: true })
    .last()
    .fill(phone.replace(/(\d{3})(\d{4})/, '$1 $2 '));
  await page.keyboard.press('Enter');
  await page.getByText(code.slice(-4)).first().waitFor();
  await inspectPage(page, 'visitors');
  const shown = await page.locator('main').innerText();
  expect(shown).toContain('已登记');
  for (const more of ['丢三落四的人', '丢了回执的来访人']) expect(shown).not.toContain(more);
  expect(page.url()).not.toContain(phone);

  await page.getByLabel('电话', { exact: true }).last().fill('13900000000');
  await page.keyboard.press('Enter');
  await page.getByText('没有以此登记的在办事项').waitFor();
});
