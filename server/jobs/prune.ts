import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { JobPayloads } from './job-table.ts';
import { pruneOnce } from './prune.queries.ts';

/** A request is repeated within minutes; after this nobody asks for its answer again. */
const requestsKeptInHours = 14 * 24;
/** A draft at the counter holds what a visitor told: forgotten ones are not kept for ever. */
const draftsKeptInHours = 30 * 24;
const atMost = 5_000;

/** Takes away what has had its time, in small bites so that nobody waits for it. */
export async function prune(services: Services, { cityCode }: JobPayloads['prune']): Promise<void> {
  const now = services.clock.now();
  const before = {
    requests: now.subtract({ hours: requestsKeptInHours }).toString(),
    drafts: now.subtract({ hours: draftsKeptInHours }).toString(),
  };
  for (;;) {
    const context = { cityCode, role: 'program' } as const;
    const gone = await inTransaction(services, context, (trx) => pruneOnce(trx, cityCode, before, atMost));
    if (gone < atMost) return;
  }
}
