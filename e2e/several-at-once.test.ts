import { expect } from 'vitest';
import { clerk, dispatcher, eventsOf, look, register, step } from './harness/arrange-matter.ts';
import { chooseOption } from './harness/choose-option.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';

/** Intellectual property: a kind that no other story brings. */
const kind = '16';

story('Several matters at once: looked at before, done each for itself, reported on', async ({ stage }) => {
  const bringOne = (what: string) =>
    register({ kind, story: `${what}：网店未经许可使用了他人拍摄的商品照片，要求下架并赔偿。` });
  const [good, changed, accepted] = [await bringOne('甲店'), await bringOne('乙店'), await bringOne('丙店')];
  await step(dispatcher, accepted, 'accept');

  const page = await stage.arrive(dispatcher, `/matters?queue=office&kind=${kind}`);
  const rowOf = ({ id }: { id: string }) => page.locator(`[data-matter-row="${id}"]`);
  await rowOf(accepted).waitFor();
  await page.getByRole('button', { name: '多选' }).click();
  const bar = page.getByRole('toolbar', { name: '批量办理' });
  await bar.getByText('已选 0 件').waitFor();
  for (const one of [good, changed, accepted]) {
    await rowOf(one).focus();
    await page.keyboard.press('x');
  }
  await bar.getByText('已选 3 件').waitFor();
  await inspectPage(page, 'queue, selecting');
  const acting = bar.getByRole('button', { name: '批量办理' });
  await acting.click();
  const form = page.getByRole('dialog', { name: '批量办理 3 件' });
  const what = form.getByRole('combobox', { name: '要做什么' });
  const note = form.getByLabel('备注');
  const preview = form.getByRole('button', { name: '先看看结果' });
  await what.waitFor();
  await preview.click();
  await form.getByText('必须填写').waitFor();
  await chooseOption(page, what, '受理（2 件可办）');
  const said = '三家网店使用同一组照片，一并受理。';
  await note.fill(said);
  await inspectPage(page, 'several at once, choosing', '[role=dialog]');

  // Neither Esc nor a cut network loses what was typed.
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await acting.click();
  expect(await note.inputValue()).toBe(said);
  await page.context().setOffline(true);
  await preview.click();
  await form.getByText('没有办成，您填写的内容还在').waitFor();
  await page.context().setOffline(false);
  expect(await note.inputValue()).toBe(said);
  await preview.click();

  // What would become of each: the one that cannot first, with its reason. Nothing has happened yet.
  await form.getByText('还没有办理').waitFor();
  const lines = form.getByRole('listitem');
  await expect.poll(() => lines.count()).toBe(3);
  expect(await lines.first().innerText()).toMatch(/丙店[\s\S]*不能[\s\S]*目前的状态不能做这一步/);
  expect(await lines.nth(1).innerText()).toContain('将变为“已受理”，青山区综治中心');
  await inspectPage(page, 'several at once, preview', '[role=dialog]');
  expect([(await look(good.id)).version, (await look(changed.id)).version]).toEqual([1, 1]);
  await form.getByRole('button', { name: '返回修改' }).click();
  expect(await note.inputValue()).toBe(said);
  await preview.click();
  const run = form.getByRole('button', { name: '办理 2 件' });
  await run.waitFor();

  // Meanwhile a colleague changes one of them: it is left as it is, and the others are done.
  await step(clerk, changed, 'log-step', { kind: 'phone', text: '来访人补充：照片已经下架。' });
  await run.click();
  await form.getByText('已办理 1 件，未办 1 件。').waitFor();
  expect(await lines.first().innerText()).toMatch(/乙店[\s\S]*有变动[\s\S]*别人已经作了改动/);
  expect(await lines.last().innerText()).toMatch(/甲店[\s\S]*已办理[\s\S]*现在“已受理”/);
  await inspectPage(page, 'several at once, report', '[role=dialog]');
  await form.getByRole('button', { name: '完成' }).click();
  await form.waitFor({ state: 'hidden' });
  await bar.waitFor({ state: 'hidden' });
  await rowOf(good).getByText('已受理').waitFor();

  const done = await look(good.id);
  expect(eventsOf(done)).toEqual(['register', 'accept']);
  expect(done.timeline.find(({ type }) => type === 'accept')?.text).toBe(said);
  expect(eventsOf(await look(changed.id))).toEqual(['register', 'log-step']);
  expect(eventsOf(await look(accepted.id))).toEqual(['register', 'accept']);

  // What has been used is not offered again.
  await page.getByRole('button', { name: '多选' }).click();
  await rowOf(changed).focus();
  await page.keyboard.press('x');
  await acting.click();
  const next = page.getByRole('dialog', { name: '批量办理 1 件' });
  await chooseOption(page, next.getByRole('combobox', { name: '要做什么' }), '受理（1 件可办）');
  expect(await next.getByLabel('备注').inputValue()).toBe('');
});
