import type { ParticipationPart, Role } from '#domain/access/vocabulary.ts';
import { type Action, type PartyAction, type Seat, type Status, type Step, statuses } from './vocabulary.ts';

/**
 * What must hold for a row to apply. Facts of the matter (`first-return`, `second-return`, `sampled`,
 * `nobody-to-reach`, `reopening-asked`, `no-task-open`, `task-open`, `not-merged`, `suspended`, `not-suspended`, `linked`,
 * `sealed`, `procedure-open`, `no-procedure-open`), of its places (`upper-centre-there`), of the doer (`not-the-handler`, `nobody-else`) or of what was said
 * (the rest).
 */
export const conditions = [
  'first-return',
  'second-return',
  'not-the-handler',
  'nobody-else',
  'nobody-to-reach',
  'sampled',
  'reopening-asked',
  'no-task-open',
  'task-open',
  'not-merged',
  'suspended',
  'not-suspended',
  'upper-centre-there',
  'linked',
  'sealed',
  'procedure-open',
  'no-procedure-open',
  'change-asked',
  'no-change-asked',
  'paused',
  'stays-in-house',
  'to-another-centre',
  'satisfied',
  'unsatisfied',
  'not-reached',
  'confirmed',
  'objected',
] as const;
export type Condition = (typeof conditions)[number];

export type Transition = {
  readonly from: readonly Status[];
  readonly action: Action;
  readonly to: Status | 'unchanged';
  readonly part: readonly ParticipationPart[];
  readonly roles: readonly Role[];
  readonly when?: readonly Condition[];
};

/** A step that a party takes themselves, whatever office has the matter. */
export type PartyTransition = {
  readonly from: readonly Status[];
  readonly action: PartyAction;
  readonly to: Status | 'unchanged';
  readonly seats: readonly Seat[];
};

const desk = ['clerk', 'dispatcher'] as const;
const triage = ['dispatcher'] as const;
const settling = ['handler', 'mediator'] as const;
const callers = ['clerk', 'dispatcher', 'supervisor'] as const;
const everybodyAtWork = ['clerk', 'dispatcher', 'handler', 'mediator', 'supervisor'] as const;
const holder = ['holder'] as const;
const lead = ['lead'] as const;
const holderOrLead = ['holder', 'lead'] as const;
const whoeverWorksOnIt = ['holder', 'lead', 'assisting'] as const;
const allOpen = [
  'registered',
  'accepted',
  'offered',
  'disputed',
  'handling',
  'resolved',
  'answered',
  'called-back',
] as const;
/** An office has it and owes the next step: its work can be suspended, or be given up to another. */
const beingWorkedOn = ['accepted', 'handling'] as const;
const untilAnOutcome = ['registered', 'accepted', 'offered', 'disputed', 'handling'] as const;
/** Where a matter can be put together with another or taken apart: the same, unless an upper centre is deciding. */
const untilAnOutcomeHere = ['registered', 'accepted', 'offered', 'handling'] as const;

/**
 * The one table of the path 登记→受理→分流→办理→反馈→回访→归档 and its side ways. Use cases, allowed actions, buttons and
 * the diagram in ARCHITECTURE.md read it. The order of the rows is the order in which actions are offered.
 */
