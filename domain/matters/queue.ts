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
  'ask-assistance',
  'write-to-parties',
  'suspend',
  'resume',
  'transfer',
  'escalate',
  'correct',
  'link',
  'unlink',
  'seal',
  'unseal',
  'choose-procedure',
  'start-procedure',
  'note-procedure',
  'end-procedure',
  'ask-clock-change',
  'decide-clock-change',
  'end-pause',
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

/** Whether somebody of this role answers what their office is asked to assist with. */
export function answersTasks(role: Role): boolean {
  return transitions.some((row) => row.action === 'answer-task' && row.roles.includes(role));
}

/** Why a row stands where it stands, as a code and numbers; the most pressing reason first. */
export type QueueReason =
  | { readonly code: 'in-danger' }
  | { readonly code: 'late'; readonly days: number }
  | { readonly code: 'just-late' }
  | { readonly code: 'due-today' }
  | { readonly code: 'reopened' }
  | { readonly code: 'returned'; readonly times: number }
  | { readonly code: 'nobody-assigned' }
  | { readonly code: 'suspended' }
  | { readonly code: 'not-resumed' }
  | { readonly code: 'no-reader' }
  | { readonly code: 'assisting' }
  | { readonly code: 'tasks-late'; readonly tasks: number }
  | { readonly code: 'tasks-open'; readonly tasks: number }
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
  /** By when work suspended by the office was to go on, and whether that day has passed. */
  readonly resumeBy: string | null;
  readonly isResumptionLate: boolean;
  /** Of a sealed matter: whether somebody who may read it still works at the office that holds it. */
  readonly hasReader: boolean;
  /** The office is asked to assist; the limit is that of its task. */
  readonly isAssisting: boolean;
  /** Other offices that were asked to assist: how many have not answered, how many of them are late. */
  readonly tasksOpen: number;
  readonly tasksLate: number;
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
  // The rest is for those who answer for the matter.
  if (facts.isAssisting) return [...reasons, { code: 'assisting' }];
  if (facts.tasksLate > 0) reasons.push({ code: 'tasks-late', tasks: facts.tasksLate });
  else if (facts.tasksOpen > 0) reasons.push({ code: 'tasks-open', tasks: facts.tasksOpen });
  if (!facts.hasReader) reasons.push({ code: 'no-reader' });
  if (facts.resumeBy !== null) reasons.push({ code: facts.isResumptionLate ? 'not-resumed' : 'suspended' });
  if (facts.returns > 0) reasons.push({ code: 'returned', times: facts.returns });
  if (facts.reopenings > 0) reasons.push({ code: 'reopened' });
  if (facts.status === 'handling' && !facts.hasHandler) reasons.push({ code: 'nobody-assigned' });
  return reasons;
}
