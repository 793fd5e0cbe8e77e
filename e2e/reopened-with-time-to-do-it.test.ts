import { expect } from 'vitest';
import { bring, dispatcher, look, register } from './harness/arrange-matter.ts';
import { story } from './harness/story.ts';
import { offered, take } from './harness/take-action.ts';

/** The city pack's `minimum_reopen_working_days`. */
const leastWorkingDays = 5;

story('A closed matter is reopened with a reason, and with time enough to do it', async ({ stage }) => {
  const closed = await bring(await register(), 'close');
  const triage = await stage.arrive(dispatcher, '/matters?queue=ended');
  await triage.locator(`[href^="/matters/${closed.id}"]`).click();
  await triage.getByText('已办结').first().waitFor();
  await take(triage, 'reopen', (form) => form.getByLabel('理由').fill('约定的维修没有履行。'));
  await triage.getByText('约定的维修没有履行。').waitFor();
  expect(await offered(triage)).toContain('分流');

  const matter = await look(closed.id);
  expect(matter).toMatchObject({ status: 'accepted', code: closed.code, reopenings: 1, outcome: null });
  const running = matter.clocks.find(({ endedOn }) => endedOn === null);
  expect(running?.remaining).toBeGreaterThanOrEqual(leastWorkingDays);
});
