/** The words of the four colours, in English; part of `en.ts`. */

export const levelFacts = {
  'share-used': 'limit used (%)',
  'days-overdue': 'calendar days overdue',
  'steps-overdue': 'limits overdue',
  returns: 'times returned',
  transfers: 'times passed on',
  reopenings: 'times reopened',
  parties: 'parties',
  danger: 'safety flag',
} as const;

export const levelReasons = {
  'share-used': '{value}% of the limit used',
  'days-overdue': '{value} calendar {value|day|days} overdue',
  'steps-overdue': '{value} {value|limit|limits} overdue',
  returns: 'returned {value} {value|time|times}',
  transfers: 'passed on {value} {value|time|times}',
  reopenings: 'reopened {value} {value|time|times}',
  parties: '{value} {value|party|parties}',
  danger: 'somebody is in danger: see to protection and help first',
  'no-danger': 'no safety flag',
} as const;

export const levelRules = {
  number: '{reason} (rule: {op} {number})',
  percent: '{reason} (rule: {op} {number}%)',
} as const;

export const levelRefusals = {
  'fact-expected': 'A fact is expected here',
  'unknown-fact': 'There is no such fact. Rules are about the matter, never about a person',
  'operator-expected': '>=, > or = is expected here',
  'number-expected': 'A whole number is expected here',
  'and-expected': 'Conditions are joined by "and"',
  'number-out-of-range': 'The number is out of range',
  'always-holds': 'This holds for every matter and tells nothing apart',
  'never-holds': 'This can never hold',
  'fact-twice': 'A row names each fact once',
  'no-condition': 'This row has no condition yet',
  'row-twice': 'There is the very same row already',
  'too-many-rows': 'Too many rules: 40 rows at most',
  'danger-is-not-red': 'There must be a row by which a safety flag alone gives red',
} as const;

export const levelReplies = {
  'same-day': 'answered the same day',
  'working-day': 'answered within {count} working {count|day|days}',
  'natural-day': 'answered within {count} {count|day|days}',
} as const;

export const levels = {
  errors: {
    'level-rules-faulty':
      'Something in the rules is wrong; nothing was saved. See the places that are marked.',
    'level-day-past': 'The day in force cannot be before today.',
    'level-rules-unchanged': 'These are the very rules that will be in force then: nothing to publish.',
  },
} as const;
