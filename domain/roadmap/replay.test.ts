import { describe, expect, it } from 'vitest';
import { calendarOf2026 } from './calendar.fixture.ts';
import { makeCalendar } from './calendar.ts';
import type { OpenedFact } from './clock-facts.ts';
import { compareReplay, type Difference, isWrong, type StoredMatter } from './compare-replay.ts';
import { type ReplayedEvent, replay } from './replay.ts';

const decide: OpenedFact = {
  id: 'decide',
  step: 'petition-handling/decide',
  startedOn: '2026-07-28',
  count: 60,
  unit: 'natural-day',
  counting: 'not-counted next-working-day',
  owedBy: 'office',
  runId: null,
  pauses: [],
  extensions: [],
  // A lie, as of a program that counted wrongly.
  dueOn: '2026-01-01',
  isProvisional: true,
};
const extended = { ...decide, extensions: [{ count: 30, unit: 'natural-day', on: '2026-09-20' } as const] };

const event = (version: number, on: string, more: Partial<ReplayedEvent> = {}): ReplayedEvent => ({
  version,
  recordedAt: `${on}T02:00:00Z`,
  ...more,
});
const registered = event(1, '2026-07-28', { to: 'handling', opened: [decide] });
const replayed = (events: readonly ReplayedEvent[]) => replay(events, () => calendarOf2026);

describe('replay', () => {
  it('counts anew, whatever an event says that a day came to', () => {
    // 60 days end on Saturday 26 September, within Mid-Autumn; the next working day is Monday (民诉法 85).
    expect(replayed([registered])).toMatchObject({
      status: 'handling',
      dueOn: '2026-09-28',
      dueFrom: '2026-07-28',
      clocks: [{ dueOn: '2026-09-28', isProvisional: false, endedOn: null }],
      faults: [],
    });
  });

  it('lets an extension begin at the day as moved, and an end stand on its own day', () => {
    const events = [
      registered,
      event(2, '2026-09-20', { changed: [extended] }),
      event(3, '2026-10-12', { to: 'resolved', ended: [{ id: 'decide', on: '2026-10-09' }] }),
    ];
    // 30 days after Monday 28 September: Wednesday 28 October.
    expect(replayed(events.slice(0, 2))).toMatchObject({ dueOn: '2026-10-28' });
    expect(replayed(events).clocks[0]).toMatchObject({ dueOn: '2026-10-28', endedOn: '2026-10-09' });
    // Nothing runs; the matter is open and keeps the day that it had.
    expect(replayed(events)).toMatchObject({ dueOn: '2026-10-28', status: 'resolved' });
    expect(replayed([...events, event(4, '2026-10-13', { to: 'closed' })])).toMatchObject({ dueOn: null });
  });

  it('takes the matter to be due by what its own offices owe first', () => {
    const more = (id: string, fields: Partial<OpenedFact>): OpenedFact => ({
      ...decide,
      id,
      count: 5,
      ...fields,
    });
    const events = [
      registered,
      event(2, '2026-07-29', {
        opened: [
          more('help', { taskId: 'task' }),
          more('window', { owedBy: 'party' }),
          more('own', { count: 50 }),
        ],
      }),
    ];
    expect(replayed(events)).toMatchObject({ dueOn: '2026-09-16' });
  });

  it('counts with the calendar that was known then, and says what another would move since', () => {
    const late: OpenedFact = { ...decide, startedOn: '2026-12-20', count: 12 };
    const later = makeCalendar({
      holidays: ['2027-01-01'],
      makeUpWorkdays: [],
      publishedYears: [2026, 2027],
    });
    const calendarAt = (instant: string) => (instant < '2026-12-25' ? calendarOf2026 : later);
    const opened = event(1, '2026-12-20', { to: 'registered', opened: [late] });
    const before = replay([opened], calendarAt);
    expect(before.clocks[0]).toMatchObject({ dueOn: '2027-01-04', isProvisional: true });
    const stored: StoredMatter = { id: 'm', ...before, status: 'registered' };
    const waiting = compareReplay(stored, before, later);
    expect(waiting).toMatchObject([{ kind: 'to-be-recounted', clockId: 'decide', replayed: '2027-01-04' }]);
    expect(waiting.filter(isWrong)).toEqual([]);
    const after = replay([opened, event(2, '2026-12-26', { changed: [late] })], calendarAt);
    expect(after.clocks[0]).toMatchObject({ dueOn: '2027-01-04', isProvisional: false });
  });

  it.each<[string, readonly ReplayedEvent[], string, string]>([
    ['an event is missing', [registered, event(3, '2026-08-01')], 'event 3', 'event-missing'],
    [
      'nobody opened what ends',
      [registered, event(2, '2026-08-01', { ended: [{ id: 'x', on: '2026-08-01' }] })],
      'event 2',
      'clock-unknown',
    ],
    [
      'nobody opened what changes',
      [registered, event(2, '2026-08-01', { changed: [{ ...decide, id: 'x' }] })],
      'event 2',
      'clock-unknown',
    ],
    [
      'a clock is opened twice',
      [registered, event(2, '2026-08-01', { opened: [decide] })],
      'event 2',
      'clock-opened-before',
    ],
    [
      'pauses overlap',
      [
        event(1, '2026-07-28', {
          to: 'handling',
          opened: [
            {
              ...decide,
              pauses: [
                { from: '2026-08-01', until: '2026-08-09', ground: 'hearing' },
                { from: '2026-08-05', until: '2026-08-12', ground: 'hearing' },
              ],
            },
          ],
        }),
      ],
      'event 1',
      'pauses-overlap',
    ],
  ])('says so where %s', (_what, events, field, fault) => {
    const stored: StoredMatter = { id: 'm', ...replayed(events), status: 'handling' };
    const expected: Partial<Difference> = { kind: 'event', field, stored: fault };
    expect(compareReplay(stored, replayed(events), calendarOf2026)).toMatchObject([expected]);
  });

  it('of history that was brought in tells nothing, and finds a clock that has no business there', () => {
    const history = replayed([event(1, '2026-07-28')]);
    expect(history).toMatchObject({ status: null, dueOn: null, clocks: [] });
    const stored: StoredMatter = { id: 'm', ...history, status: 'closed' };
    expect(compareReplay(stored, history, calendarOf2026)).toEqual([]);
    const odd = { ...stored, clocks: [{ ...decide, endedOn: null }] };
    expect(compareReplay(odd, history, calendarOf2026)).toMatchObject([
      { kind: 'unknown', clockId: 'decide' },
    ]);
  });
});
