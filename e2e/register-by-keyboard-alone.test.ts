import { expect } from 'vitest';
import { clerk, look, register } from './harness/arrange-matter.ts';
import { registeredId } from './harness/at-the-counter.ts';
import { countKeys } from './harness/count-keys.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { call } from './harness/program.ts';
import { story } from './harness/story.ts';

/** A practised clerk needs under two minutes: whatever is not the visitor's own words must be a handful of keys. */
const mostKeys = 25;
/** Told by nobody else in the stories, so that the matter alike stands among the few that are shown. */
const told = '地下车库的喷淋管道爆裂，三辆汽车被水泡了，物业公司拒绝赔偿，业主因此停交物业费。';

story('A clerk registers a matter by keyboard alone and hands out the receipt', async ({ stage }) => {
  await call(clerk, 'DELETE', 'intake/draft');
  const alike = await register({ story: `${told}申请人称管道多年没有检修。` });
  const page = await stage.sitDown();
  await page.goto('/');
  await page.getByRole('button', { name: 'clerk-qingshan' }).waitFor();
  await inspectPage(page, 'sign-in');
  await page.getByRole('button', { name: 'clerk-qingshan' }).click();
  await page.getByRole('link', { name: '登记' }).waitFor();

  const counted = await countKeys(page);
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await keyboard.press(key);
      await page.waitForTimeout(50); // no hand is quicker
    }
  };
  // Past the jump to the content, the demo's outbox and the queue.
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
  await page.getByLabel('发生了什么').waitFor();

  await keyboard.insertText(told);
  const suggested = page.getByRole('button', { name: '物业纠纷' });
  await suggested.waitFor();
  expect(await suggested.getAttribute('aria-pressed')).toBe('true');
  expect(await suggested.innerText()).toContain('「物业费」');
  expect(await page.locator('.noticed-story mark').allInnerTexts()).toContain('物业费');
  expect(await page.locator('.noticed-kinds').innerText()).toContain('住房和城乡建设局');
  await page.getByText('登记之后').waitFor();
  await page.getByText(alike.code.slice(-4)).first().waitFor();
  await inspectPage(page, 'counter, with what was noticed');

  await press('Enter'); // the kind stands as suggested
  await press('Enter');
  await keyboard.insertText('先锋道');
  await page.locator('.ant-select-item-option', { hasText: '先锋道街道' }).waitFor();
  await press('Enter');
  await press('Enter'); // the channel stands: the window
  await keyboard.insertText('王秀英');
  await press('Enter');
  await keyboard.type('13800001111');
  await press('Enter');
  await keyboard.type('11010519491231002X');
  await page.getByText('校验通过').waitFor();
  await press('Enter');
  const respondent = page.getByRole('group', { name: '被申请人', exact: true });
  const isAtRespondent = () => respondent.evaluate((group) => group.contains(document.activeElement));
  // How the applicant is told stands as it is: nothing is sent to anybody who did not choose it.
  for (let tries = 0; tries < 3 && !(await isAtRespondent()); tries += 1) await press('Enter');
  await keyboard.insertText('李示例');
  await press('Enter', 'Enter', 'Enter');
  await keyboard.insertText('赔偿车辆损失，重新核算物业费。');
  await press('Control+Enter');

  const id = await registeredId(page);
  const { keys, clicks } = await counted();
  expect(clicks).toBe(0);
  expect(keys.length, keys.join(' ')).toBeLessThanOrEqual(mostKeys);

  const matter = await look(id);
  expect(matter).toMatchObject({
    status: 'registered',
    kind: { label: '物业纠纷' },
    region: { code: '150204001' },
    channel: { code: 'window' },
    request: '赔偿车辆损失，重新核算物业费。',
  });
  expect(matter.parties.map(({ name }) => name)).toEqual(['王秀英', '李示例']);

  const paper = page.getByRole('article');
  const printed = (await paper.innerText()).replace(/\s/g, '');
  expect(printed).toContain(matter.code);
  expect(printed).toMatch(/王秀英[0-9A-Z-]{8,}/);
  expect(printed).toMatch(/接下来会怎样.*\d+月\d+日周.前告知您是否受理/);
  expect(await paper.getByRole('img', { name: '事项编号二维码' }).isVisible()).toBe(true);
  expect(
    await page.getByRole('button', { name: '打印回执' }).evaluate((one) => one === document.activeElement),
  ).toBe(true);
  await inspectPage(page, 'receipt');

  await page.emulateMedia({ media: 'print' });
  expect(await paper.isVisible()).toBe(true);
  for (const chrome of ['navigation', 'banner', 'button']) {
    expect(
      await page
        .getByRole(chrome as 'button')
        .filter({ visible: true })
        .count(),
      chrome,
    ).toBe(0);
  }
});
