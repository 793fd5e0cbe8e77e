import type { LevelFacts } from '#domain/levels/levels.ts';
import type { MatterRecord } from '../matter-record.ts';
import { type ClockRow, owedClocks } from './clock-row.ts';

export type LevelledRow = Pick<
  MatterRecord,
  'dueFrom' | 'dueOn' | 'returnedTimes' | 'transfers' | 'reopenings' | 'partyCount' | 'danger'
>;

/** What a matter's colour rests on; its running clocks as they stand beside the row. */
export function levelFactsOf(
  matter: LevelledRow,
  running: readonly Pick<ClockRow, 'dueOn' | 'taskId' | 'owedBy'>[],
): LevelFacts {
  return {
    dueFrom: matter.dueFrom,
    dueOn: matter.dueOn,
    runningDue: owedClocks(running).map(({ dueOn }) => dueOn),
    returns: matter.returnedTimes,
    transfers: matter.transfers,
    reopenings: matter.reopenings,
    parties: matter.partyCount,
    isInDanger: matter.danger !== null,
  };
}
