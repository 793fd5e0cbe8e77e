import { isOpen, type Status } from '#domain/matters/vocabulary.ts';
import type { StoredClock, StoredMatter } from './compare-replay.ts';
import { countingOf } from './counting.ts';
import { isoOf, type PaperCalendar, tell } from './law-by-day.fixture.ts';
import type { Run } from './procedures/run.ts';
import type { ReplayedEvent } from './replay.ts';

export type Course = { readonly stored: StoredMatter; readonly events: readonly ReplayedEvent[] };

type Facts = {
  readonly to?: Status;
  readonly opened?: readonly StoredClock[];
  readonly ended?: readonly { readonly id: string; readonly on: string }[];
  readonly changed?: readonly StoredClock[];
  readonly runs?: readonly Run[];
};
type NewClock = Partial<StoredClock> & Pick<StoredClock, 'step' | 'startedOn' | 'count' | 'unit'>;

export type Ledger = ReturnType<typeof createLedger>;

/**
 * Rows and events as the program writes them, one event a change. The days of the rows are not the program's: the model
 * of the law tells them, and nothing of them stands in the events.
 */
export function createLedger(paperOn: (day: number) => PaperCalendar) {
  const rows = new Map<string, StoredClock>();
  const events: ReplayedEvent[] = [];
  let status = 'registered' as Status;
  let due: { on: string; from: string } | null = null;
  let made = 0;

  const newId = (): string => {
    made += 1;
    return `id-${made}`;
  };
  const counted = <T extends Omit<StoredClock, 'dueOn' | 'isProvisional'>>(clock: T, today: number) => {
    const { firstDay, lastDayOnHoliday } = countingOf(clock.counting);
    const told = tell(
      {
        start: numberOf(clock.startedOn),
        limit: clock,
        isFirstDayCounted: firstDay === 'counted',
        movesOffHolidays: lastDayOnHoliday === 'next-working-day',
        standstills: clock.pauses.map((one) => ({ from: numberOf(one.from), until: numberOf(one.until) })),
        extensions: clock.extensions,
        today,
      },
      paperOn(today),
    );
    return { ...clock, dueOn: isoOf(told.due), isProvisional: told.isProvisional };
  };
  const running = (): StoredClock[] => [...rows.values()].filter(({ endedOn }) => endedOn === null);
  const moveDue = (): void => {
    const owed = running().filter(({ taskId, owedBy }) => taskId === undefined && owedBy !== 'party');
    const days = owed.map(({ dueOn, startedOn }) => `${dueOn} ${startedOn}`).sort();
    const [on, from] = days[0]?.split(' ') ?? [];
    if (!isOpen(status)) due = null;
    else if (on !== undefined && from !== undefined) due = { on, from };
  };

  return {
    newId,
    counted,
    running,
    status: () => status,
    row: (id: string) => rows.get(id),
    open: (clock: NewClock, today: number): StoredClock =>
      counted(
        {
          id: newId(),
          counting: 'not-counted next-working-day',
          owedBy: 'office',
          runId: null,
          pauses: [],
          extensions: [],
          endedOn: null,
          ...clock,
        },
        today,
      ),
    write({ to, opened = [], ended = [], changed = [], runs = [] }: Facts, today: number): void {
      for (const clock of [...changed, ...opened]) rows.set(clock.id, clock);
      for (const { id, on } of ended) rows.set(id, { ...(rows.get(id) as StoredClock), endedOn: on });
      status = to ?? status;
      moveDue();
      const unsaid = { dueOn: '1999-01-01', isProvisional: false };
      events.push({
        version: events.length + 1,
        recordedAt: `${isoOf(today)}T04:00:00Z`,
        ...(to && { to }),
        opened: opened.map(({ endedOn: _ended, ...fact }) => ({ ...fact, ...unsaid })),
        ended,
        changed: changed.map(({ id, pauses, extensions }) => ({ id, pauses, extensions, ...unsaid })),
        runs,
      });
    },
    course: (runs: readonly Run[]): Course => ({
      stored: {
        id: 'matter',
        version: events.length,
        status,
        dueOn: due?.on ?? null,
        dueFrom: due?.from ?? null,
        clocks: [...rows.values()],
        runs,
      },
      events,
    }),
  };
}

const numbers = new Map<string, number>();

/** The number of an ISO day, found by walking; a course has few. */
export function numberOf(iso: string): number {
  const known = numbers.get(iso);
  if (known !== undefined) return known;
  let day = 20_000; // 2024-10-04
  while (isoOf(day) < iso) day += 1;
  numbers.set(iso, day);
  return day;
}
