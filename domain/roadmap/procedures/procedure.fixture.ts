import { civilCounting } from '../counting.ts';
import type { Procedure, ProcedureClock } from './procedure.ts';

const words = { zh: '中文', en: 'English' };

/** A clock of 60 days from acceptance, once 30 more, that stands for at most 20 days during hearings. */
export const someClock: ProcedureClock = {
  key: 'decide',
  title: words,
  starts: 'accepted',
  ends: [],
  limit: { count: 60, unit: 'natural-day' },
  counting: civilCounting,
  isMain: true,
  owedBy: 'office',
  extension: {
    most: { count: 30, unit: 'natural-day' },
    isMostByLaw: true,
    times: 1,
    approvedBy: 'unit-head',
  },
  pauses: [{ ground: 'hearing', title: words, mostDays: 20, source: '条例三十六' }],
  expiry: words,
  source: '条例三十四',
  isVerified: true,
};

/** A procedure with that clock as its main one. */
export const someProcedure: Procedure = {
  key: 'petition-handling',
  title: words,
  what: words,
  body: words,
  heldBy: 'office',
  isEntry: true,
  isVoluntary: false,
  startedBy: 'applicant',
  kinds: null,
  excludedKinds: [],
  requires: [],
  events: ['accepted'],
  clocks: [someClock],
  outcomes: [{ outcome: 'decided', title: words, next: ['exit'] }],
  source: '条例三十四',
  isVerified: true,
  inForceFrom: '2022-05-01',
};
