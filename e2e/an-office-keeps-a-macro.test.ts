import { expect } from 'vitest';
import { bring, eventsOf, handler, look, register } from './harness/arrange-matter.ts';
import { chooseOption } from './harness/choose-option.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';

const colleague = 'mediator-qingshan-housing';
const visit = '已电话联系双方，约定三日内上门查看。';

story('An office keeps its usual steps, a colleague uses them, and they are retired', async ({ stage }) => {
  const name = `接收并约看 ${Date.now().toString(36)}`;
  const [byMenu, byPalette, tooLate] = [await offered('甲'), await offered('乙'), await offered('丙')];

  const keeper = await stage.arrive(handler, '/macros');
  await keeper.getByRole('button', { name: '新增常用步骤' }).click();
  const form = keeper.getByRole('dialog', { name: '新增常用步骤' });
  const stepAt = (at: number) => form.getByRole('group', { name: `第 ${at} 步`, exact: true });
  const whatAt = (at: number) => stepAt(at).getByRole('combobox', { name: '做什么' });
  const save = form.getByRole('button', { name: '保存' });
  await save.click();
  expect(await form.getByText('必须填写').count()).toBe(2);
  await form.getByLabel('名称').fill(name);
  await chooseOption(keeper, whatAt(1), '接收');
  await form.getByRole('button', { name: '再加一步' }).click();
  await chooseOption(keeper, whatAt(2), '受理');
  // Steps that no matter could go through in this order are refused, and nothing typed is lost.
  await save.click();
  await form.getByText('第 2 步接不上前面的步骤').waitFor();
  await chooseOption(keeper, whatAt(2), '记一笔');
  await stepAt(2).getByLabel('记录内容').fill(visit);
  await inspectPage(keeper, 'form of a macro', '[role=dialog]');
  await keeper.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await keeper.getByRole('button', { name: '新增常用步骤' }).click();
  expect(await form.getByLabel('名称').inputValue()).toBe(name);
  expect(await stepAt(2).getByLabel('记录内容').inputValue()).toBe(visit);
  await keeper.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  const card = keeper.getByRole('listitem').filter({ has: keeper.getByRole('heading', { name }) });
  await card.getByText(visit).waitFor();
  expect(await card.innerText()).toMatch(/接收[\s\S]*记一笔[\s\S]*张伟/);
  await inspectPage(keeper, 'macros, with one');

  // A colleague finds it in the menu of a matter ...
  const page = await stage.arrive(colleague, `/matters/${byMenu.id}`);
  await page.locator('.matter-acts').getByRole('button', { name: '其他' }).click();
  await page.getByRole('menuitem', { name: '常用步骤…' }).click();
  const using = page.getByRole('dialog', { name: '使用常用步骤' });
  const chosen = using.getByRole('combobox', { name: '要做什么' });
  const preview = using.getByRole('button', { name: '先看看结果' });
  await chooseOption(page, chosen, name);
  await using.getByText(visit).waitFor();
  await inspectPage(page, 'a macro on one matter', '[role=dialog]');
  await preview.click();
  await using.getByText('将变为“办理中”').waitFor();
  expect(eventsOf(await look(byMenu.id))).toEqual(['register', 'accept', 'route']);
  await using.getByRole('button', { name: '办理 1 件' }).click();
  await using.getByText('已办理 1 件，未办 0 件。').waitFor();
  await using.getByRole('button', { name: '完成' }).click();
  await using.waitFor({ state: 'hidden' });
  await page.getByText(visit).first().waitFor();
  const after = await look(byMenu.id);
  expect(after).toMatchObject({ status: 'handling', handler: { name: '周敏' } });
  expect(eventsOf(after).slice(-2)).toEqual(['accept-hand-over', 'log-step']);

  // ... and by keyboard alone in the palette.
  await page.goto(`/matters/${byPalette.id}`);
  await page.locator('.matter-head').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('常用步骤');
  await expect.poll(() => page.getByRole('option').first().innerText()).toContain('常用步骤…');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await chooseOption(page, chosen, name);
  await preview.press('Enter');
  await using.getByText('将变为“办理中”').waitFor();
  // The focus is on what comes next.
  await page.keyboard.press('Enter');
  await using.getByText('已办理 1 件，未办 0 件。').waitFor();
  await page.keyboard.press('Enter');
  await using.waitFor({ state: 'hidden' });
  expect((await look(byPalette.id)).status).toBe('handling');

  // Retired while a colleague has it in hand: nothing is done with it any more.
  await page.goto(`/matters/${tooLate.id}`);
  await page.locator('.matter-acts').getByRole('button', { name: '其他' }).click();
  await page.getByRole('menuitem', { name: '常用步骤…' }).click();
  await chooseOption(page, chosen, name);
  await card.getByRole('button', { name: `停用 ${name}` }).click();
  const retiring = keeper.getByRole('dialog', { name: '停用' });
  await inspectPage(keeper, 'retiring a macro', '[role=dialog]');
  await retiring.getByRole('button', { name: '停用' }).click();
  await retiring.waitFor({ state: 'hidden' });
  await card.waitFor({ state: 'detached' });
  await preview.click();
  await using.getByRole('alert').waitFor();
  expect(eventsOf(await look(tooLate.id))).toEqual(['register', 'accept', 'route']);
  await page.reload();
  await page.locator('.matter-acts').getByRole('button', { name: '其他' }).click();
  await page.getByRole('menuitem', { name: '常用步骤…' }).click();
  await using.getByText('本单位还没有常用步骤').or(chosen).first().waitFor();
  if (await chosen.isVisible()) {
    await chosen.press('ArrowDown');
    expect(await page.locator('.ant-select-item-option', { hasText: name }).count()).toBe(0);
  }
});

async function offered(who: string) {
  return bring(await register({ story: `${who}户反映外墙渗水，物业公司说要等业主大会。` }), 'route');
}
