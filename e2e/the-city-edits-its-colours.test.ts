import { expect } from 'vitest';
import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import { supervisor } from './harness/arrange-matter.ts';
import { chooseOption } from './harness/choose-option.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { wordOfItsOwn } from './harness/of-this-run.ts';
import { get } from './harness/program.ts';
import { story } from './harness/story.ts';

const ofTheCity = 'supervisor-baotou';
/** So far ahead that no other story sees other colours. */
const day = '2099-01-05';

story('The city edits the rules of the four colours, tries them, and publishes them', async ({ stage }) => {
  const note = `提前到一成提示${wordOfItsOwn()}。`;
  const page = await stage.arrive(ofTheCity, '/levels');
  await page.getByRole('button', { name: '修改规则' }).click();
  const draft = page.getByRole('region', { name: '草案' });
  const rows = draft.locator('.draft-rows > li');
  const last = rows.last();
  const before = await rows.count();

  // A row without its number, and no row by which danger is red: both are said at their place.
  const danger = rows.filter({ hasText: '人身安全标记' });
  await danger.getByRole('button', { name: '删除这一行' }).click();
  await draft.getByRole('button', { name: '再加一行' }).click();
  await draft.getByRole('button', { name: '在过去 90 天上试算' }).click();
  await last.getByText('这里要写一个整数').waitFor();
  await draft.getByText('必须有一行：有人身安全标记即为红色').waitFor();
  await expect
    .poll(() => last.getByRole('spinbutton').evaluate((one) => one === document.activeElement))
    .toBe(true);
  await inspectPage(page, 'level rules with faults');

  await last.getByRole('spinbutton').fill('10');
  await draft.getByRole('button', { name: '再加一行' }).click();
  await chooseOption(page, last.getByRole('combobox', { name: '颜色' }), '红色');
  await chooseOption(page, last.getByRole('combobox', { name: '事实' }), '人身安全标记');
  expect(await draft.getByRole('alert').count()).toBe(0);

  // Leaving the page loses nothing.
  await page.getByRole('link', { name: '督办' }).click();
  await page.getByRole('link', { name: '四色' }).click();
  await expect.poll(() => rows.count()).toBe(before + 1);

  await draft.getByRole('button', { name: '在过去 90 天上试算' }).click();
  const tried = draft.getByText(/件事项曾在办理中，其中 \d+ 件的最重颜色会不同/);
  await tried.waitFor();
  expect(Number(/其中 (\d+) 件/.exec(await tried.innerText())?.[1])).toBeGreaterThan(0);
  const changes = draft.getByRole('table', { name: '颜色会不同的事项' });
  expect(await changes.getByRole('row').count()).toBeGreaterThan(1);
  await inspectPage(page, 'level rules tried');

  await draft.getByRole('button', { name: '发布', exact: true }).click();
  await draft.getByText('必须填写').waitFor();
  await draft.getByLabel('生效日期').fill(day);
  await draft.getByLabel('修改原因').fill(note);
  await draft.getByRole('button', { name: '发布', exact: true }).click();
  await draft.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '即将生效' }).waitFor();
  await page.getByText(note).waitFor();
  const rules = await get<LevelRulesView>(ofTheCity, 'levels/rules');
  expect(rules.upcoming.at(-1)).toMatchObject({ inForceFrom: day, note });

  // Whoever supervises a county reads them, and edits nothing.
  const reader = await stage.arrive(supervisor, '/levels');
  await reader.getByText(note).waitFor();
  await reader.getByText('规则由市中心的督办人员修改和发布。').waitFor();
  expect(await reader.getByRole('button', { name: '修改规则' }).count()).toBe(0);
  await inspectPage(reader, 'level rules, read');
});
