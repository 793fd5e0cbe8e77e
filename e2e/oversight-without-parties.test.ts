import { expect } from 'vitest';
import type { Figures } from '#contract/oversight/oversight.ts';
import { bring, register, supervisor } from './harness/arrange-matter.ts';
import { chooseFromMenu } from './harness/choose-from-menu.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { get } from './harness/program.ts';
import { story } from './harness/story.ts';

/** As many as the list shows before more is asked for. */
const pageLength = 50;
const parties = [
  { seat: 'applicant', kind: 'person', name: '独一无二的名字', phone: '13800006666' },
] as const;

story("A supervisor's figures open the matters behind them, and nobody's name", async ({ stage }) => {
  const subject = '督办也看不到内容的一件事项';
  await bring(await register({ story: `${subject}，不应出现在督办页面。`, parties: [...parties] }), 'accept');
  const { rows } = await get<Figures>(supervisor, 'oversight/figures');
  const [row] = rows.filter(({ open }) => open > 0);
  if (!row) throw new Error('no open matter in the region');

  const page = await stage.arrive(supervisor, '/oversight');
  const line = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row.region.label }) });
  await line
    .first()
    .getByRole('button', { name: String(row.open), exact: true })
    .first()
    .click();
  const behind = page.getByRole('table').last().locator('tbody tr');
  await expect.poll(() => behind.count()).toBe(Math.min(row.open, pageLength));
  await inspectPage(page, 'oversight');
  const shown = await page.locator('main').innerText();
  expect(shown).not.toContain('独一无二的名字');
  expect(shown).not.toContain(subject);

  const chosen = page.getByRole('button', { name: '阶段 · 已受理' });
  await chooseFromMenu(page, page.getByRole('button', { name: '阶段' }), '已受理', chosen);
  const stages = behind.locator('td:nth-child(4)');
  await expect.poll(async () => new Set(await stages.allInnerTexts())).toEqual(new Set(['已受理']));
});

story('A leader sees how the centres stand, and no counter and no queue', async ({ stage }) => {
  const page = await stage.arrive('leader-baotou');
  await page.getByRole('heading', { name: '督办' }).waitFor();
  await page.getByRole('rowheader', { name: '青山区' }).first().waitFor();
  const places = await page.getByRole('navigation').getByRole('link').allInnerTexts();
  expect(places).not.toContain('办理');
  expect(places).not.toContain('登记');
  const open = page.getByRole('columnheader', { name: '在办' });
  await open.getByRole('button').click();
  expect(await open.getAttribute('aria-sort')).toBe('descending');
});
