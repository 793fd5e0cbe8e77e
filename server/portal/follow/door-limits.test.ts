import { describe, expect, it } from 'vitest';
import { triesWithin } from '#domain/access/growing-wait.ts';
import { networkOf } from '#server/app/network-of.ts';
import { addressRule } from './door-limits.ts';

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::', 'fe80:0:0:0'],
  ])('of %s is %s', (ip, network) => expect(networkOf(ip)).toBe(network));
});

it('does the sum that stands in docs/threat-model.md', () => {
  const secondsAYear = 365 * 24 * 3600;
  const triesAYear = triesWithin(secondsAYear, addressRule);
  expect(triesAYear).toBe(262_808);
  const secrets = 31 ** 10;
  expect(secrets).toBe(819_628_286_980_801);
  // Ten thousand addresses that never rest, for a year, against a code that they know and its three parties.
  const chance = (triesAYear * 10_000 * 3) / secrets;
  expect(chance).toBeLessThan(1 / 100_000);
  expect(Math.round(1 / chance)).toBeGreaterThan(100_000);
});
