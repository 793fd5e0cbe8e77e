import { expect, test } from 'vitest';
import { highestLevel, type LevelEvent, segmentsOf } from './history.ts';
import type { LevelRow } from './levels.ts';

const clock = (id: string, startedOn: string, dueOn: string, more: object = {}) => ({
  id,
  step: 'accept',
  startedOn,
  dueOn,
  owedBy: 'office',
  ...more,
});

const story: LevelEvent[] = [
  {
    on: '2026-08-03',
    type: 'register',
    to: 'registered',
    opened: [clock('a', '2026-08-03', '2026-08-06')],
    partyCount: 2,
  },
  {
    on: '2026-08-05',
    type: 'accept',
    from: 'registered',
    to: 'accepted',
    ended: [{ id: 'a' }],
    opened: [clock('b', '2026-08-05', '2026-08-07')],
  },
  { on: '2026-08-05', type: 'log-step' },
  { on: '2026-08-10', type: 'return-hand-over', changed: [{ id: 'b', dueOn: '2026-08-20' }] },
  {
    on: '2026-08-12',
    type: 'review-safety',
    opened: [
      clock('s', '2026-08-12', '2026-08-19', { step: 'safety-review' }),
      clock('t', '2026-08-12', '2026-08-13', { taskId: 'task' }),
      clock('w', '2026-08-12', '2026-08-13', { owedBy: 'party' }),
    ],
  },
  { on: '2026-08-14', type: 'absorb', partyCount: 5 },
  { on: '2026-08-17', type: 'close', from: 'handling', to: 'closed', ended: [{ id: 'b' }, { id: 's' }] },
  {
    on: '2026-08-31',
    type: 'reopen',
    from: 'closed',
    to: 'accepted',
    opened: [clock('c', '2026-08-31', '2026-09-04')],
  },
  { on: '2026-09-01', type: 'transfer' },
];

test('facts between the events, while the matter is open', () => {
  const segments = segmentsOf(story, 9);
  expect(segments.map(({ from, until }) => `${from}–${until}`)).toEqual([
    '2026-08-03–2026-08-05',
    '2026-08-05–2026-08-05',
    '2026-08-05–2026-08-10',
    '2026-08-10–2026-08-12',
    '2026-08-12–2026-08-14',
    '2026-08-14–2026-08-17',
    '2026-08-31–2026-09-01',
    '2026-09-01–null',
  ]);
  expect(segments[0]?.facts).toEqual({
    dueFrom: '2026-08-03',
    dueOn: '2026-08-06',
    runningDue: ['2026-08-06'],
    returns: 0,
    transfers: 0,
    reopenings: 0,
    parties: 2,
    isInDanger: false,
  });
  expect(segments[3]?.facts).toMatchObject({ dueFrom: '2026-08-05', dueOn: '2026-08-20', returns: 1 });
  // Another office's task and a window of the parties' make no matter late.
  expect(segments[4]?.facts).toMatchObject({
    dueOn: '2026-08-19',
    runningDue: ['2026-08-19', '2026-08-20'],
    isInDanger: true,
  });
  expect(segments[5]?.facts).toMatchObject({ parties: 5 });
  expect(segments[7]?.facts).toMatchObject({ reopenings: 1, transfers: 1, isInDanger: false, parties: 5 });
});

test('where no event says how many parties there were, they are those of today', () => {
  expect(segmentsOf([{ on: '2026-08-03', type: 'register', to: 'registered' }], 4)[0]?.facts.parties).toBe(4);
});

const rows: LevelRow[] = [
  { level: 'blue', when: [{ fact: 'share-used', op: '>=', number: 60 }] },
  { level: 'yellow', when: [{ fact: 'days-overdue', op: '=', number: 2 }] },
  { level: 'orange', when: [{ fact: 'days-overdue', op: '>=', number: 3 }] },
  { level: 'red', when: [{ fact: 'danger', op: '=', number: 1 }] },
];

test.each([
  ['the whole story', '2026-08-01', '2026-09-30', 'red'],
  // b was due on the 7th and changed on the 10th, its third day over.
  ['before the danger', '2026-08-01', '2026-08-11', 'orange'],
  // Only on one day of its stretch: the days in between count, too.
  ['until the day before', '2026-08-01', '2026-08-09', 'yellow'],
  ['its first days', '2026-08-01', '2026-08-04', null],
  ['while it was closed', '2026-08-20', '2026-08-30', undefined],
  ['after the danger', '2026-08-31', '2026-09-02', null],
  ['not yet there', '2026-07-01', '2026-08-02', undefined],
] as const)('the highest colour of %s', (_, since, today, level) => {
  expect(highestLevel({ rows }, segmentsOf(story, 2), since, today)).toBe(level);
});
