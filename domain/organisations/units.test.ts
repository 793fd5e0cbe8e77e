import { describe, expect, it } from 'vitest';
import { departmentCodePattern, differenceFromPack, refusalOfDeactivation } from './units.ts';

describe('putting a unit out of use', () => {
  const unit = {
    kind: 'department',
    level: 'county',
    holdsOpenMatters: false,
    hasActiveDepartments: false,
  } as const;
  it.each([
    ['with nothing to do', unit, null],
    ['with open matters', { ...unit, holdsOpenMatters: true }, 'unit-holds-matters'],
    ['with departments', { ...unit, kind: 'centre', hasActiveDepartments: true }, 'unit-has-departments'],
    ["the city's centre", { ...unit, kind: 'centre', level: 'city' }, 'city-centre-stays'],
    ["a department of the city's centre", { ...unit, level: 'city' }, null],
  ] as const)('%s', (_name, standing, refusal) => {
    expect(refusalOfDeactivation(standing)).toBe(refusal);
  });
});

describe('the difference from the pack', () => {
  const pack = { name: '青山区教育', nameEn: 'Education, Qingshan', presence: 'on-call' } as const;
  it('says what the pack has where the city has something else', () => {
    expect(differenceFromPack(pack, pack)).toBeNull();
    expect(differenceFromPack({ ...pack, name: '青山区教育局' }, pack)).toEqual({ name: '青山区教育' });
    expect(differenceFromPack({ ...pack, presence: 'resident' }, pack)).toEqual({ presence: 'on-call' });
    expect(differenceFromPack(pack, null)).toBeNull();
  });
});

it.each([
  ['housing', true],
  ['market-regulation', true],
  ['4th', false],
  ['Housing', false],
  ['a--b', false],
  ['a/b', false],
] as const)('a department code %s: %s', (code, isOne) => {
  expect(new RegExp(departmentCodePattern).test(code)).toBe(isOne);
});
