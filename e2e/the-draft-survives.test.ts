import { expect } from 'vitest';
import type { ListMattersAnswer } from '#contract/matters/list-matters.ts';
import { clerk } from './harness/arrange-matter.ts';
import { openCounter, party, registeredId, tell } from './harness/at-the-counter.ts';
import { get } from './harness/program.ts';
import { story } from './harness/story.ts';

const saved = '已保存草稿';

story('What was typed at the counter survives a reload and a cut network', async ({ stage }) => {
  const before = await get<ListMattersAnswer>(clerk, 'matters?queue=office');
  const page = await openCounter(stage, clerk);
  await tell(page, {
    story: '邻居装修砸了承重墙，楼上出现裂缝。',
    applicant: '孙示例',
    phone: '13800003333',
  });
  await page.getByText(saved).waitFor();
  await page.reload();
  await page.getByText(saved).waitFor();
  expect(await page.getByLabel('发生了什么').inputValue()).toBe('邻居装修砸了承重墙，楼上出现裂缝。');
  expect(await party(page, '申请人').getByLabel('姓名').inputValue()).toBe('孙示例');
  // The computer itself keeps nothing of it.
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('孙示例');

  await page.context().setOffline(true);
  await page.getByLabel('诉求').fill('停工并检测房屋安全。');
  await page.getByText('草稿没有存上').waitFor();
  await page.getByRole('button', { name: '保存登记' }).click();
  await page.getByText('连不上服务器').waitFor({ timeout: 15_000 });
  await page.getByText('没有登记成功，您填写的内容还在').waitFor();
  expect(await page.getByLabel('诉求').inputValue()).toBe('停工并检测房屋安全。');

  await page.context().setOffline(false);
  await page.getByText(saved).waitFor();
  await page.getByRole('button', { name: '保存登记' }).click();
  await registeredId(page);
  const after = await get<ListMattersAnswer>(clerk, 'matters?queue=office');
  expect(after.total).toBe(before.total + 1);

  await page.keyboard.press('n');
  await page.getByLabel('发生了什么').waitFor();
  expect(await page.getByLabel('发生了什么').inputValue()).toBe('');
});
