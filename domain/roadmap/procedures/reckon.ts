import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar.ts';
import { type ClockReading, clockRefusals, computeClock, type Pause } from '../clock.ts';
import type { Limit } from '../counting.ts';
import { mainClockOf, type Procedure, type ProcedureClock } from './procedure.ts';

/** A pause on one of the grounds that the clock names; the first of them where none is said. */
export type GroundedPause = Pause & { readonly ground?: string | undefined };

export type Reckoning = {
  readonly procedure: Procedure;
  /** `decide`, `accept` …; the main clock of the procedure where none is named. */
  readonly clockKey?: string | undefined;
  readonly startedOn: Temporal.PlainDate;
  readonly pauses?: readonly GroundedPause[];
  /** One number for each extension, in the unit in which the clock may be extended. */
  readonly extendBy?: readonly number[];
  /** The day on which one looks at it. */
  readonly at: Temporal.PlainDate;
  readonly calendar: Calendar;
};

export const reckonRefusals = [
  'unknown-clock',
  'extension-not-provided',
  'extension-too-often',
  'extension-too-long',
  'pause-not-provided',
  'pause-too-long',
  ...clockRefusals,
] as const;
export type ReckonRefusal = (typeof reckonRefusals)[number];

export type Reckoned =
  | { readonly ok: true; readonly clock: ProcedureClock; readonly reading: ClockReading }
  | { readonly ok: false; readonly refusal: ReckonRefusal; readonly clock: ProcedureClock | undefined };

/**
 * When a limit of a procedure ends and how it stands on a day, within what the law allows. Refuses clocks that the
 * procedure does not have, extensions and pauses that the law does not provide for or that go further than it allows,
 * and what no clock can count.
 */
export function reckonClock(asked: Reckoning): Reckoned {
  const { procedure, clockKey, startedOn, pauses = [], extendBy = [], at, calendar } = asked;
  const clock =
    clockKey === undefined ? mainClockOf(procedure) : procedure.clocks.find(({ key }) => key === clockKey);
  if (clock === undefined) return { ok: false, refusal: 'unknown-clock', clock };
  const refusal = extensionRefusal(clock, extendBy) ?? pauseRefusal(clock, pauses, at);
  if (refusal !== null) return { ok: false, refusal, clock };
  const unit = clock.extension?.most.unit ?? clock.limit.unit;
  const result = computeClock({
    startedOn,
    limit: clock.limit,
    rule: clock.counting,
    pauses,
    extensions: extendBy.map((count): Limit => ({ count, unit })),
    calendar,
    today: at,
  });
  return result.ok ? { ok: true, clock, reading: result } : { ok: false, refusal: result.reason, clock };
}

function extensionRefusal({ extension }: ProcedureClock, extendBy: readonly number[]): ReckonRefusal | null {
  if (extendBy.length === 0) return null;
  if (extension === null) return 'extension-not-provided';
  if (extendBy.length > extension.times) return 'extension-too-often';
  return extendBy.some((count) => count > extension.most.count) ? 'extension-too-long' : null;
}

/** Every ground has a most for all its pauses together; one that still stands has lasted until the day one looks. */
function pauseRefusal(
  { pauses: grounds }: ProcedureClock,
  pauses: readonly GroundedPause[],
  at: Temporal.PlainDate,
): ReckonRefusal | null {
  const days = new Map<string, number>();
  for (const pause of pauses) {
    const ground = grounds.find((one) => pause.ground === undefined || one.ground === pause.ground);
    if (ground === undefined) return 'pause-not-provided';
    const lasted = pause.from.until(pause.until ?? at.add({ days: 1 })).days;
    const inAll = (days.get(ground.ground) ?? 0) + Math.max(0, lasted);
    if (inAll > ground.mostDays) return 'pause-too-long';
    days.set(ground.ground, inAll);
  }
  return null;
}
