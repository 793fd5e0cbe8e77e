import { isWrong } from '#domain/roadmap/compare-replay.ts';
import { readProcessConfig } from '#server/app/config.ts';
import { startProgram } from '#server/app/start.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { replayMatters } from '#server/features/matters/public.ts';
import { hireStaff, type Staff } from '../instance/staff.ts';

/** What the program under test tells of itself, by the process that started it. */
export type VictimTold = { readonly url: string; readonly staff: Staff | null };
export type VictimOrder = 'work' | 'replay';
export type VictimReplayed = { readonly matters: number; readonly wrong: number };

const read = readProcessConfig();
if (!read.ok) throw new Error(read.faults.join(' '));
const starting = startProgram(read.config, { skipDemo: true });
// It is not to outlive the test that started it, whatever becomes of that one.
process.on('disconnect', async () => {
  const program = await starting.catch(() => null);
  await program?.stop();
  process.exit(0);
});

const { services, url } = await starting;
const isFirst = process.argv[2] === 'first';
const told: VictimTold = { url, staff: isFirst ? await hireStaff(services) : null };
process.on('message', async (order: VictimOrder) => {
  if (order === 'work') {
    const { code: cityCode } = services.pack.city;
    await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
      services.jobs.enqueue(trx, { name: 'prune', payload: { cityCode } }),
    );
    return process.send?.('enqueued');
  }
  let wrong = 0;
  const counts = await replayMatters(services, {
    onDifference: (difference) => {
      if (isWrong(difference)) wrong += 1;
    },
  });
  return process.send?.({ matters: counts?.matters ?? 0, wrong } satisfies VictimReplayed);
});
process.send?.(told);
