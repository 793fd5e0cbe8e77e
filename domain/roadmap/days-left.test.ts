import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarOf2026 } from './calendar.fixture.ts';
import { computeClock } from './clock.ts';
import { workingDaysLeft } from './days-left.ts';

const day = Temporal.PlainDate.from;

describe('working days left', () => {
  it('are those that a clock of the same day shows, before, on and after the due day', () => {
    const startedOn = day('2026-09-22');
    for (let offset = 0; offset < 40; offset += 1) {
      const today = startedOn.add({ days: offset });
      const limit = { count: 10, unit: 'working-day' } as const;
      const clock = computeClock({ startedOn, limit, calendar: calendarOf2026, today });
      if (!clock.ok) throw new Error(clock.reason);
      expect(
        workingDaysLeft(today.toString(), clock.dueOn.toString(), calendarOf2026),
        today.toString(),
      ).toBe(clock.remainingDays);
    }
  });
});
