import { attemptsAtMost, ledgerKeptInDays, silentForMinutes } from '#domain/imports/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { JobPayloads } from '#server/jobs/job-table.ts';
import { forgetLedger, type LeftImport, leftBehind, touchImport, writeStop } from './work.queries.ts';

const atMost = 100;

/** Takes up again what died at work, and takes away files that were kept long enough: the file, then its key. */
export async function sweepImports(
  services: Services,
  { cityCode }: JobPayloads['sweep-imports'],
): Promise<void> {
  const program = { cityCode, role: 'program' } as const;
  const now = services.clock.now();
  const times = {
    silentSince: now.subtract({ minutes: silentForMinutes }).toString(),
    keptSince: now.subtract({ hours: ledgerKeptInDays * 24 }).toString(),
  };
  for (;;) {
    const left = await inTransaction(services, program, (trx) => leftBehind(trx, program, times, atMost));
    for (const one of left) await settle(services, program, one, now.toString());
    if (left.length < atMost) return;
  }
}

async function settle(
  services: Services,
  program: { readonly cityCode: string; readonly role: 'program' },
  { id, status, address, attempts }: LeftImport,
  now: string,
): Promise<void> {
  const isAtWork = status === 'checking' || status === 'running';
  if (!isAtWork && address !== null) {
    await services.files.remove(address).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'ENOENT') throw failure;
    });
  }
  await inTransaction(services, program, async (trx) => {
    if (!isAtWork) {
      await writeStop(trx, program, id, 'unfinished', now);
      return forgetLedger(trx, program, id);
    }
    if (attempts >= attemptsAtMost) return writeStop(trx, program, id, 'failed', now);
    await touchImport(trx, program, id, now);
    const payload = { cityCode: program.cityCode, importId: id };
    await services.jobs.enqueue(trx, { name: 'work-on-import', payload });
  });
}
