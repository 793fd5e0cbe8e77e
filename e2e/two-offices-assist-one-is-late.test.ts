import { expect } from 'vitest';
import type { Problem } from '#contract/errors/problem.ts';
import { actions } from '#contract/language/zh.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { bring, handler, look, register, step, supervisor } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { call, setDaysAhead } from './harness/program.ts';
import { story } from './harness/story.ts';
import { offered, take } from './harness/take-action.ts';

const labour = unitIdOf('1502', '150204/labour');
const justice = unitIdOf('1502', '150204/justice');
const justiceHandler = 'handler-qingshan-justice';

story('Two offices assist: one answers, one is late, and a supervisor waives it', async ({ stage }) => {
  const registered = await register({ story: '装修队进场后停工，工人要工资，业主要退房，三方各说各的。' });
  let matter = await bring(registered, 'accept-hand-over');
  for (const unitId of [labour, justice]) {
    matter = await step(handler, matter, 'ask-assistance', {
      unitId,
      text: '请核实用工和合同情况。',
      days: 3,
    });
  }

  const assisting = await stage.arrive(justiceHandler, `/matters/${matter.id}`);
  await assisting.getByRole('heading', { name: '协办' }).waitFor();
  await inspectPage(assisting, 'matter with assisting offices');
  expect(await offered(assisting)).toContain(actions['answer-task']);
  await take(assisting, 'answer-task', async (form) => {
    await form.getByRole('textbox').first().fill('合同约定按工程量付款，现完成七成。');
  });
  await assisting.getByText('合同约定按工程量付款').first().waitFor();

  // The handler cannot record an outcome over the task that is still open.
  const handling = await stage.arrive(handler, `/matters/${matter.id}`);
  await handling.locator('.matter-head').waitFor();
  await handling.getByText('还有协办没有答复').first().waitFor();
  const tooEarly = await call<Problem>(handler, 'POST', `matters/${matter.id}/actions/record-outcome`, {
    version: (await look(matter.id)).version,
    outcome: 'settled',
    text: '业主按七成结算。',
  });
  expect(tooEarly.body.code).toBe('open-tasks');
  try {
    await setDaysAhead(9);
    const watching = await stage.arrive(supervisor, `/matters/${matter.id}`);
    await watching.getByRole('heading', { name: '协办' }).waitFor();
    await expect.poll(() => watching.locator('.task-open').innerText()).toContain('超期');
    await take(watching, 'waive-task', async (form) => {
      const radio = form.getByRole('radio');
      if ((await radio.count()) > 0) await radio.first().check();
      await form.getByRole('textbox').last().fill('双方已就工资数额达成一致，不再等。');
    });
    await expect
      .poll(async () => (await look(matter.id)).tasks.map(({ isOpen }) => isOpen))
      .toEqual([false, false]);
  } finally {
    await setDaysAhead(0);
  }
  const settled = { outcome: 'settled', text: '业主按七成结算，工资当场付清。' };
  await step(handler, await look(matter.id), 'record-outcome', settled);
  expect((await look(matter.id)).status).toBe('resolved');
});
