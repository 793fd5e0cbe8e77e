import { expect, it } from 'vitest';
import { fixedClock } from './clock.ts';
import { randomIds, seededIds } from './ids.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('makes ids that sort in the order of their making', () => {
  const ids = Array.from({ length: 100 }, randomIds);
  expect(ids.every((id) => uuidV7.test(id))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});

it('repeats itself for a seed, and follows the clock', () => {
  const clock = fixedClock('2026-01-05T01:00:00Z');
  const [one, two, other] = [seededIds('demo', clock), seededIds('demo', clock), seededIds('else', clock)];
  const ids = Array.from({ length: 50 }, one);
  expect(Array.from({ length: 50 }, two)).toEqual(ids);
  expect(ids.every((id) => uuidV7.test(id))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(50);
  expect(other()).not.toBe(ids[0]);
  clock.set('2026-01-06T01:00:00Z');
  expect(one() > (ids.at(-1) ?? '')).toBe(true);
});
