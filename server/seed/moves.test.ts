import { expect, it } from 'vitest';
import { movesOf } from './moves.ts';

const zone = 'Asia/Shanghai';
const hours = (count: number): number => count * 3_600_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);

it.each<[string, string[], string, readonly [number, number]]>([
  ['two hours both ways', ['2026-03-02T10:00:00'], '2026-03-09T00:00:00', [-hours(2), hours(2)]],
  ['not into the day before', ['2026-03-02T00:30:00'], '2026-03-09T00:00:00', [-hours(0.5), hours(2)]],
  ['not into the next day', ['2026-03-02T23:00:00'], '2026-03-09T00:00:00', [-hours(2), hours(1) - 1]],
  ['not into the future', ['2026-03-02T10:00:00'], '2026-03-02T10:30:00', [-hours(2), hours(0.5)]],
  [
    'as far as all of them may',
    ['2026-03-02T01:00:00', '2026-03-03T23:30:00'],
    '2026-03-09T00:00:00',
    [-hours(1), hours(0.5) - 1],
  ],
  [
    'not at all, where the clock was set back',
    ['2026-03-02T10:00:00'],
    '2026-03-02T09:00:00',
    [-hours(2), 0],
  ],
])('moves %s', (_, instants, now, moves) => {
  expect(movesOf(instants.map(at), zone, at(now))).toEqual(moves);
});
