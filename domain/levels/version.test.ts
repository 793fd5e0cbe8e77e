import { expect, test } from 'vitest';
import { versionInForce, versionsUpcoming } from './version.ts';

const pack = { version: 0, inForceFrom: null };
const one = { version: 1, inForceFrom: '2026-10-01' };
const later = { version: 2, inForceFrom: '2026-11-01' };
const sameDay = { version: 3, inForceFrom: '2026-10-01' };
const all = [later, one, pack, sameDay];

test.each([
  ['2026-09-30', pack],
  ['2026-10-01', sameDay],
  ['2026-10-31', sameDay],
  ['2026-11-01', later],
  ['2027-01-01', later],
])('on %s the version in force is the one whose day came last', (day, expected) => {
  expect(versionInForce(all, day)).toBe(expected);
});

test('what is to come stands in its order', () => {
  expect(versionsUpcoming(all, '2026-09-30')).toEqual([one, sameDay, later]);
  expect(versionsUpcoming(all, '2026-10-01')).toEqual([later]);
});

test('without any there is none', () => {
  expect(versionInForce([], '2026-10-01')).toBeUndefined();
});
