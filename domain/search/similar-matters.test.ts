import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type ComparableMatter, compareMatters, similarEnough, tellingTerms } from './similar-matters.ts';

const leak: ComparableMatter = {
  kind: '02',
  regionCode: '990101001',
  registeredOn: Temporal.PlainDate.from('2026-11-02'),
  terms: tellingTerms(['卫生间', '漏水', '楼上', '吊顶', '发霉', '青松', '小区', '希望', '我', '2026']),
};
const toldByTheOther = {
  ...leak,
  registeredOn: Temporal.PlainDate.from('2026-11-09'),
  terms: tellingTerms(['楼下', '吊顶', '漏水', '卫生间', '防水', '青松', '小区', '赔偿', '希望']),
};
const codes = (one: ComparableMatter, other: ComparableMatter) =>
  compareMatters(one, other).reasons.map(({ code }) => code);

describe('compareMatters', () => {
  test('one dispute told by both sides is similar enough, for reasons that are named', () => {
    const { score, reasons } = compareMatters(leak, toldByTheOther);
    expect(score).toBeGreaterThan(similarEnough);
    expect(reasons.map(({ code }) => code)).toEqual([
      'same-words',
      'same-place',
      'same-kind',
      'close-in-time',
    ]);
    expect(reasons[0]).toMatchObject({ terms: ['卫生间', '漏水', '吊顶', '青松', '小区'] });
    expect(reasons[3]).toMatchObject({ days: 7 });
  });

  test('place, kind and day alone never make one dispute of two', () => {
    const other = { ...leak, terms: tellingTerms(['噪音', '烧烤', '油烟', '凌晨']) };
    expect(compareMatters(leak, other)).toEqual({ score: 0, reasons: [] });
  });

  test('three words in common are the least, a word within another not counted', () => {
    const two = { ...leak, terms: tellingTerms(['卫生间', '漏水']) };
    const parts = { ...leak, terms: tellingTerms(['物业公司', '物业', '公司']) };
    expect(compareMatters(leak, two).score).toBe(0);
    expect(compareMatters(parts, parts).score).toBe(0);
  });

  test.each([
    ['990101001', '990101001', 'same-place'],
    ['990101', '990101001', 'place-within'],
    ['990101001', '9901', 'place-within'],
    ['990101002', '990101001', 'same-county'],
  ])('%s and %s: %s', (one, other, code) => {
    expect(codes({ ...leak, regionCode: one }, { ...toldByTheOther, regionCode: other })).toContain(code);
  });

  test('another county, another kind, another year weigh nothing', () => {
    const far = {
      ...toldByTheOther,
      regionCode: '990102001',
      kind: '15',
      registeredOn: Temporal.PlainDate.from('2025-11-02'),
    };
    expect(codes(leak, far)).toEqual(['same-words']);
    expect(compareMatters(leak, far).score).toBeLessThan(similarEnough);
  });

  test('the score lies between 0 and 1, is the sum of its reasons and does not depend on the order', () => {
    const matter = fc.record({
      kind: fc.constantFrom('02', '15', '99'),
      regionCode: fc.constantFrom('9901', '990101', '990101001', '990101002', '990102001'),
      registeredOn: fc
        .integer({ min: 0, max: 200 })
        .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days })),
      terms: fc
        .subarray(['漏水', '楼上', '吊顶', '物业公司', '物业', '噪音', '停车位', '车位', '电梯', '拖欠工资'])
        .map((terms) => new Set(terms)),
    });
    fc.assert(
      fc.property(matter, matter, (one, other) => {
        const { score, reasons } = compareMatters(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
        expect(score).toBeCloseTo(reasons.reduce((sum, { share }) => sum + share, 0));
        expect(compareMatters(other, one).score).toBeCloseTo(score);
      }),
    );
  });
});

test('tellingTerms leaves out single characters, numbers and what everybody writes', () => {
  expect(tellingTerms(['我', '2026', '12.5', '希望', 'KTV', '漏水'])).toEqual(new Set(['ktv', '漏水']));
});
