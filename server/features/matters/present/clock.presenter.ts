import { type Language, words } from '#contract/language/language.ts';
import type { ClockView } from '#contract/matters/clock.ts';
import { explainClock } from '#domain/roadmap/explain-clock.ts';
import type { ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';
import type { Run } from '#domain/roadmap/procedures/run.ts';
import { partsOfCode } from '#domain/roadmap/procedures/run-clocks.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { readClock } from '../clocks/read-clock.ts';
import { clockLabel } from './roadmap-labels.ts';

export type ClockReader = {
  readonly services: Services;
  readonly language: Language;
  /** The procedures of its matter: they say what may be done with their clocks. */
  readonly runs: readonly Run[];
  /** Null for a party. */
  readonly userId: string | null;
  /** What was presented already: the page shows a clock by itself and on the roadmap. */
  readonly presented?: Map<string, ClockView>;
};

/** A clock with how it stands and how its day was counted; an ended one stands as on the day it ended. */
export function presentClock(reader: ClockReader, clock: ClockRow): ClockView {
  const known = reader.presented?.get(clock.id);
  if (known !== undefined) return known;
  const view = presentAnew(reader, clock);
  reader.presented?.set(clock.id, view);
  return view;
}

function presentAnew(reader: ClockReader, clock: ClockRow): ClockView {
  const { services, language } = reader;
  const endedOn = clock.endedOn ?? null;
  const limit = { count: clock.count, unit: clock.unit };
  const reading = readClock(services.calendar, clock, endedOn ?? todayOf(services));
  const definition = definitionOf(reader, clock);
  const isWindow = clock.owedBy === 'party';
  return {
    id: clock.id,
    step: { code: clock.step, label: clockLabel(services, clock, language) },
    startedOn: clock.startedOn,
    limit,
    dueOn: clock.dueOn,
    endedOn,
    used: reading.usedDays,
    remaining: reading.remainingDays,
    isLate: reading.isLate && !isWindow,
    isCarried: (clock.carriedFrom ?? null) !== null,
    isProvisional: clock.isProvisional,
    source: clock.source,
    isVerified: definition?.isVerified ?? true,
    explanation: explainClock(reading, language),
    owedBy: { code: clock.owedBy, label: words(language).clockOwners[clock.owedBy] },
    isWindow,
    isPaused: endedOn === null && reading.isPaused,
    pausedFor: endedOn === null ? pauseNow(clock, definition, todayOf(services), language) : null,
    expiry: definition?.expiry[language] || null,
    asked: presentAsked(reader, clock, definition),
    ...mayChange(language, clock, definition),
  };
}

/** What the procedure says of a clock of its own, in the version under which it began. */
function definitionOf({ services, runs }: ClockReader, clock: ClockRow): ProcedureClock | undefined {
  const run = runs.find(({ id }) => id === clock.runId);
  const key = partsOfCode(clock.step)?.clock;
  return run === undefined
    ? undefined
    : services.roadmap.of(run)?.clocks.find((definition) => definition.key === key);
}

function pauseNow(
  { pauses }: ClockRow,
  definition: ProcedureClock | undefined,
  today: string,
  language: Language,
): ClockView['pausedFor'] {
  const pause = pauses.find(({ from, until }) => from <= today && today < until);
  if (pause === undefined) return null;
  const ground = definition?.pauses.find((one) => one.ground === pause.ground);
  return { ground: ground?.title[language] ?? pause.ground, until: pause.until };
}

function presentAsked(
  { language, userId }: ClockReader,
  { asked }: ClockRow,
  definition: ProcedureClock | undefined,
): ClockView['asked'] {
  // A party hears of a change once it is decided.
  if (asked === null || userId === null) return null;
  const change = { code: asked.change, label: words(language).clockChanges[asked.change] };
  const isOurs = asked.byUserId === userId;
  if (asked.change === 'extension')
    return { change, days: asked.count, ground: null, from: null, until: null, isOurs };
  const ground = definition?.pauses.find((one) => one.ground === asked.ground);
  return {
    change,
    days: null,
    ground: ground?.title[language] ?? asked.ground,
    from: asked.from,
    until: asked.until,
    isOurs,
  };
}

function mayChange(
  language: Language,
  clock: ClockRow,
  definition: ProcedureClock | undefined,
): Pick<ClockView, 'mayExtend' | 'mayPause'> {
  if (definition === undefined || (clock.endedOn ?? null) !== null) return { mayExtend: null, mayPause: [] };
  const { extension, pauses } = definition;
  const timesLeft = (extension?.times ?? 0) - clock.extensions.length;
  return {
    mayExtend:
      extension === null || timesLeft <= 0
        ? null
        : {
            most: extension.most.count,
            unit: extension.most.unit,
            timesLeft,
            approvedBy: words(language).extensionApprovers[extension.approvedBy],
          },
    mayPause: pauses.map(({ ground, title, mostDays }) => ({
      code: ground,
      label: title[language],
      mostDays,
    })),
  };
}
