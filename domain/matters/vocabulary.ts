/** The closed lists of the matter's world. Each stands here once; contract, database and packs are tested against it. */

/** How a matter reaches the centre. */
export const channels = [
  'window',
  'hotline',
  'web',
  'letter',
  'department-transfer',
  'grid-worker',
  'police-or-court-transfer',
  'forum',
] as const;
export type Channel = (typeof channels)[number];

/** Where a matter stands on its path 登记→受理→分流→办理→反馈→回访→归档. */
export const statuses = [
  'registered',
  'accepted',
  'offered',
  'disputed',
  'handling',
  'resolved',
  'answered',
  'called-back',
  'closed',
  'declined',
] as const;
export type Status = (typeof statuses)[number];

/** A status in which nobody owes the next step. */
export const endStatuses = ['closed', 'declined'] as const satisfies readonly Status[];

/** Whether a matter in this status is still open. */
export function isOpen(status: Status): boolean {
  return !(endStatuses as readonly Status[]).includes(status);
}

/** What can be done to a registered matter; registration itself makes it. */
export const actions = [
  'accept',
  'decline',
  'withdraw',
  'route',
  'accept-hand-over',
  'return-hand-over',
  'decide',
  'assign',
  'log-step',
  'add-paper',
  'review-safety',
  'record-outcome',
  'answer',
  'call-back',
  'ask-upper-call-back',
  'close',
  'close-not-reached',
  'review-closing',
  'reopen',
  'decline-reopening',
  'write-to-parties',
  're-issue-secret',
  'suspend',
  'resume',
  'transfer',
  'escalate',
  'correct',
  'link',
  'unlink',
  'seal',
  'unseal',
  'ask-assistance',
  'answer-task',
  'return-task',
  'waive-task',
  'merge',
  'split',
  'choose-procedure',
  'start-procedure',
  'note-procedure',
  'end-procedure',
  'ask-clock-change',
  'decide-clock-change',
  'end-pause',
] as const;
export type Action = (typeof actions)[number];

/** What a party can do to their own matter, from outside. */
export const partyActions = [
  'add-information',
  'take-back',
  'ask-reopening',
  'rate',
  'choose-telling',
] as const;
export type PartyAction = (typeof partyActions)[number];

/** Steps with a limit of their own in the city pack; the last five run beside the path. */
export const steps = [
  'accept',
  'route',
  'hand-over',
  'decide',
  'handle',
  'answer',
  'call-back',
  'close',
  'review-closing',
  'safety-review',
  'answer-reopening',
  'assist',
  'conclude',
] as const;
export type Step = (typeof steps)[number];

/** The seat at which a party sits. What is shown to a party depends on it. */
export const seats = ['applicant', 'respondent', 'representative'] as const;
export type Seat = (typeof seats)[number];

export const partyKinds = ['person', 'organisation', 'anonymous'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** What somebody needs in order to take part. */
export const needs = ['interpreter', 'wheelchair', 'sign-language'] as const;
export type Need = (typeof needs)[number];

/** How handling ended, as somebody records it. */
export const recordedOutcomes = [
  'settled',
  'partly-settled',
  'not-settled',
  'withdrawn',
  'referred-out',
] as const;
export type RecordedOutcome = (typeof recordedOutcomes)[number];

/** How a matter came to its end; one that was merged goes on in another. */
export const outcomes = [...recordedOutcomes, 'merged'] as const;
export type Outcome = (typeof outcomes)[number];

/** How far an assisting office is with what it was asked; `lapsed` with the matter's own end. */
export const taskStatuses = ['open', 'answered', 'returned', 'waived', 'lapsed'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** How another matter stands to one that was merged or split. */
export const matterRelations = ['merged-into', 'absorbed', 'split-from', 'split-off'] as const;
export type MatterRelation = (typeof matterRelations)[number];

/** Lawful remedies that are told when a matter is declined or not settled (人民调解法 26). */
export const remedies = [
  'peoples-mediation',
  'arbitration',
  'litigation',
  'administrative-reconsideration',
  'petition',
  'labour-inspection',
  'legal-aid',
  'police',
] as const;
export type Remedy = (typeof remedies)[number];

/** What a handler logs on the way. */
export const stepKinds = ['phone', 'visit', 'meeting', 'letter', 'inspection', 'note'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Dangers to somebody, for the safety flag: never a diagnosis, a trait or a judgement of a person (scope.md). */
export const dangers = [
  'violence-threatened',
  'violence-happened',
  'child-in-danger',
  'life-in-danger',
  'no-shelter',
  'urgent-medical-need',
] as const;
export type Danger = (typeof dangers)[number];

/** On what ground help is arranged for whoever is in danger. */
export const helpGrounds = ['consented', 'not-wanted', 'life-in-danger', 'report-ordered-by-law'] as const;
export type HelpGround = (typeof helpGrounds)[number];

/** What a call-back found. */
export const callBackResults = ['satisfied', 'unsatisfied', 'not-reached'] as const;
export type CallBackResult = (typeof callBackResults)[number];

/** What kind of paper a file is. */
export const paperKinds = [
  'application',
  'identity',
  'evidence',
  'record',
  'agreement',
  'letter',
  'other',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Why two matters are linked: always about the disputes, never about who their parties are. */
export const linkReasons = ['other-aspect', 'follow-up', 'same-event'] as const;
export type LinkReason = (typeof linkReasons)[number];

/** On what ground a file is sealed for named readers. */
export const sealGrounds = ['child-involved', 'sexual-violence', 'state-staff-as-party', 'other'] as const;
export type SealGround = (typeof sealGrounds)[number];

/** How somebody who is handed a secret at the counter showed who they are. */
export const identityChecks = ['id-card', 'passport', 'business-licence', 'known-in-person'] as const;
export type IdentityCheck = (typeof identityChecks)[number];
