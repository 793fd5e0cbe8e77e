import type { Limit } from '../counting.ts';
import type { ProcedureClock } from './procedure.ts';

/** A pause as it is kept: the clock stands from `from` on and runs again on `until`. ISO days. */
export type KeptPause = { readonly from: string; readonly until: string; readonly ground: string };
export type KeptExtension = Limit & { readonly on: string };

/** A change of a running clock that one person asks for and another decides (信访工作条例 34 and its like). */
export type AskedChange =
  | { readonly change: 'extension'; readonly count: number; readonly byUserId: string }
  | {
      readonly change: 'pause';
      readonly ground: string;
      readonly from: string;
      readonly until: string;
      readonly byUserId: string;
    };

/** What the rules need of a running clock. */
export type ChangeableClock = {
  readonly startedOn: string;
  readonly pauses: readonly KeptPause[];
  readonly extensions: readonly KeptExtension[];
  readonly asked: AskedChange | null;
};

export const clockChangeRefusals = [
  'clock-not-changeable',
  'change-asked-already',
  'no-change-asked',
  'asker-may-not-approve',
  'extension-not-provided',
  'extension-too-long',
  'extension-too-often',
  'pause-not-provided',
  'pause-too-long',
  'pause-out-of-order',
  'clock-not-paused',
] as const;
export type ClockChangeRefusal = (typeof clockChangeRefusals)[number];

/** Why the law does not allow this change of the clock; null where it does. `daysBetween` counts natural days. */
export function changeRefusal(
  definition: ProcedureClock,
  clock: ChangeableClock,
  asked: AskedChange,
  daysBetween: (from: string, until: string) => number,
): ClockChangeRefusal | null {
  if (clock.asked !== null) return 'change-asked-already';
  if (asked.change === 'extension') {
    const { extension } = definition;
    if (extension === null) return 'extension-not-provided';
    if (clock.extensions.length >= extension.times) return 'extension-too-often';
    return asked.count > extension.most.count ? 'extension-too-long' : null;
  }
  const ground = definition.pauses.find((one) => one.ground === asked.ground);
  if (ground === undefined) return 'pause-not-provided';
  if (asked.from < clock.startedOn || asked.until <= asked.from) return 'pause-out-of-order';
  if (clock.pauses.some(({ from, until }) => asked.from < until && from < asked.until))
    return 'pause-out-of-order';
  const before = clock.pauses
    .filter((one) => one.ground === asked.ground)
    .reduce((days, { from, until }) => days + daysBetween(from, until), 0);
  return before + daysBetween(asked.from, asked.until) > ground.mostDays ? 'pause-too-long' : null;
}

export type Decided<Clock> =
  | { readonly ok: true; readonly clock: Clock }
  | { readonly ok: false; readonly refusal: ClockChangeRefusal };

/** Decides what was asked. Whoever asked decides nothing; a refusal leaves the clock as it runs. */
export function decideChange<Clock extends ChangeableClock>(
  definition: ProcedureClock,
  clock: Clock,
  decision: { readonly isApproved: boolean; readonly byUserId: string; readonly on: string },
): Decided<Clock> {
  const { asked } = clock;
  if (asked === null) return { ok: false, refusal: 'no-change-asked' };
  if (asked.byUserId === decision.byUserId) return { ok: false, refusal: 'asker-may-not-approve' };
  if (!decision.isApproved) return { ok: true, clock: { ...clock, asked: null } };
  if (asked.change === 'extension') {
    const { extension } = definition;
    if (extension === null) return { ok: false, refusal: 'extension-not-provided' };
    const more = { count: asked.count, unit: extension.most.unit, on: decision.on };
    return { ok: true, clock: { ...clock, asked: null, extensions: [...clock.extensions, more] } };
  }
  const { from, until, ground } = asked;
  return { ok: true, clock: { ...clock, asked: null, pauses: [...clock.pauses, { from, until, ground }] } };
}

/** Ends a pause before its planned day: the clock runs again on `on`. */
export function endPause<Clock extends ChangeableClock>(clock: Clock, on: string): Decided<Clock> {
  const standing = clock.pauses.find(({ from, until }) => from < on && on < until);
  if (standing === undefined) return { ok: false, refusal: 'clock-not-paused' };
  const pauses = clock.pauses.map((one) => (one === standing ? { ...one, until: on } : one));
  return { ok: true, clock: { ...clock, pauses } };
}

/** What a matter's running clocks say of it on a day: whether one stands still, and whether a change of one waits. */
export function standingOf(
  running: readonly { readonly pauses: readonly KeptPause[]; readonly asked: AskedChange | null }[],
  today: string,
): { readonly isPaused: boolean; readonly isChangeAsked: boolean } {
  return {
    isPaused: running.some(({ pauses }) => pauses.some(({ from, until }) => from <= today && today < until)),
    isChangeAsked: running.some(({ asked }) => asked !== null),
  };
}