export const transitions: readonly Transition[] = [
  { from: ['registered'], action: 'accept', to: 'accepted', part: holder, roles: triage },
  { from: ['accepted'], action: 'route', to: 'offered', part: holder, roles: triage },
  {
    from: ['offered'],
    action: 'accept-hand-over',
    to: 'handling',
    part: holder,
    roles: settling,
    when: ['stays-in-house'],
  },
  {
    from: ['offered'],
    action: 'accept-hand-over',
    to: 'accepted',
    part: holder,
    roles: triage,
    when: ['to-another-centre'],
  },
  {
    from: ['offered'],
    action: 'return-hand-over',
    to: 'accepted',
    part: holder,
    roles: [...settling, ...triage],
    when: ['first-return'],
  },
  {
    from: ['offered'],
    action: 'return-hand-over',
    to: 'disputed',
    part: holder,
    roles: [...settling, ...triage],
    when: ['second-return'],
  },
  {
    from: ['disputed'],
    action: 'decide',
    to: 'handling',
    part: holder,
    roles: [...triage, 'supervisor'],
    when: ['stays-in-house'],
  },
  {
    from: ['disputed'],
    action: 'decide',
    to: 'accepted',
    part: holder,
    roles: [...triage, 'supervisor'],
    when: ['to-another-centre'],
  },
  {
    from: ['handling'],
    action: 'record-outcome',
    to: 'resolved',
    part: holder,
    roles: settling,
    when: ['no-task-open', 'no-procedure-open'],
  },
  {
    from: ['resolved'],
    action: 'answer',
    to: 'answered',
    part: holder,
    roles: settling,
    when: ['no-task-open'],
  },
  {
    from: allOpen,
    action: 'answer-task',
    to: 'unchanged',
    part: ['assisting'],
    roles: [...settling, ...triage],
  },
  {
    from: allOpen,
    action: 'return-task',
    to: 'unchanged',
    part: ['assisting'],
    roles: [...settling, ...triage],
  },
  {
    from: ['answered'],
    action: 'call-back',
    to: 'called-back',
    part: holder,
    roles: callers,
    when: ['not-the-handler', 'satisfied'],
  },
  {
    from: ['answered'],
    action: 'call-back',
    to: 'handling',
    part: holder,
    roles: callers,
    when: ['not-the-handler', 'unsatisfied'],
  },
  {
    from: ['answered'],
    action: 'call-back',
    to: 'unchanged',
    part: holder,
    roles: callers,
    when: ['not-the-handler', 'not-reached'],
  },
  {
    from: ['answered'],
    action: 'close-not-reached',
    to: 'closed',
    part: holder,
    roles: callers,
    when: ['not-the-handler', 'nobody-to-reach', 'no-task-open'],
  },
  {
    from: ['answered'],
    action: 'ask-upper-call-back',
    to: 'unchanged',
    part: ['lead'],
    roles: everybodyAtWork,
    when: ['nobody-else'],
  },
  {
    from: ['called-back'],
    action: 'close',
    to: 'closed',
    part: holder,
    roles: callers,
    when: ['no-task-open'],
  },
  {
    from: ['closed'],
    action: 'review-closing',
    to: 'unchanged',
    part: ['lead'],
    roles: ['supervisor'],
    when: ['sampled', 'confirmed'],
  },
  {
    from: ['closed'],
    action: 'review-closing',
    to: 'answered',
    part: ['lead'],
    roles: ['supervisor'],
    when: ['sampled', 'objected'],
  },
  { from: ['handling'], action: 'assign', to: 'unchanged', part: holder, roles: [...settling, 'supervisor'] },
  { from: allOpen, action: 'log-step', to: 'unchanged', part: whoeverWorksOnIt, roles: everybodyAtWork },
  { from: allOpen, action: 'add-paper', to: 'unchanged', part: whoeverWorksOnIt, roles: everybodyAtWork },
  { from: allOpen, action: 'review-safety', to: 'unchanged', part: whoeverWorksOnIt, roles: everybodyAtWork },
  { from: ['registered'], action: 'decline', to: 'declined', part: holder, roles: triage },
  { from: ['registered', 'accepted'], action: 'withdraw', to: 'closed', part: holder, roles: desk },
  {
    from: ['closed', 'declined'],
    action: 'reopen',
    to: 'accepted',
    part: ['lead'],
    roles: [...triage, 'supervisor'],
    when: ['not-merged'],
  },
  {
    from: ['closed', 'declined'],
    action: 'decline-reopening',
    to: 'unchanged',
    part: ['lead'],
    roles: [...triage, 'supervisor'],
    when: ['reopening-asked'],
  },
  // The legal roadmap: what the parties choose, the procedure begun, what happens in it, how it ends, its limits changed.
  {
    from: ['handling'],
    action: 'start-procedure',
    to: 'unchanged',
    part: holder,
    roles: settling,
    when: ['no-procedure-open'],
  },
  {
    from: ['accepted'],
    action: 'start-procedure',
    to: 'unchanged',
    part: lead,
    roles: triage,
    when: ['no-procedure-open'],
  },
  {
    from: untilAnOutcome,
    action: 'note-procedure',
    to: 'unchanged',
    part: holderOrLead,
    roles: [...settling, ...triage],
    when: ['procedure-open'],
  },
  {
    from: untilAnOutcome,
    action: 'end-procedure',
    to: 'unchanged',
    part: holderOrLead,
    roles: [...settling, ...triage],
    when: ['procedure-open'],
  },
  {
    from: ['accepted', 'offered', 'handling'],
    action: 'choose-procedure',
    to: 'unchanged',
    part: holderOrLead,
    roles: [...settling, ...desk],
    when: ['no-procedure-open'],
  },
  {
    from: untilAnOutcome,
    action: 'ask-clock-change',
    to: 'unchanged',
    part: holderOrLead,
    roles: [...settling, ...triage],
    when: ['procedure-open', 'no-change-asked'],
  },
  {
    from: untilAnOutcome,
    action: 'decide-clock-change',
    to: 'unchanged',
    part: holderOrLead,
    roles: [...triage, 'supervisor'],
    when: ['change-asked'],
  },
  {
    from: untilAnOutcome,
    action: 'end-pause',
    to: 'unchanged',
    part: holderOrLead,
    roles: [...settling, ...triage],
    when: ['paused'],
  },
  { from: ['handling'], action: 'ask-assistance', to: 'unchanged', part: holder, roles: settling },
  { from: ['handling'], action: 'ask-assistance', to: 'unchanged', part: ['lead'], roles: triage },
  {
    from: allOpen,
    action: 'waive-task',
    to: 'unchanged',
    part: ['lead'],
    roles: ['supervisor'],
    when: ['task-open'],
  },
  {
    from: untilAnOutcomeHere,
    action: 'merge',
    to: 'closed',
    part: ['lead'],
    roles: triage,
    when: ['no-task-open'],
  },
  { from: untilAnOutcomeHere, action: 'split', to: 'unchanged', part: ['lead'], roles: triage },
  { from: allOpen, action: 'write-to-parties', to: 'unchanged', part: holderOrLead, roles: everybodyAtWork },
  { from: statuses, action: 're-issue-secret', to: 'unchanged', part: ['lead'], roles: desk },
  // Side ways 中止、恢复、转办、上报、更正、关联、密封.
  {
    from: beingWorkedOn,
    action: 'suspend',
    to: 'unchanged',
    part: holder,
    roles: [...settling, ...triage],
    when: ['not-suspended'],
  },
  {
    from: beingWorkedOn,
    action: 'suspend',
    to: 'unchanged',
    part: lead,
    roles: triage,
    when: ['not-suspended'],
  },
  {
    from: beingWorkedOn,
    action: 'resume',
    to: 'unchanged',
    part: holder,
    roles: [...settling, ...triage],
    when: ['suspended'],
  },
  { from: beingWorkedOn, action: 'resume', to: 'unchanged', part: lead, roles: triage, when: ['suspended'] },
  { from: ['handling'], action: 'transfer', to: 'offered', part: holder, roles: settling },
  { from: ['handling'], action: 'transfer', to: 'offered', part: lead, roles: triage },
  {
    from: beingWorkedOn,
    action: 'escalate',
    to: 'offered',
    part: lead,
    roles: [...triage, 'supervisor'],
    when: ['upper-centre-there'],
  },
  { from: statuses, action: 'correct', to: 'unchanged', part: lead, roles: desk },
  { from: allOpen, action: 'correct', to: 'unchanged', part: holder, roles: settling },
  { from: statuses, action: 'link', to: 'unchanged', part: holderOrLead, roles: everybodyAtWork },
  {
    from: statuses,
    action: 'unlink',
    to: 'unchanged',
    part: holderOrLead,
    roles: everybodyAtWork,
    when: ['linked'],
  },
  { from: statuses, action: 'seal', to: 'unchanged', part: lead, roles: [...triage, 'supervisor'] },
  {
    from: statuses,
    action: 'unseal',
    to: 'unchanged',
    part: lead,
    roles: [...triage, 'supervisor'],
    when: ['sealed'],
  },
];

const everySeat = ['applicant', 'respondent', 'representative'] as const;
const applicantsSide = ['applicant', 'representative'] as const;

/** What a party may do from outside. Only the applicant's side decides over the matter; every seat may be heard. */
export const partyTransitions: readonly PartyTransition[] = [
  { from: allOpen, action: 'add-information', to: 'unchanged', seats: everySeat },
  { from: untilAnOutcome, action: 'take-back', to: 'closed', seats: applicantsSide },
  { from: ['closed', 'declined'], action: 'ask-reopening', to: 'unchanged', seats: applicantsSide },
  { from: ['answered', 'called-back', 'closed'], action: 'rate', to: 'unchanged', seats: applicantsSide },
  { from: allOpen, action: 'choose-telling', to: 'unchanged', seats: everySeat },
];

const stepsOf: Readonly<Record<Status, Step | null>> = {
  registered: 'accept',
  accepted: 'route',
  offered: 'hand-over',
  disputed: 'decide',
  handling: 'handle',
  resolved: 'answer',
  answered: 'call-back',
  'called-back': 'close',
  closed: null,
  declined: null,
};

/** The step whose limit runs while a matter is in this status; none once it has ended. */
export function stepOf(status: Status): Step | null {
  return stepsOf[status];
}
