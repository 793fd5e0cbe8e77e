import { expect } from 'vitest';
import {
  bring,
  dispatcher,
  eventsOf,
  handler,
  housingName,
  look,
  register,
  upperDispatcher,
} from './harness/arrange-matter.ts';
import { story } from './harness/story.ts';
import { offered, take } from './harness/take-action.ts';

story('An office returns a matter twice, and the upper centre decides who takes it', async ({ stage }) => {
  const { id } = await bring(await register(), 'route');
  const address = `/matters/${id}`;
  const office = await stage.arrive(handler, address);
  await take(office, 'return-hand-over', (form) => form.getByLabel('理由').fill('属于城管职责。'));

  const triage = await stage.arrive(dispatcher, address);
  expect(await triage.locator('.timeline').innerText()).toContain('属于城管职责。');
  await take(triage, 'route', async (form) => {
    await form.getByRole('radio', { name: housingName }).first().check();
    await form.getByLabel('给接收单位的话').fill('屋面属房屋共用部位，仍请住建办理。');
  });
  await office.goto(address);
  await take(office, 'return-hand-over', (form) => form.getByLabel('理由').fill('仍认为不属于本局。'));

  const upper = await stage.arrive(upperDispatcher, '/matters');
  await upper.locator(`[href^="${address}"]`).click();
  await upper.getByText('退转争议').first().waitFor();
  await take(upper, 'decide', async (form) => {
    await form.getByLabel('按名称查找单位').fill(housingName);
    await form.getByRole('radio', { name: housingName }).first().check();
    await form.getByLabel('理由').fill('依职责分工由住建部门办理。');
  });

  await office.goto(address);
  await office.getByText('办理中').first().waitFor();
  const can = await offered(office);
  expect(can).toContain('登记结果');
  expect(can).not.toContain('退回');
  expect(eventsOf(await look(id))).toEqual([
    'register',
    'accept',
    'route',
    'return-hand-over',
    'route',
    'return-hand-over',
    'decide',
  ]);
});
