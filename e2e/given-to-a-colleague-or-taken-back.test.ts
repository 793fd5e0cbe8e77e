import { expect } from 'vitest';
import { bring, clerk, handler, look, register } from './harness/arrange-matter.ts';
import { story } from './harness/story.ts';
import { offered, onPath, take } from './harness/take-action.ts';

story('An office gives a matter to a colleague, in whose queue it then stands', async ({ stage }) => {
  const { id } = await bring(await register({ story: '交给同事承办的一件事项。' }), 'accept-hand-over');
  const row = `[href^="/matters/${id}"]`;
  const office = await stage.arrive(handler, `/matters/${id}`);
  await take(office, 'assign', (form) => form.getByRole('radio', { name: /^周敏/ }).check());
  expect(await look(id)).toMatchObject({ handler: { name: '周敏' } });

  const colleague = await stage.arrive('mediator-qingshan-housing', '/matters');
  await colleague.locator(row).click();
  expect(await offered(colleague)).toContain('登记结果');
  await office.goto('/matters');
  await office.getByText('我的待办').waitFor();
  await expect.poll(() => office.locator(row).count()).toBe(0);
});

story('An applicant takes their matter back at the window', async ({ stage }) => {
  const { id } = await register({ story: '申请人自己撤回的一件事项。' });
  const atCounter = await stage.arrive(clerk, `/matters/${id}`);
  await take(atCounter, 'withdraw', (form) => form.getByLabel('理由').fill('双方已自行和解。'));
  await atCounter.getByText('已办结').first().waitFor();
  expect(onPath(await offered(atCounter))).toEqual([]);
  expect(await look(id)).toMatchObject({ status: 'closed', outcome: { code: 'withdrawn' } });
});
