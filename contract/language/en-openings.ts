/** The words of opening files outside one's own work, and of what the auditor is shown; part of `en.ts`. */

export const outside = {
  errors: {
    'own-work': 'Your own office works on this matter: open it as it is, no purpose is needed.',
    'period-too-long': 'At most {days} days can be looked at together. Please choose a shorter time.',
  },
} as const;

/** For what a file may be opened by somebody who does not work on it. The party reads this. */
export const outsidePurposes = {
  'late-matter': 'Following up a late matter',
  'handling-complaint': 'A complaint about the handling',
  'quality-review': 'A review of the quality of handling',
  'upper-decision': 'A decision is asked of the upper centre',
  'judicial-request': 'A legal request of a court or procuratorate',
  'data-request': 'A party asks to see or correct their data',
} as const;

/** What the auditor is shown unasked, as a fact. */
export const unusualRules = {
  'outside-in-a-day': 'Many files outside own work in a day',
  'outside-in-a-week': 'Many files outside own work in a week',
  'odd-hours': 'Opened at night or on days off',
  'one-place': 'Many matters of one street or township in a day',
  'sealed-file': 'A sealed file opened',
  'many-look-ups': 'Codes looked up for many visitors in a day',
} as const;

/** How the fact is told. */
export const unusualFacts = {
  'outside-in-a-day': 'asked {count} {count|time|times} (shown from {from} on)',
  'outside-in-a-week': 'asked {count} {count|time|times} (shown from {from} on)',
  'odd-hours': '{odd}: opened {count} {count|time|times} (shown from {from} on)',
  'one-place': '{place}: {count} {count|matter|matters} (shown from {from} on)',
  'sealed-file': 'opened {count} {count|time|times} (each is shown)',
  'many-look-ups': 'looked up {count} {count|time|times} (shown from {from} on)',
} as const;

/** Why it is shown from that number on. */
export const unusualReasons = {
  'outside-in-a-day': 'Supervision takes a handful of files a day.',
  'outside-in-a-week': 'Supervision takes a handful of files a week.',
  'odd-hours': 'Once may be somebody in danger; several times, somebody should ask.',
  'one-place': 'A counter sees some twenty people a day, rarely all from one street.',
  'sealed-file': 'Few may open them, so each opening is shown.',
  'many-look-ups': 'It is for lost receipts: a few a day.',
} as const;

/** Between which hours nobody is expected at work. */
export const oddHoursInWords = {
  nightAndDaysOff: 'between {from}:00 and {until}:00, or on a day off',
} as const;

/** What the auditors themselves looked at. */
export const auditLooks = {
  'audit-openings': 'Looked at the openings',
  'audit-changes': 'Looked at the changes',
  'audit-unusual': 'Looked at unusual openings',
  'audit-looks': 'Looked at who looked',
} as const;
