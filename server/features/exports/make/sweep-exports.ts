import { attemptsAtMost, silentForMinutes } from '#domain/exports/export-times.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { JobPayloads } from '#server/jobs/job-table.ts';
import { findExport } from '../exports.queries.ts';
import { discard } from './discard.ts';
import { forgetFile, type Left, leftBehind, touch, writeStop } from './making.queries.ts';

const atMost = 100;
const unfinishedForMs = 24 * 3_600_000;

/** Begins anew what died, lets lapse what nobody answered, and takes away what was kept long enough: file, then key. */
export async function sweepExports(
  services: Services,
  { cityCode }: JobPayloads['sweep-exports'],
): Promise<void> {
  const program = { cityCode, role: 'program' } as const;
  const now = services.clock.now();
  const times = { now: now.toString(), silentSince: now.subtract({ minutes: silentForMinutes }).toString() };
  for (;;) {
    const left = await inTransaction(services, program, (trx) => leftBehind(trx, program, times, atMost));
    for (const one of left) await settle(services, program, one, times.now);
    if (left.length < atMost) break;
  }
  // By the machine's own clock, as the files' times are.
  await services.files.clearUnfinished(new Date(Date.now() - unfinishedForMs));
}

async function settle(
  services: Services,
  program: { readonly cityCode: string; readonly role: 'program' },
  { id, status, address }: Left,
  now: string,
): Promise<void> {
  if (status === 'ready' && address !== null) await discard(services, address);
  await inTransaction(services, program, async (trx) => {
    if (status === 'waiting') return writeStop(trx, program, id, 'unanswered', now);
    if (status === 'ready') return forgetFile(trx, program, id);
    const row = await findExport(trx, program, id);
    if (row?.status !== 'making') return;
    if (row.attempts >= attemptsAtMost) return writeStop(trx, program, id, 'failed', now);
    await touch(trx, program, id, now);
    const payload = { cityCode: program.cityCode, exportId: id };
    await services.jobs.enqueue(trx, { name: 'make-export', payload });
  });
}
