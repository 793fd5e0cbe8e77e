import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { overdueMessages } from './message.queries.ts';

/** A message waits no longer than this for a job that is late. */
const lateAfterMinutes = 10;
const atMost = 500;

/** The row decides, the job only wakes: where a job was lost, as after a restored backup, it gets a new one. */
export async function sweepMessages(
  services: Services,
  { cityCode }: { readonly cityCode: string },
): Promise<void> {
  const before = services.clock.now().subtract({ minutes: lateAfterMinutes }).toString();
  await inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    for (const ref of await overdueMessages(trx, cityCode, before, atMost)) {
      await services.jobs.enqueue(trx, { name: 'send-message', payload: { cityCode, ...ref } });
    }
  });
}
