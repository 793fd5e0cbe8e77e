import { apartRoles, type Role, type UnitKind } from '#domain/access/vocabulary.ts';
import type { RegionLevel } from './city-pack.ts';
import { type DaySpan, isOver, isReversed, spanCovers, spanHas, spansOverlap } from './day-span.ts';

export type HeldPosting = DaySpan & { readonly role: Role; readonly unitId: string };

/** What the rules need to know of a unit. */
export type PostingPlace = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly level: RegionLevel;
  readonly isActive: boolean;
};

export const postingRefusals = [
  'posting-for-oneself',
  'account-disabled',
  'unknown-unit',
  'role-not-at-unit',
  'days-reversed',
  'days-over',
  'posting-apart',
  'posting-twice',
] as const;
export type PostingRefusal = (typeof postingRefusals)[number];

/** Whether these roles are those of which GB/T 22239-2019 wants three administrators, apart from each other and from work. */
export function isApart(role: Role): boolean {
  return (apartRoles as readonly Role[]).includes(role);
}

/**
 * Whether an account may hold one more posting beside those it holds: an administrator's or auditor's role is held
 * alone (GB/T 22239-2019) on every day, and nobody holds the same role at the same unit twice. `held` are those that
 * are neither ended nor over.
 */
export function mayHold(
  held: readonly HeldPosting[],
  wanted: HeldPosting,
): Extract<PostingRefusal, 'posting-apart' | 'posting-twice'> | null {
  const isTwice = held.some(({ role, unitId }) => role === wanted.role && unitId === wanted.unitId);
  if (isTwice) return 'posting-twice';
  const meeting = held.filter((posting) => spansOverlap(posting, wanted));
  return meeting.some(({ role }) => isApart(role) || isApart(wanted.role)) ? 'posting-apart' : null;
}

/**
 * Whether there is such work at such a unit: settling at departments and centres, the desk and its supervision at
 * centres, administration and audit at the city's centre.
 */
export function roleFits(role: Role, { kind, level }: Pick<PostingPlace, 'kind' | 'level'>): boolean {
  if (role === 'handler' || role === 'mediator') return true;
  if (kind !== 'centre') return false;
  return !isApart(role) || level === 'city';
}

export type PostingQuestion = {
  readonly wanted: HeldPosting;
  readonly userId: string;
  readonly isDisabled: boolean;
  readonly actorUserId: string | null;
  readonly place: PostingPlace | undefined;
  readonly held: readonly HeldPosting[];
  readonly today: string;
};

/** Why a posting may not be given, or null where it may. Nobody gives one to themself. */
export function refusalOfPosting(asked: PostingQuestion): PostingRefusal | null {
  const { wanted, place } = asked;
  if (asked.userId === asked.actorUserId) return 'posting-for-oneself';
  if (asked.isDisabled) return 'account-disabled';
  if (!place?.isActive) return 'unknown-unit';
  if (!roleFits(wanted.role, place)) return 'role-not-at-unit';
  if (isReversed(wanted)) return 'days-reversed';
  if (isOver(wanted, asked.today)) return 'days-over';
  return mayHold(asked.held, wanted);
}

/**
 * Whether ending a posting would leave the city without a system administrator, a security administrator or an
 * auditor: somebody else must be posted as one today, and for at least as long.
 */
export function isLastOfItsKind(
  posting: DaySpan & { readonly role: Role },
  others: readonly DaySpan[],
  today: string,
): boolean {
  if (!isApart(posting.role) || !spanHas(posting, today)) return false;
  const rest = { fromDay: today, untilDay: posting.untilDay };
  return !others.some((other) => spanCovers(other, rest));
}

/** The roles under which matters are one's own to settle; ending the last of them at a unit hands these matters over. */
export const settlingRoles = ['handler', 'mediator'] as const satisfies readonly Role[];

type Reader = { readonly unitId: string; readonly role: Role };

/** Who reads who is posted: the administrators everywhere, others at their own unit and at those of their centre. */
export function mayReadPostings(
  reader: Reader,
  place: { readonly unitId: string; readonly centreId: string } | null,
): boolean {
  if (reader.role === 'security-admin' || reader.role === 'system-admin') return true;
  return place !== null && [place.unitId, place.centreId].includes(reader.unitId);
}
