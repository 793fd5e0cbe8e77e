import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeys } from './keys.ts';

const master = randomBytes(32);
const keys = createKeys(master);
const unit = '0199d0c0-0000-7000-8000-000000000001';
const otherUnit = '0199d0c0-0000-7000-8000-000000000002';

describe('sealing', () => {
  it('gives back what was sealed, never the same bytes twice', () => {
    const key = keys.newMatterKey();
    const sealed = keys.seal(key, '张三 𠮷', 'party/1/name');
    expect(keys.open(key, sealed, 'party/1/name').toString('utf8')).toBe('张三 𠮷');
    expect(sealed.equals(keys.seal(key, '张三 𠮷', 'party/1/name'))).toBe(false);
    expect(keys.open(key, keys.seal(key, '', 'empty'), 'empty')).toHaveLength(0);
  });

  it('detects a change of any byte', () => {
    const key = keys.newMatterKey();
    const sealed = keys.seal(key, 'content', 'place');
    for (let index = 0; index < sealed.length; index += 1) {
      const tampered = Buffer.from(sealed);
      tampered[index] = (tampered[index] ?? 0) ^ 1;
      expect(() => keys.open(key, tampered, 'place'), `byte ${index}`).toThrow();
    }
    expect(() => keys.open(key, sealed.subarray(0, 20), 'place')).toThrow();
  });

  it('is bound to its place', () => {
    const key = keys.newMatterKey();
    expect(() => keys.open(key, keys.seal(key, 'content', 'party/1/name'), 'party/2/name')).toThrow();
  });
});

describe("a matter's key", () => {
  it('opens for its holder only', () => {
    const key = keys.newMatterKey();
    const wrapped = keys.wrapMatterKey(key, unit, 'matter/1');
    expect(keys.unwrapMatterKey(wrapped, unit, 'matter/1').equals(key)).toBe(true);
    expect(() => keys.unwrapMatterKey(wrapped, otherUnit, 'matter/1')).toThrow();
    expect(() => keys.unwrapMatterKey(wrapped, unit, 'matter/2')).toThrow();
    expect(() => createKeys(randomBytes(32)).unwrapMatterKey(wrapped, unit, 'matter/1')).toThrow();
  });
});

describe('hashes', () => {
  it('of two centres cannot be joined, nor phone with id', () => {
    const here = keys.lookupHash(unit, 'phone', '13800000000');
    expect(here.equals(createKeys(master).lookupHash(unit, 'phone', '13800000000'))).toBe(true);
    expect(here.equals(keys.lookupHash(otherUnit, 'phone', '13800000000'))).toBe(false);
    expect(here.equals(keys.lookupHash(unit, 'id', '13800000000'))).toBe(false);
  });

  it('of a pair do not depend on who is the applicant', () => {
    expect(keys.pairHash('1502', 'a', 'b').equals(keys.pairHash('1502', 'b', 'a'))).toBe(true);
    expect(keys.pairHash('1502', 'a', 'b').equals(keys.pairHash('1502', 'a', 'c'))).toBe(false);
    expect(keys.pairHash('1502', 'a', 'b').equals(keys.pairHash('1503', 'a', 'b'))).toBe(false);
  });
});

describe("a party's secret", () => {
  it('can be repeated, and changes with its generation', () => {
    const secret = keys.partySecret('party', 1);
    expect(secret).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
    expect(keys.partySecret('party', 1)).toBe(secret);
    expect(keys.partySecret('party', 2)).not.toBe(secret);
    expect(createKeys(randomBytes(32)).partySecret('party', 1)).not.toBe(secret);
  });
});

it('refuses a master key of another length', () => {
  expect(() => createKeys(randomBytes(16))).toThrow('16 bytes');
});
