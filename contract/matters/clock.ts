import { type Static, Type } from 'typebox';
import { limitUnits } from '#domain/roadmap/counting.ts';
import { Day, Labelled, OneOf, Uuid } from './parts.ts';

export const ClockView = Type.Object({
  id: Uuid,
  step: Labelled,
  startedOn: Day,
  limit: Type.Object({ count: Type.Integer(), unit: OneOf(limitUnits) }),
  dueOn: Day,
  endedOn: Type.Union([Day, Type.Null()]),
  used: Type.Integer({ description: 'In the unit of the limit; of months in days.' }),
  remaining: Type.Integer({
    description: 'In the unit of the limit, of months in days; below zero when late.',
  }),
  isLate: Type.Boolean(),
  isCarried: Type.Boolean({
    description: 'It came along from a merged or split matter and goes on as counted there.',
  }),
  isProvisional: Type.Boolean({ description: 'It reaches into a year whose calendar is not yet published.' }),
  source: Type.String(),
  isVerified: Type.Boolean({ description: "False: not read in the law's own text; shown so." }),
  explanation: Type.Array(Type.String(), { description: 'How the day was counted, step by step.' }),
  owedBy: Labelled,
  isWindow: Type.Boolean({ description: "A window of the parties' own: it makes nobody late." }),
  isPaused: Type.Boolean(),
  pausedFor: Type.Union([Type.Object({ ground: Type.String(), until: Day }), Type.Null()], {
    description: 'Why it stands still now, and the day on which it runs again at the latest.',
  }),
  expiry: Type.Union([Type.String(), Type.Null()], {
    description: 'What it means that the last day passes.',
  }),
  asked: Type.Union(
    [
      Type.Object({
        change: Labelled,
        days: Type.Union([Type.Integer(), Type.Null()]),
        ground: Type.Union([Type.String(), Type.Null()]),
        from: Type.Union([Day, Type.Null()]),
        until: Type.Union([Day, Type.Null()]),
        isOurs: Type.Boolean({ description: 'The reader asked, and somebody else decides.' }),
      }),
      Type.Null(),
    ],
    { description: 'An extension or a pause that waits for a decision.' },
  ),
  mayExtend: Type.Union(
    [
      Type.Object({
        most: Type.Integer(),
        unit: OneOf(limitUnits),
        timesLeft: Type.Integer(),
        approvedBy: Type.String(),
      }),
      Type.Null(),
    ],
    { description: 'How far the law lets it be extended.' },
  ),
  mayPause: Type.Array(Type.Object({ code: Type.String(), label: Type.String(), mostDays: Type.Integer() }), {
    description: 'On which grounds the law lets it stand still.',
  }),
});
export type ClockView = Static<typeof ClockView>;
