import { expect } from 'vitest';
import { actions } from '#contract/language/zh.ts';
import { bring, clerk, dispatcher, handler, register } from './harness/arrange-matter.ts';
import { chooseFromMenu } from './harness/choose-from-menu.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { wordOfItsOwn } from './harness/of-this-run.ts';
import { story } from './harness/story.ts';

const toldOf = (bird: string) => `九楼住户在阳台养了一群${bird}，清晨鸣叫，楼下多次上门说理。`;

story('Somebody finds a matter by a part of a word, by keyboard alone', async ({ stage }) => {
  const parties = [{ seat: 'applicant', kind: 'person', name: '尉迟独一' }] as const;
  const bird = wordOfItsOwn();
  const matter = await register({ story: toldOf(bird), parties: [...parties] });
  const page = await stage.arrive(clerk);
  await page.getByRole('search').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(bird.slice(1));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=*');
  const hit = page.locator('[data-matter-row]', { hasText: bird });
  await hit.waitFor();
  expect(await hit.locator('mark').allInnerTexts()).toContain(bird.slice(1));
  await inspectPage(page, 'search');
  await page.locator('body').click({ position: { x: 5, y: 400 } });
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/matters/${matter.id}`);

  // Nobody is found by who they are.
  await page.goto(`/search?q=${encodeURIComponent('尉迟独一')}`);
  await page.getByText('没有找到').waitFor();
});

story('The palette leads to a matter, to a page, and to the next step', async ({ stage }) => {
  const bird = wordOfItsOwn();
  const matter = await register({ story: `${toldOf(bird)}物业调解过一次，没有结果。` });
  const page = await stage.arrive(dispatcher, `/matters/${matter.id}`);
  await page.locator('.matter-head').waitFor();
  await page.keyboard.press('Control+k');
  const lines = page.getByRole('option');
  await lines.filter({ hasText: actions.accept }).first().waitFor();
  await inspectPage(page, 'palette', '.palette');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(actions.accept);
  await expect.poll(() => lines.first().innerText()).toContain(actions.accept);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: actions.accept }).waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('外出');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/absences');

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(`${bird} 物业`);
  await lines.filter({ hasText: matter.code.slice(-4) }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/matters/${matter.id}`);
});

story('An office finds what it takes part in, and keeps the question as a view', async ({ stage }) => {
  const bird = wordOfItsOwn();
  const matter = await bring(await register({ story: `${toldOf(bird)}社区请住建部门到场。` }), 'route');
  const page = await stage.arrive(handler, `/search?q=${encodeURIComponent(`${bird} 住建`)}`);
  await page.locator('[data-matter-row]').first().waitFor();
  expect(await page.locator('[data-matter-row]').allInnerTexts()).toHaveLength(1);
  const views = page.getByRole('button', { name: '视图' });
  const form = page.getByRole('dialog', { name: '保存视图' });
  await chooseFromMenu(page, views, /保存当前筛选/, form);
  await form.getByLabel('名称').fill(bird);
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.goto('/search');
  await chooseFromMenu(page, views, bird, page.locator('[data-matter-row]', { hasText: bird }));
  expect(new URL(page.url()).searchParams.get('q')).toBe(`${bird} 住建`);
  expect(matter.status).toBe('offered');
});
