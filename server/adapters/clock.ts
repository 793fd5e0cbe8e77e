import { Temporal } from 'temporal-polyfill';

/** What time it is. Nothing else in the program asks the machine. */
export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands until it is set: for tests, and for demo matters with a past. */
export type SettableClock = Clock & { set(instant: Temporal.Instant | string): void };

export function fixedClock(start: Temporal.Instant | string): SettableClock {
  let current = Temporal.Instant.from(start);
  return {
    now: () => current,
    set: (instant) => {
      current = Temporal.Instant.from(instant);
    },
  };
}
