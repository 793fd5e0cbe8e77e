import { type Static, Type } from 'typebox';
import type { ClockStep } from '#domain/roadmap/clock.ts';
import { limitUnits } from '#domain/roadmap/counting.ts';
import { Day, Labelled, OneOf, Uuid } from './parts.ts';

const stepCodes = [
  'started',
  'counted',
  'paused',
  'moved',
  'extended',
  'calendar-unpublished',
  'due',
] as const satisfies readonly ClockStep['code'][];

const Limit = Type.Object({ count: Type.Integer(), unit: OneOf(limitUnits) });

/** One step of the sum: as data, and as a sentence in the reader's language. */
export const SumStep = Type.Object({
  code: OneOf(stepCodes),
  date: Day,
  text: Type.String(),
  isCounted: Type.Optional(Type.Boolean({ description: 'started: whether the first day counts.' })),
  limit: Type.Optional(Limit),
  weekendDays: Type.Optional(Type.Integer({ description: 'counted: weekend days left out.' })),
  holidays: Type.Optional(Type.Array(Day, { description: 'counted: other days left out.' })),
  makeUpDays: Type.Optional(Type.Array(Day, { description: 'counted: weekend days that are worked.' })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  days: Type.Optional(Type.Integer({ description: 'paused: how many days it stood.' })),
  year: Type.Optional(Type.Integer({ description: 'calendar-unpublished: whose holidays were not out.' })),
});
export type SumStep = Static<typeof SumStep>;

/** The example is today's: it works whenever it is tried. */
export function explainClockQuery(today: string) {
  return Type.Object({
    at: Type.Optional(
      Type.String({
        format: 'date',
        description: 'The day as of which it is explained, such as 2026-11-01; today unless named.',
        examples: [today],
      }),
    ),
  });
}

/** A limit as it was known and stood on a day. */
export const ExplainedClock = Type.Object({
  id: Uuid,
  step: Labelled,
  at: Day,
  startedOn: Day,
  limit: Limit,
  dueOn: Type.String({ format: 'date', description: 'As it was counted then.' }),
  isProvisional: Type.Boolean(),
  endedOn: Type.Union([Day, Type.Null()], { description: 'Null where it had not ended by then.' }),
  used: Type.Integer({ description: 'In the unit of the limit; of months in days.' }),
  remaining: Type.Integer({ description: 'The same; below zero when late.' }),
  isLate: Type.Boolean(),
  isPaused: Type.Boolean(),
  standing: Type.String({ description: 'The same in a sentence.' }),
  steps: Type.Array(SumStep),
  source: Type.String(),
  now: Type.Object({ dueOn: Day, isProvisional: Type.Boolean(), endedOn: Type.Union([Day, Type.Null()]) }),
});
export type ExplainedClock = Static<typeof ExplainedClock>;
