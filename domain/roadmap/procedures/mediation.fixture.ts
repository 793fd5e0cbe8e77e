import { civilCounting } from '../counting.ts';
import type { Procedure, ProcedureClock } from './procedure.ts';

const text = { zh: '调解', en: 'Mediation' };
const clock: ProcedureClock = {
  key: 'settle',
  title: text,
  starts: 'accepted',
  ends: [],
  limit: { count: 30, unit: 'natural-day' },
  counting: civilCounting,
  isMain: true,
  owedBy: 'office',
  extension: {
    most: { count: 30, unit: 'natural-day' },
    isMostByLaw: true,
    times: 1,
    approvedBy: 'unit-head',
  },
  pauses: [{ ground: 'appraisal', title: text, mostDays: 60, source: '测试' }],
  expiry: text,
  source: '测试',
  isVerified: true,
};

/** A voluntary procedure with a clock that can be extended and paused, and a window that its agreement opens. */
export const mediation: Procedure = {
  key: 'mediation',
  title: text,
  what: text,
  body: text,
  heldBy: 'office',
  isEntry: true,
  isVoluntary: true,
  startedBy: 'applicant',
  kinds: null,
  excludedKinds: ['01'],
  requires: ['both-agree'],
  events: ['accepted', 'heard'],
  clocks: [
    clock,
    {
      ...clock,
      key: 'hear',
      ends: ['heard'],
      limit: { count: 10, unit: 'working-day' },
      isMain: false,
      extension: null,
      pauses: [],
    },
    {
      ...clock,
      key: 'confirm',
      starts: 'agreed',
      isMain: false,
      owedBy: 'party',
      extension: null,
      pauses: [],
    },
  ],
  outcomes: [
    { outcome: 'agreed', title: text, next: ['confirmation', 'exit'] },
    { outcome: 'failed', title: text, next: ['exit'] },
  ],
  source: '测试',
  isVerified: true,
  inForceFrom: '2020-01-01',
};

/** It only follows an agreement. */
export const confirmation: Procedure = {
  ...mediation,
  key: 'confirmation',
  heldBy: 'outside',
  isEntry: false,
  isVoluntary: false,
  events: ['applied'],
  clocks: [{ ...clock, starts: 'applied' }],
  outcomes: [{ outcome: 'confirmed', title: text, next: ['exit'] }],
};
