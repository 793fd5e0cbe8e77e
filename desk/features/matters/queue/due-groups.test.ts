import { expect, it } from 'vitest';
import type { MatterRow } from '#contract/matters/list-matters.ts';
import { dueGroupOf, groupByDue } from './due-groups.ts';

it.each([
  [null, 'none'],
  ['2026-10-06', 'late'],
  ['2026-10-07', 'today'],
  ['2026-10-08', 'tomorrow'],
  ['2026-10-11', 'week'],
  ['2026-10-12', 'later'],
] as const)('on Wednesday 7 October 2026, %s stands under %s', (dueOn, group) => {
  expect(dueGroupOf(dueOn, '2026-10-07')).toBe(group);
});

it('on a Sunday the week has ended', () => {
  expect(dueGroupOf('2026-10-13', '2026-10-11')).toBe('later');
});

it('counts the whole queue, not only the rows that were loaded', () => {
  const row = (id: string, dueOn: string) => ({ id, dueOn }) as MatterRow;
  const days = [
    { dueOn: '2026-10-07', count: 40 },
    { dueOn: '2026-10-09', count: 12 },
    { dueOn: '2026-10-10', count: 3 },
  ];
  const groups = groupByDue([row('a', '2026-10-07'), row('b', '2026-10-09')], days, '2026-10-07');
  expect(groups.map(({ group, count }) => [group, count])).toEqual([
    ['today', 40],
    ['week', 15],
  ]);
});
