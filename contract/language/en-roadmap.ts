/** The words of the legal roadmap in English; the same keys as `zh-roadmap.ts`. */
export const roadmap = {
  errors: {
    'unknown-procedure': 'The city has no such procedure.',
    'procedure-open': 'A procedure is under way. End it first.',
    'no-procedure-open': 'No procedure is under way.',
    'not-of-this-kind': 'By law this procedure is not for disputes of this kind.',
    'party-refused':
      'A party does not want this procedure. Mediation is voluntary; tell them the other ways (People’s Mediation Law 17, 26).',
    'not-a-successor': 'This procedure follows another one, once that has ended accordingly.',
    'requirement-missing': 'Not everything that this procedure requires has been confirmed.',
    'day-in-future': 'The day cannot lie ahead of today.',
    'day-before-start': 'The day cannot be before the step that comes before it.',
    'event-not-of-procedure': 'This does not happen in this procedure.',
    'event-noted-already': 'This has been noted already.',
    'outcome-not-of-procedure': 'This procedure does not end like that.',
    'not-voluntary': 'Only a voluntary procedure can be refused by one party.',
    'clock-not-changeable': 'This limit can be neither extended nor paused.',
    'change-asked-already': 'A change of this limit is waiting for a decision already.',
    'no-change-asked': 'Nothing is waiting for a decision.',
    'asker-may-not-approve': 'Whoever asked cannot decide. Another person in charge has to.',
    'extension-not-provided': 'The law does not provide for extending this limit.',
    'extension-too-long': 'That is longer than the law allows.',
    'extension-too-often': 'The law allows no further extension.',
    'extension-days': 'Say by how many days.',
    'pause-not-provided': 'The law does not let this limit stand still for that.',
    'pause-too-long': 'That is longer than this ground allows.',
    'pause-out-of-order':
      'The days do not fit: a pause cannot begin before the limit does, nor overlap with another one.',
    'pause-span': 'Say on what ground, and when the limit runs again.',
    'clock-not-paused': 'This limit does not stand still now.',
    'clock-not-known-then': 'By the end of that day this limit was not on record yet.',
  },
  actions: {
    'choose-procedure': 'Record the choice of way',
    'start-procedure': 'Begin a procedure',
    'note-procedure': 'Note progress of the procedure',
    'end-procedure': 'End the procedure',
    'ask-clock-change': 'Ask to extend or pause',
    'decide-clock-change': 'Decide on extending or pausing',
    'end-pause': 'Let the limit run again',
  },
  events: {
    'choose-procedure': 'Choice of way recorded',
    'start-procedure': 'Procedure begun',
    'note-procedure': 'Progress of the procedure',
    'end-procedure': 'Procedure ended',
    'ask-clock-change': 'Asked to extend or pause',
    'decide-clock-change': 'Decided on extending or pausing',
    'end-pause': 'The limit runs again',
    recount: 'Holidays published, limit reckoned again',
  },
  steps: { conclude: 'Decide what follows' },
  facts: {
    procedure: 'Procedure',
    choice: 'Choice',
    procedureEvent: 'Progress',
    procedureOutcome: 'Result',
    on: 'Day',
    confirmed: 'Confirmed',
    body: 'Body',
    clock: 'Limit',
    change: 'Change',
    days: 'Days',
    ground: 'Ground',
    decision: 'Decision',
    dueBefore: 'Due before',
    dueAfter: 'Due now',
  },
} as const;

export const procedureChoices = { chosen: 'Wanted', refused: 'Not wanted' } as const;
export const clockChanges = { extension: 'Extension', pause: 'Pause' } as const;
export const clockDecisions = { approved: 'Approved', refused: 'Refused' } as const;

export const requirements = {
  'both-agree': 'Both sides agree',
  'no-suit-pending': 'No lawsuit is pending',
  'arbitration-agreed': 'Both sides agreed on arbitration',
  'agreement-written': 'The agreement is signed and in force',
  'decision-received': 'The written answer or decision was received',
  'within-limitation': 'The time for applying has not run out',
} as const;

export const procedureEvents = {
  received: 'Received',
  applied: 'Applied',
  referred: 'Referred',
  accepted: 'Accepted',
  'accepted-simplified': 'Accepted (simplified)',
  'docketed-summary': 'Docketed (summary procedure)',
  docketed: 'Docketed',
  routed: 'Routed',
  'business-answered': 'The business answered',
  heard: 'Heard',
} as const;

export const starters = {
  'parties-together': 'Both parties together',
  applicant: 'The applicant',
  office: 'The office in charge',
  court: 'The court',
} as const;

export const clockOwners = { office: 'This centre', outside: 'An outside body', party: 'The party' } as const;
export const extensionApprovers = {
  'unit-head': 'approved by the head of the office',
  'both-parties': 'agreed by both parties',
  'outside-body': 'decided by that body',
} as const;
export const procedureEnds = { discontinued: 'Ended with the matter' } as const;

export const proposalReasons = {
  chosen: 'Chosen by the parties',
  follows: 'May follow',
  'of-this-kind': 'For disputes of this kind',
  'for-any-kind': 'For any dispute',
} as const;

export const limitsInWords = {
  'natural-day': '{count} days',
  'working-day': '{count} working days',
  month: '{count} months',
} as const;
