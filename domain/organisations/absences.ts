import { permissions } from '#domain/access/permissions.ts';
import type { Role } from '#domain/access/vocabulary.ts';
import { transitions } from '#domain/matters/transitions.ts';
import { type DaySpan, isOver, isReversed, spanCovers, spansOverlap } from './day-span.ts';
import type { HeldPosting } from './postings.ts';

export const absenceRefusals = [
  'days-reversed',
  'days-over',
  'deputy-oneself',
  'absent-not-posted',
  'deputy-not-posted',
  'absence-overlaps',
  'deputy-absent',
] as const;
export type AbsenceRefusal = (typeof absenceRefusals)[number];

/** Whether whoever has the one role may do all that the other may: read off the tables, so that it cannot drift. */
export function canStandIn(deputy: Role, absent: Role): boolean {
  const lists: readonly (readonly Role[])[] = [
    ...transitions.map(({ roles }) => roles),
    ...Object.values(permissions).map(({ roles }) => roles),
  ];
  return lists.every((roles) => !roles.includes(absent) || roles.includes(deputy));
}

export type AbsenceQuestion = {
  readonly unitId: string;
  readonly days: DaySpan & { readonly untilDay: string };
  readonly userId: string;
  readonly deputyUserId: string;
  /** Postings at any unit that have not been ended. */
  readonly postings: readonly HeldPosting[];
  readonly deputyPostings: readonly HeldPosting[];
  /** Of the same unit, not cancelled. */
  readonly absences: readonly DaySpan[];
  readonly deputyAbsences: readonly DaySpan[];
  readonly today: string;
};

/**
 * Why an absence may not be arranged, or null where it may. The deputy is posted at the same unit throughout, in a
 * role that can do the work of every role that the absent colleague holds there.
 */
export function refusalOfAbsence(asked: AbsenceQuestion): AbsenceRefusal | null {
  const { unitId, days } = asked;
  if (isReversed(days)) return 'days-reversed';
  if (isOver(days, asked.today)) return 'days-over';
  if (asked.userId === asked.deputyUserId) return 'deputy-oneself';
  const here = asked.postings.filter((posting) => posting.unitId === unitId && spansOverlap(posting, days));
  if (here.length === 0) return 'absent-not-posted';
  const present = asked.deputyPostings.filter(
    (posting) => posting.unitId === unitId && spanCovers(posting, days),
  );
  const isCovered = here.every(({ role }) => present.some((deputy) => canStandIn(deputy.role, role)));
  if (!isCovered) return 'deputy-not-posted';
  if (asked.absences.some((absence) => spansOverlap(absence, days))) return 'absence-overlaps';
  return asked.deputyAbsences.some((absence) => spansOverlap(absence, days)) ? 'deputy-absent' : null;
}

type Arranger = { readonly userId: string; readonly unitId: string; readonly role: Role };
type AbsencePlace = { readonly unitId: string; readonly centreId: string; readonly userId: string };

/** Who arranges an absence: the person, the supervisor of the unit or its centre, or the security administrator. */
export function mayArrangeAbsence(actor: Arranger, absence: AbsencePlace): boolean {
  if (actor.role === 'security-admin') return true;
  if (actor.role === 'supervisor' && [absence.unitId, absence.centreId].includes(actor.unitId)) return true;
  return actor.userId === absence.userId && actor.unitId === absence.unitId;
}

/** Who reads a unit's absences: its colleagues, those of its centre, and the security administrator. */
export function mayReadAbsences(actor: Arranger, place: Omit<AbsencePlace, 'userId'>): boolean {
  return actor.role === 'security-admin' || [place.unitId, place.centreId].includes(actor.unitId);
}
