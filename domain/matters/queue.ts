import type { Role } from '#domain/access/vocabulary.ts';
import { transitions } from './transitions.ts';
import { isOpen, type Status, statuses } from './vocabulary.ts';

/** Actions that keep a file but move no matter: they put nothing into anybody's queue. */
const besideThePath = [
  'log-step',
  'add-paper',
  'review-safety',
  'assign',
  'withdraw',
  'reopen',
  'ask-upper-call-back',
];

/** The statuses in which a matter held by the office waits for somebody of this role. */
export function statusesWaitingFor(role: Role): Status[] {
  return statuses.filter(
    (status) =>
      isOpen(status) &&
      transitions.some(
        (row) =>
          row.from.includes(status) &&
          row.roles.includes(role) &&
          row.part.includes('holder') &&
          !besideThePath.includes(row.action),
      ),
  );
}

/** The statuses in which it waits for its handler alone, not for any colleague of the role. */
export const handlersOwnStatuses = ['handling', 'resolved'] as const satisfies readonly Status[];

/** Why a row stands where it stands, as a code and numbers; the most pressing reason first. */
export type QueueReason =
  | { readonly code: 'in-danger' }
  | { readonly code: 'late'; readonly days: number }
  | { readonly code: 'just-late' }
  | { readonly code: 'due-today' }
  | { readonly code: 'reopened' }
  | { readonly code: 'returned'; readonly times: number }
  | { readonly code: 'nobody-assigned' }
  | { readonly code: 'due'; readonly days: number }
  | { readonly code: 'ended' };

export type QueueFacts = {
  readonly status: Status;
  readonly isInDanger: boolean;
  /** Working days left, today not counted; below zero when late; null once ended. */
  readonly remaining: number | null;
  readonly isLate: boolean;
  readonly returns: number;
  readonly reopenings: number;
  readonly hasHandler: boolean;
};

/** All reasons that apply, in the order in which a reader should learn them. */
export function queueReasons(facts: QueueFacts): QueueReason[] {
  if (facts.remaining === null) return [{ code: 'ended' }];
  const reasons: QueueReason[] = [];
  if (facts.isInDanger) reasons.push({ code: 'in-danger' });
  if (facts.isLate) {
    // On the days off right after the due day no working day has passed yet.
    reasons.push(facts.remaining < 0 ? { code: 'late', days: -facts.remaining } : { code: 'just-late' });
  } else reasons.push(facts.remaining > 0 ? { code: 'due', days: facts.remaining } : { code: 'due-today' });
  if (facts.returns > 0) reasons.push({ code: 'returned', times: facts.returns });
  if (facts.reopenings > 0) reasons.push({ code: 'reopened' });
  if (facts.status === 'handling' && !facts.hasHandler) reasons.push({ code: 'nobody-assigned' });
  return reasons;
}
