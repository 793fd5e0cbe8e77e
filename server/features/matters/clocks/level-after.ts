import { isChangeDue, type KeptLevel, levelLastKnown, raisedTo } from '#domain/levels/raised.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import { isOpen } from '#domain/matters/vocabulary.ts';
import type { RaisedLevel } from '#domain/notices/notice-rules.ts';
import type { Services } from '#server/app/services.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { ClockRow } from './clock-row.ts';
import { type LevelledRow, levelFactsOf } from './level-facts.ts';
import { readLevel } from './read-level.ts';

type ByServices = Pick<Services, 'levels' | 'pack' | 'directory'>;
type Standing = {
  readonly matter: LevelledRow & Pick<MatterRecord, 'status' | 'leadUnitId' | 'nextLevelOn'>;
  readonly running: readonly Pick<ClockRow, 'dueOn' | 'taskId' | 'owedBy'>[];
};

/** What a change of a matter means for its colour: when time alone changes it next, and whom it makes graver for now. */
export type LevelAfter = { readonly nextLevelOn: string | null; readonly raised: RaisedLevel | null };

/** An ended matter has no colour. What became due meanwhile and was not told yet is told with the change. */
export function levelAfter(
  services: ByServices,
  before: Standing | null,
  { matter, running }: Standing,
  today: string,
): LevelAfter {
  if (!isOpen(matter.status)) return { nextLevelOn: null, raised: null };
  const { level, nextOn } = readLevel(services.levels.inForceOn(today), levelFactsOf(matter, running), today);
  const kept = before === null || !isOpen(before.matter.status) ? null : keptLevel(before);
  const raised = raisedSince(services, matter.leadUnitId, kept, level, today);
  return { nextLevelOn: nextOn, raised };
}

/** The same of a matter that has just been brought. */
export function levelAtStart(
  services: ByServices,
  made: Pick<LevelledRow, 'dueFrom' | 'dueOn' | 'partyCount' | 'danger'> & {
    readonly unitId: string;
    readonly clocks: Standing['running'];
  },
  today: string,
): LevelAfter {
  const { unitId: leadUnitId, clocks: running, ...row } = made;
  const never = { returnedTimes: 0, transfers: 0, reopenings: 0, nextLevelOn: null } as const;
  return levelAfter(
    services,
    null,
    { matter: { ...row, ...never, status: 'registered', leadUnitId }, running },
    today,
  );
}

/** The graver colour to be told of, compared with what people last knew; null for none. */
export function raisedSince(
  { levels, pack, directory }: ByServices,
  leadUnitId: string,
  kept: KeptLevel | null,
  now: Level | null,
  today: string,
): RaisedLevel | null {
  const level = raisedTo(kept && levelLastKnown(levels.inForceOn, kept, today), now);
  if (level === null) return null;
  const isByTime = kept !== null && isChangeDue(kept, today);
  const goesUp = pack.levels.get(level)?.escalates === true;
  return { level, upperCentreId: goesUp ? directory.upperCentreId(leadUnitId) : null, isByTime };
}

function keptLevel({ matter, running }: Standing): KeptLevel {
  return { facts: levelFactsOf(matter, running), nextOn: matter.nextLevelOn };
}
