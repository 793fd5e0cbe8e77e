import { describe, expect, it } from 'vitest';
import { openingHours, outsidePurposes, purposeWords, refusedOutside } from './outside-opening.ts';
import { roles } from './vocabulary.ts';

const posting = { role: 'supervisor', unitKind: 'centre', regionCode: '150204' } as const;
const matter = { regionCode: '150204001', isSealed: false, takesPart: false } as const;

describe('opening a file outside one’s own work', () => {
  it.each([
    ['a street of the region', {}, {}, null],
    ['the region itself', {}, { regionCode: '150204' }, null],
    ['from the city', { regionCode: '1502' }, {}, null],
    ['a region beside', {}, { regionCode: '150203001' }, 'not-found'],
    ['the region above', {}, { regionCode: '1502' }, 'not-found'],
    ['a sealed file', {}, { isSealed: true }, 'sealed'],
    ['a sealed file of one’s own work', {}, { isSealed: true, takesPart: true }, 'sealed'],
    [
      'a sealed file elsewhere says no more than any other',
      {},
      { regionCode: '150203', isSealed: true },
      'not-found',
    ],
    ['own work', {}, { takesPart: true }, 'own-work'],
    ['from a department', { unitKind: 'department' }, {}, 'forbidden'],
  ] as const)('%s', (_name, changedPosting, changedMatter, refused) => {
    expect(refusedOutside({ ...posting, ...changedPosting }, { ...matter, ...changedMatter })).toBe(refused);
  });

  it.each(roles.filter((role) => role !== 'supervisor'))('is not for a %s', (role) => {
    expect(refusedOutside({ ...posting, role }, matter)).toBe('forbidden');
  });

  it('asks for a purpose of the list and for words, and ends', () => {
    expect(new Set(outsidePurposes.map(({ purpose }) => purpose)).size).toBe(outsidePurposes.length);
    expect(purposeWords.atLeast).toBeGreaterThan(0);
    expect(openingHours).toBeLessThanOrEqual(8);
  });
});
