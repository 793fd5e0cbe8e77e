import { someClock, someProcedure } from './procedure.fixture.ts';
import type { Procedure, ProcedureClock } from './procedure.ts';

const text = { zh: '调解', en: 'Mediation' };
const clock: ProcedureClock = {
  ...someClock,
  key: 'settle',
  limit: { count: 30, unit: 'natural-day' },
  pauses: [{ ground: 'appraisal', title: text, mostDays: 60, source: '测试' }],
};
/** A clock that the law lets nobody extend or pause. */
const fixed = { isMain: false, extension: null, pauses: [] } as const;

/** A voluntary procedure with a clock that can be extended and paused, and a window that its agreement opens. */
export const mediation: Procedure = {
  ...someProcedure,
  key: 'mediation',
  isVoluntary: true,
  excludedKinds: ['01'],
  requires: ['both-agree'],
  events: ['accepted', 'heard'],
  clocks: [
    clock,
    { ...clock, ...fixed, key: 'hear', ends: ['heard'], limit: { count: 10, unit: 'working-day' } },
    { ...clock, ...fixed, key: 'confirm', starts: 'agreed', owedBy: 'party' },
  ],
  outcomes: [
    { outcome: 'agreed', title: text, next: ['confirmation', 'exit'] },
    { outcome: 'failed', title: text, next: ['exit'] },
  ],
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
