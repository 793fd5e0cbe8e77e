import { expect } from 'vitest';
import { clerk, dispatcher, eventsOf, look, register } from './harness/arrange-matter.ts';
import { story } from './harness/story.ts';
import { beginTo, offered, onPath, send } from './harness/take-action.ts';

story('Somebody who cannot be helped here is told why, and where they can go', async ({ stage }) => {
  const { id } = await register({ story: '法院已经立案的借款纠纷，想请中心再处理。', kind: '04' });
  const triage = await stage.arrive(dispatcher, `/matters/${id}`);
  const form = await beginTo(triage, 'decline');

  await send(form);
  expect(await form.getByText('必须填写').count()).toBe(2);
  await form.getByLabel('理由').fill('该争议已由人民法院立案审理。');
  await send(form);
  expect(await form.getByText('必须填写').count()).toBe(1);
  await form.getByLabel('诉讼').check();
  await form.getByLabel('法律援助').check();
  await send(form);
  await form.waitFor({ state: 'hidden' });

  await triage.getByText('不予受理').first().waitFor();
  expect(onPath(await offered(triage))).toEqual(['重新办理']);
  const shown = await triage.locator('.timeline').innerText();
  for (const told of ['该争议已由人民法院立案审理。', '诉讼', '法律援助']) expect(shown).toContain(told);
  const matter = await look(id, clerk);
  expect(matter).toMatchObject({ status: 'declined', dueOn: null });
  expect(eventsOf(matter)).toEqual(['register', 'decline']);
});
