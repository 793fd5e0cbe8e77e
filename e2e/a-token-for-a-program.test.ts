import { expect, inject } from 'vitest';
import { inspectPage } from './harness/inspect-page.ts';
import { demoAccount } from './harness/program.ts';
import { story } from './harness/story.ts';

const username = 'clerk-qingshan';

/** What a program gets that knows this token and nothing else. */
async function asProgram(token: string, method: 'GET' | 'POST', path: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = method === 'POST' ? '{}' : null;
  return (await fetch(`${inject('url')}/api/v1/${path}`, { method, headers, body })).status;
}

story('A token lets a program do what it was made for, until it is revoked', async ({ stage }) => {
  const page = await stage.sitDown();
  const { password } = await demoAccount(username);
  await page.goto('/security');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('演示模式不要求双重验证').waitFor();
  await inspectPage(page, 'sign-in and security, demo');

  await page.getByRole('button', { name: '新建程序口令' }).click();
  const form = page.getByRole('dialog', { name: '新建程序口令' });
  await form.locator('[type=submit]').click();
  await form.getByText('至少选一项').waitFor();
  await inspectPage(page, 'form of token', '[role=dialog]');
  await form.getByLabel('名称').fill('每日统计');
  await form.getByLabel('查看和办理本单位的事项').check();
  await form.getByLabel('有效天数').fill('30');
  await form.locator('[type=submit]').click();
  const token = await page.locator('.token-shown code').innerText();
  await inspectPage(page, 'token, shown once');

  expect(await asProgram(token, 'GET', 'matters')).toBe(200);
  // Not to change anything, and nothing else of what its maker may see.
  expect(await asProgram(token, 'POST', 'matters')).toBe(403);
  expect(await asProgram(token, 'GET', 'organisation/absences')).toBe(403);

  await page.getByRole('button', { name: '完成' }).click();
  await page.getByRole('button', { name: '作废 每日统计' }).click();
  await page.getByRole('dialog', { name: '程序口令' }).locator('[type=submit]').click();
  await page.getByText('已作废：每日统计').waitFor();
  expect(await asProgram(token, 'GET', 'matters')).toBe(401);
});
