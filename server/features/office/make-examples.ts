import type { Actor } from '#server/app/actor.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { officeExampleId } from './examples.ts';
import { createMacro } from './macros/keep-macros.ts';

/** Makes the rows of examples.ts, and a few that a visitor of the demo finds useful, by the real use cases. */
export async function makeOfficeExamples(
  services: Services,
  dispatcher: Actor,
  handler: Actor,
): Promise<void> {
  const making = (name: string, id?: string) =>
    ({ language: 'zh', idempotencyKey: `demo:office:${name}`, ...(id !== undefined && { id }) }) as const;
  const called = {
    action: 'log-step',
    body: { kind: 'phone', text: '已电话联系双方，说明下一步安排。' },
  } as const;

  const edit = officeExampleId('edit-macro');
  await createMacro(services, dispatcher, { name: '联系双方', steps: [called] }, making('edit', edit));
  const retire = officeExampleId('retire-macro');
  await createMacro(services, dispatcher, { name: '联系申请人', steps: [called] }, making('retire', retire));
  const housing = unitIdOf(services.pack.city.code, '150204/housing');
  const toHousing = {
    name: '受理后转住建',
    steps: [
      { action: 'accept', body: {} },
      { action: 'route', body: { unitId: housing, note: '请于两日内接收，并与申请人联系。' } },
    ],
  } as const;
  await createMacro(services, dispatcher, { ...toHousing, steps: [...toHousing.steps] }, making('housing'));
  const takeOver = {
    name: '接收并联系申请人',
    steps: [{ action: 'accept-hand-over', body: {} }, called],
  } as const;
  await createMacro(services, handler, { ...takeOver, steps: [...takeOver.steps] }, making('take-over'));
}
