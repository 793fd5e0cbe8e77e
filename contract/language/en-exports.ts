/** The words of exports, in English; part of `en.ts`. */

export const exportStatuses = {
  waiting: 'Waits for a second person',
  refused: 'Not agreed to',
  making: 'Being made',
  ready: 'Ready to fetch',
  stopped: 'Not made',
  gone: 'No longer kept',
} as const;

export const exportContents = {
  facts: 'What the list shows',
  words: 'List, story and answer',
  parties: 'List, story, answer and parties',
  file: "One matter's whole file",
} as const;

/** Why a file was not made. */
export const exportStops = {
  'posting-ended': 'The posting of whoever asked has ended, so it was not made.',
  unanswered: 'Nobody decided within seven days. Please ask again.',
  lapsed: 'The approval has lapsed. Please ask again.',
  grown: 'By the time it was made the list had more rows than are allowed. Please ask again.',
  'matter-away': 'Whoever asked can no longer see this matter.',
  failed: 'It could not be made after several attempts. Please tell the system administrator.',
} as const;

/** Where an export was taken from, as its filter says. */
export const exportFilters = {
  mine: 'My queue',
  office: 'My office',
  ended: 'Ended',
  sampled: 'Drawn for review',
  'reopening-asked': 'Reopening asked for',
  late: 'Overdue',
  today: 'Due today',
  week: 'Due within seven days',
  file: 'One matter',
} as const;

/** The headings of a list, and what its cells say. */
export const exportColumns = {
  code: 'Code',
  subject: 'Subject',
  kind: 'Kind',
  region: 'Region',
  status: 'Status',
  holder: 'With',
  handler: 'Handler',
  dueOn: 'Due on',
  reason: 'Notes',
  level: 'Level',
  returns: 'Returns',
  parties: 'Parties',
  registeredAt: 'Registered at',
  endedAt: 'Ended at',
  story: 'Story',
  request: 'Request',
  answer: 'Answer',
  answeredAt: 'Answered at',
  applicant: 'Applicant',
  respondent: 'Other side',
  representative: 'Representative',
  sheet: 'Matters',
} as const;

/** The readable part of one matter's file. */
export const exportPages = {
  timeline: 'What happened',
  papers: 'Papers',
  happened: 'The story',
  wanted: 'The request',
  made: 'Exported by {name} ({unit}) at {at}',
  checks: 'The SHA-256 of every file stands in manifest.json.',
  listName: 'matters',
} as const;
