import { describe, expect, it } from 'vitest';
import { roles } from '#domain/access/vocabulary.ts';
import {
  type AbsenceQuestion,
  canStandIn,
  mayArrangeAbsence,
  mayReadAbsences,
  refusalOfAbsence,
} from './absences.ts';
import type { HeldPosting } from './postings.ts';

const at = (role: HeldPosting['role'], unitId = 'housing', untilDay: string | null = null): HeldPosting => ({
  role,
  unitId,
  fromDay: '2026-01-01',
  untilDay,
});

describe('standing in', () => {
  it.each([
    ['handler', 'mediator', true],
    ['mediator', 'handler', true],
    ['dispatcher', 'clerk', true],
    ['clerk', 'dispatcher', false],
    ['supervisor', 'leader', true],
    ['leader', 'supervisor', false],
    ['supervisor', 'handler', false],
    ['system-admin', 'security-admin', false],
  ] as const)('a %s for a %s: %s', (deputy, absent, can) => {
    expect(canStandIn(deputy, absent)).toBe(can);
  });
  it('always holds for the same role', () => {
    for (const role of roles) expect(canStandIn(role, role)).toBe(true);
  });
});

describe('arranging an absence', () => {
  const asked: AbsenceQuestion = {
    unitId: 'housing',
    days: { fromDay: '2026-03-09', untilDay: '2026-03-13' },
    userId: 'li',
    deputyUserId: 'wang',
    postings: [at('handler')],
    deputyPostings: [at('mediator')],
    absences: [],
    deputyAbsences: [],
    today: '2026-03-02',
  };
  const week = { fromDay: '2026-03-13', untilDay: '2026-03-20' };
  it.each([
    ['as it should be', {}, null],
    ['backwards', { days: { fromDay: '2026-03-13', untilDay: '2026-03-09' } }, 'days-reversed'],
    ['of days gone by', { days: { fromDay: '2026-02-09', untilDay: '2026-03-01' } }, 'days-over'],
    ['with oneself', { deputyUserId: 'li' }, 'deputy-oneself'],
    ['of somebody from elsewhere', { postings: [at('handler', 'labour')] }, 'absent-not-posted'],
    ['with a deputy from elsewhere', { deputyPostings: [at('handler', 'labour')] }, 'deputy-not-posted'],
    [
      'with one who leaves meanwhile',
      { deputyPostings: [at('handler', 'housing', '2026-03-12')] },
      'deputy-not-posted',
    ],
    [
      'with one who cannot do all the work',
      { postings: [at('handler'), at('supervisor')] },
      'deputy-not-posted',
    ],
    ['twice', { absences: [week] }, 'absence-overlaps'],
    ['with one who is away too', { deputyAbsences: [week] }, 'deputy-absent'],
    ['beside others', { absences: [{ fromDay: '2026-03-14', untilDay: '2026-03-20' }] }, null],
  ] as const)('%s', (_name, change, refusal) => {
    expect(refusalOfAbsence({ ...asked, ...change })).toBe(refusal);
  });
});

describe('whose business it is', () => {
  const absence = { unitId: 'housing', centreId: 'centre', userId: 'li' };
  it.each([
    ['the person', { userId: 'li', unitId: 'housing', role: 'handler' }, true, true],
    [
      'the person under a posting elsewhere',
      { userId: 'li', unitId: 'labour', role: 'handler' },
      false,
      false,
    ],
    ['a colleague', { userId: 'wang', unitId: 'housing', role: 'handler' }, false, true],
    ['the supervisor of the centre', { userId: 'wang', unitId: 'centre', role: 'supervisor' }, true, true],
    ['a supervisor elsewhere', { userId: 'wang', unitId: 'other', role: 'supervisor' }, false, false],
    ['a clerk of the centre', { userId: 'wang', unitId: 'centre', role: 'clerk' }, false, true],
    ['the security administrator', { userId: 'wang', unitId: 'city', role: 'security-admin' }, true, true],
  ] as const)('%s', (_name, actor, arranges, reads) => {
    expect(mayArrangeAbsence(actor, absence)).toBe(arranges);
    expect(mayReadAbsences(actor, absence)).toBe(reads);
  });
});
