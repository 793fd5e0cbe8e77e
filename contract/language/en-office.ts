/** The words of notices, bulk steps, macros and saved views, in English; part of `en.ts`. */

export const noticeKinds = {
  brought: 'Brought from outside, to be accepted',
  'in-danger': 'Somebody is in danger: see to protection and help',
  disputed: 'Returned a second time, to be decided',
  returned: 'Returned, to be routed again',
  offered: 'Routed to your office, to be taken over',
  decided: 'It was decided who handles it',
  assigned: 'Assigned to you',
  'taken-over': 'A colleague handles it now',
  answered: 'Answered, to be called back',
  'call-back-asked': 'Your centre is asked to call back',
  unsatisfied: 'Not satisfied: back to be handled',
  'called-back': 'Called back, to be closed',
  closed: 'Closed and filed',
  drawn: 'Closed as not reached, drawn for review',
  objected: 'The closing was objected to: call back again',
  reopened: 'Reopened',
  'reopening-asked': 'A party asks to reopen it',
  'information-added': 'A party added information',
  'taken-back': 'Withdrawn by the applicant',
  noted: 'A colleague added a note or papers',
  'assistance-asked': 'Your office is asked to assist',
  'task-answered': 'The assisting office answered',
  'task-returned': 'The assisting office returned its task',
  'task-waived': 'The assisting task was waived',
  'clock-change-asked': 'An extension or pause waits for a decision',
  'clock-change-decided': 'Decided on an extension or pause',
  'procedure-noted': 'Progress of a procedure',
  recounted: 'Holidays published, limit reckoned again',
  'level-raised': 'Warning raised to {level}',
  'your-turn': 'Passed to your office',
} as const;

export const bulkStates = {
  ok: 'Can be done',
  refused: 'Refused',
  conflict: 'Changed meanwhile',
} as const;

export const viewPlaces = { queue: 'Queue', search: 'Search' } as const;
