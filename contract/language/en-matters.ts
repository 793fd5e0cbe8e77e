/** The words of matters, in English; the same keys as `zh-matters.ts`. */
import { jointWork } from './en-joint-work.ts';
import { roadmap } from './en-roadmap.ts';
import { sideWays } from './en-side-ways.ts';
import type * as zh from './zh-matters.ts';

type Same<Topic> = Readonly<Record<keyof Topic, string>>;

export const dangers = {
  'violence-threatened': 'Somebody is threatened with violence',
  'violence-happened': 'Violence has happened',
  'child-in-danger': 'A child is in danger',
  'life-in-danger': 'A life is in danger',
  'no-shelter': 'No shelter tonight',
  'urgent-medical-need': 'Urgent medical need',
} as const satisfies Same<typeof zh.dangers>;

export const helpGrounds = {
  consented: 'Help with consent',
  'not-wanted': 'No help wanted',
  'life-in-danger': 'A life is in danger: help by law',
  'report-ordered-by-law': 'The law orders a report',
} as const satisfies Same<typeof zh.helpGrounds>;

export const answerWays = {
  'in-person': 'In person',
  phone: 'By phone',
  letter: 'By letter',
  message: 'By message',
} as const satisfies Same<typeof zh.answerWays>;

export const stages = {
  register: 'Registered',
  accept: 'Accepted',
  route: 'Routed',
  handle: 'Handled',
  answer: 'Answered',
  'call-back': 'Called back',
  close: 'Closed',
} as const satisfies Same<typeof zh.stages>;

export const events = {
  register: 'Registered',
  import: 'Brought in from earlier records',
  accept: 'Accepted',
  decline: 'Declined',
  withdraw: 'Withdrawn by the applicant',
  route: 'Routed to {to}',
  'accept-hand-over': 'Hand-over accepted',
  'return-hand-over': 'Returned, now with {to}',
  decide: 'Decided: {to} handles it',
  assign: 'Handler assigned',
  'log-step': 'Noted',
  'add-paper': 'Papers added',
  'review-safety': 'Safety flag reviewed',
  'record-outcome': 'Outcome recorded',
  answer: 'Applicant answered',
  'call-back': 'Called back',
  'ask-upper-call-back': '{to} was asked to call back',
  close: 'Closed and filed',
  'close-not-reached': 'Closed, applicant not reached',
  'review-closing': 'Closing reviewed',
  reopen: 'Reopened',
  'add-information': 'A party added information',
  'take-back': 'Taken back by the applicant',
  'ask-reopening': 'The applicant asked to reopen it',
  rate: 'Rated by the applicant',
  'choose-telling': 'A party chose how to be told',
  'hand-over-work': 'Work handed over',
  system: 'System',
  'decline-reopening': 'Declined to reopen',
  'write-to-parties': 'Wrote to the parties',
  're-issue-secret': 'Handed out a secret',
  ...jointWork.events,
  ...sideWays.events,
  ...roadmap.events,
} as const satisfies Same<typeof zh.events>;

export const facts = {
  outcome: 'Outcome',
  remedies: 'Remedies told',
  destination: 'Referred to',
  reference: 'Their reference',
  stepKind: 'How',
  by: 'Answered',
  result: 'Call-back',
  rating: 'Rating',
  paperKind: 'Kind of paper',
  files: 'Files',
  danger: 'Danger',
  help: 'Help',
  legalBasis: 'Legal basis',
  happenedOn: 'Happened on',
  seats: 'Written to',
  forSeats: 'Meant for',
  inConfidence: 'In confidence',
  checkedBy: 'Identity',
  ...jointWork.facts,
  ...sideWays.facts,
  ...roadmap.facts,
} as const satisfies Same<typeof zh.facts>;

export const queue = { separator: ' · ', list: ', ' } as const satisfies Same<typeof zh.queue>;

export const queueReasons = {
  'in-danger': 'Somebody is in danger',
  late: '{days} working {days|day|days} late',
  'just-late': 'just late',
  'due-today': 'last day',
  due: '{days} working {days|day|days} left',
  returned: 'returned {times} {times|time|times}',
  reopened: 'reopened',
  'nobody-assigned': 'no handler yet',
  ended: 'ended',
  ...jointWork.queueReasons,
  ...sideWays.queueReasons,
} as const satisfies Same<typeof zh.queueReasons>;

export const similar = {
  'same-pair': 'the same two parties',
  'same-place': 'the same place',
  'place-within': 'one place lies within the other',
  'same-county': 'the same county',
  'same-kind': 'both about {kind}',
  'close-in-time': '{days} {days|day|days} apart',
  'same-words': 'the same words: {terms}',
  'routing-table': "the city's routing table: {kind}",
} as const satisfies Same<typeof zh.similar>;

export const relations = {
  suggested: 'Suggested',
  'lead-department': 'Department of the leading centre',
  'own-department': 'Department of this centre',
  'own-centre': "This centre's mediators",
  upper: 'Upper centre',
  lower: 'Lower centre',
  across: 'Another centre',
} as const satisfies Same<typeof zh.relations>;

/** What a party can do from outside. */
export const partyActions = {
  'add-information': 'Add information',
  'take-back': 'Take the matter back',
  'ask-reopening': 'Ask to reopen',
  rate: 'Rate',
  'choose-telling': 'Choose how to be told',
} as const;
