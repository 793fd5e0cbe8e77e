import { fill, type Language } from '#contract/language/language.ts';
import type { ClockView } from '#contract/matters/clock.ts';
import type { Procedure, ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';
import { partsOfCode } from '#domain/roadmap/procedures/run-clocks.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { dayNear } from '../day-in-full.ts';
import { portalWords } from '../words/words.ts';

/** A limit as it is told to the person: until when, how long that is, and why that day. */
export type ClockInWords = {
  readonly title: string;
  readonly due: { readonly at: string; readonly words: string };
  readonly left: string;
  /** Empty on the first day. */
  readonly used: string;
  /** Of a hundred. */
  readonly usedShare: number;
  readonly isLate: boolean;
  readonly isProvisional: boolean;
  readonly isVerified: boolean;
  /** Empty while it runs. */
  readonly paused: string;
  readonly expiry: string;
  readonly source: string;
  readonly explanation: readonly string[];
};

export function clockInWords(services: Services, clock: ClockView, language: Language): ClockInWords {
  const w = portalWords(language);
  const today = todayOf(services);
  const day = (one: string): string => dayNear(one, today, language);
  const days = w.clock[clock.limit.unit === 'working-day' ? 'working-days' : 'natural-days'];
  const count = (number: number): string => fill(days, { days: number });
  const used = Math.max(clock.used, 0);
  const left = clock.remaining;
  return {
    title: titleOf(services, clock, language),
    due: { at: clock.dueOn, words: day(clock.dueOn) },
    left:
      left < 0 || clock.isLate
        ? fill(w.clock.late, { days: count(Math.max(-left, 0)) })
        : left === 0
          ? w.clock['last-day']
          : fill(w.clock.left, { days: count(left) }),
    used: used === 0 ? '' : fill(w.clock.used, { used: count(used) }),
    // Of all its days, an extension and a move past a holiday among them.
    usedShare: left < 0 ? 100 : Math.round((used / Math.max(1, used + left)) * 100),
    isLate: clock.isLate,
    isProvisional: clock.isProvisional,
    isVerified: clock.isVerified,
    paused:
      clock.pausedFor === null
        ? ''
        : fill(w.roadmap.paused, { ground: clock.pausedFor.ground, day: day(clock.pausedFor.until) }),
    expiry: clock.expiry === null ? '' : fill(w.roadmap.expiry, { what: clock.expiry }),
    source: clock.source,
    explanation: clock.explanation,
  };
}

/** The limit of a procedure as it is defined now; none for a step of the path. */
export function definitionOf(
  services: Services,
  clock: Pick<ClockView, 'step'>,
): { readonly procedure: Procedure; readonly clock: ProcedureClock } | null {
  const parts = partsOfCode(clock.step.code);
  const procedure = services.roadmap.inForce(todayOf(services)).find(({ key }) => key === parts?.procedure);
  const definition = procedure?.clocks.find(({ key }) => key === parts?.clock);
  return procedure === undefined || definition === undefined ? null : { procedure, clock: definition };
}

/** Without the procedure's name, which stands above it. */
function titleOf(services: Services, clock: ClockView, language: Language): string {
  return definitionOf(services, clock)?.clock.title[language] ?? clock.step.label;
}
