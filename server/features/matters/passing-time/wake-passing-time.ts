import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';

/** At the start of a program: what time did while it stood still, and what a new calendar means, is looked at at once. */
export async function wakePassingTime(services: Services): Promise<void> {
  const cityCode = services.pack.city.code;
  await inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    await services.jobs.enqueue(trx, { name: 'recount-clocks', payload: { cityCode } });
    await services.jobs.enqueue(trx, { name: 'tick-levels', payload: { cityCode } });
  });
}
