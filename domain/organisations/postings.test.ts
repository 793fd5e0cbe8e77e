import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apartRoles, roles } from '#domain/access/vocabulary.ts';
import { spanCovers, spanHas, spansOverlap } from './day-span.ts';
import {
  type HeldPosting,
  isLastOfItsKind,
  mayHold,
  type PostingQuestion,
  refusalOfPosting,
  roleFits,
} from './postings.ts';

const today = '2026-03-02';
const held = (
  role: HeldPosting['role'],
  fromDay = '2026-01-01',
  untilDay: string | null = null,
): HeldPosting => ({
  role,
  unitId: 'centre',
  fromDay,
  untilDay,
});

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
const span = fc.tuple(days, days, fc.boolean()).map(([one, other, isOpen]) => ({
  fromDay: one < other ? one : other,
  untilDay: isOpen ? null : one < other ? other : one,
}));

describe('spans of days', () => {
  it('overlap exactly where they have a day in common, and cover where they have all', () => {
    const month = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
    fc.assert(
      fc.property(span, span, (one, other) => {
        const shared = month.some((day) => spanHas(one, day) && spanHas(other, day));
        expect(spansOverlap(one, other)).toBe(shared);
        if (spanCovers(one, other))
          expect(month.every((day) => !spanHas(other, day) || spanHas(one, day))).toBe(true);
      }),
    );
  });
});

describe('what an account may hold', () => {
  it('keeps the three apart from each other and from every other role, in either order', () => {
    for (const apart of apartRoles) {
      for (const other of roles.filter((role) => role !== apart)) {
        expect(mayHold([held(apart)], held(other)), `${apart} then ${other}`).toBe('posting-apart');
        expect(mayHold([held(other)], held(apart)), `${other} then ${apart}`).toBe('posting-apart');
      }
    }
  });

  it.each([
    ['several kinds of work', [held('clerk'), held('handler')], held('mediator'), null],
    ['the same again', [held('clerk')], held('clerk'), 'posting-twice'],
    ['the same role elsewhere', [held('clerk')], { ...held('clerk'), unitId: 'other' }, null],
    [
      'an auditor who was one',
      [held('auditor', '2026-01-01', '2026-02-28')],
      held('clerk', '2026-03-01'),
      null,
    ],
    [
      'on the last day of it',
      [held('auditor', '2026-01-01', '2026-03-01')],
      held('clerk', '2026-03-01'),
      'posting-apart',
    ],
  ] as const)('%s', (_name, before, wanted, refusal) => {
    expect(mayHold(before, wanted)).toBe(refusal);
  });
});

describe('where there is such work', () => {
  it.each([
    ['handler', 'department', 'township', true],
    ['mediator', 'centre', 'county', true],
    ['clerk', 'department', 'county', false],
    ['clerk', 'centre', 'township', true],
    ['supervisor', 'centre', 'county', true],
    ['leader', 'department', 'city', false],
    ['auditor', 'centre', 'city', true],
    ['security-admin', 'centre', 'county', false],
    ['system-admin', 'department', 'city', false],
  ] as const)('%s at a %s of a %s: %s', (role, kind, level, fits) => {
    expect(roleFits(role, { kind, level })).toBe(fits);
  });
});

describe('giving a posting', () => {
  const asked: PostingQuestion = {
    wanted: held('clerk'),
    userId: 'li',
    isDisabled: false,
    actorUserId: 'wang',
    place: { id: 'centre', kind: 'centre', level: 'county', isActive: true },
    held: [],
    today,
  };
  it.each([
    ['as it should be', {}, null],
    ['to oneself', { actorUserId: 'li' }, 'posting-for-oneself'],
    ['to a disabled account', { isDisabled: true }, 'account-disabled'],
    ['at a unit out of use', { place: { ...asked.place, isActive: false } }, 'unknown-unit'],
    ['at a unit that is none', { place: undefined }, 'unknown-unit'],
    ['where there is no such work', { wanted: held('auditor') }, 'role-not-at-unit'],
    ['backwards', { wanted: held('clerk', '2026-04-02', '2026-04-01') }, 'days-reversed'],
    ['that is over', { wanted: held('clerk', '2026-01-01', '2026-03-01') }, 'days-over'],
    ['until today', { wanted: held('clerk', '2026-01-01', today) }, null],
  ] as const)('%s', (_name, change, refusal) => {
    expect(refusalOfPosting({ ...asked, ...change } as PostingQuestion)).toBe(refusal);
  });
});

describe('the last of its kind', () => {
  it.each([
    ['nobody else', held('auditor'), [], true],
    ['another for good', held('auditor'), [held('auditor')], false],
    ['another who leaves sooner', held('auditor'), [held('auditor', '2026-01-01', '2026-06-30')], true],
    ['another who is not there yet', held('auditor'), [held('auditor', '2026-03-03')], true],
    ['one that has not begun', held('auditor', '2026-03-03'), [], false],
    ['work of which there is no last', held('clerk'), [], false],
  ] as const)('%s', (_name, posting, others, isLast) => {
    expect(isLastOfItsKind(posting, others, today)).toBe(isLast);
  });
});
