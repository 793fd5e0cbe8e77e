import { expect } from 'vitest';
import { clerk, dispatcher, eventsOf, look, register } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';
import { beginTo, send } from './harness/take-action.ts';

story(
  'Two people work on one matter: the second is told, and loses nothing they typed',
  async ({ stage }) => {
    const { id } = await register({ story: '两人同时办理的一件事项，用来看谁先谁后。' });
    const triage = await stage.arrive(dispatcher, `/matters/${id}`);
    const form = await beginTo(triage, 'decline');
    const reason = '不属于本中心受理范围，请向劳动仲裁委员会申请。';
    await form.getByLabel('理由').fill(reason);
    await form.getByLabel('仲裁').check();

    const atCounter = await stage.arrive(clerk, `/matters/${id}`);
    await atCounter.getByLabel('记一笔').fill('来访人补充：已经申请过仲裁。');
    await atCounter.getByRole('button', { name: '记下' }).click();
    await atCounter.getByText('已记入经过').waitFor();

    await send(form);
    await form.getByText('别人刚刚改动过这件事项').waitFor();
    await inspectPage(triage, 'conflict', '[role=dialog]');
    expect(await form.getByLabel('理由').inputValue()).toBe(reason);
    expect(await form.locator('.conflict-side').first().innerText()).toContain(reason);
    expect(await form.locator('.conflict-side').last().innerText()).toContain('已登记');
    expect(await form.locator('[type=submit]').isDisabled()).toBe(true);
    // The other one's words are on the page by now; behind the form they can be read.
    await triage.getByText('来访人补充：已经申请过仲裁。').waitFor();

    // Closing the form by Esc keeps it too.
    await triage.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    const again = await beginTo(triage, 'decline');
    expect(await again.getByLabel('理由').inputValue()).toBe(reason);
    expect(await again.getByLabel('仲裁').isChecked()).toBe(true);
    await send(again);
    await again.waitFor({ state: 'hidden' });
    expect(eventsOf(await look(id))).toEqual(['register', 'log-step', 'decline']);
  },
);

story('Whoever has compared goes on in the same form', async ({ stage }) => {
  const { id } = await register({ story: '第二件两人同时办理的事项，对照之后继续。' });
  const triage = await stage.arrive(dispatcher, `/matters/${id}`);
  const form = await beginTo(triage, 'accept');
  await form.getByLabel('备注').fill('先受理再说。');
  const atCounter = await stage.arrive(clerk, `/matters/${id}`);
  await atCounter.getByLabel('记一笔').fill('又来电一次。');
  await atCounter.getByRole('button', { name: '记下' }).click();
  await atCounter.getByText('已记入经过').waitFor();

  await send(form);
  await form.getByRole('button', { name: '已对照，按最新情况继续' }).click();
  expect(await form.getByLabel('备注').inputValue()).toBe('先受理再说。');
  await send(form);
  await form.waitFor({ state: 'hidden' });
  expect(await look(id)).toMatchObject({ status: 'accepted', version: 3 });
});
