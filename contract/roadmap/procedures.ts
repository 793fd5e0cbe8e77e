import { type Static, Type } from 'typebox';
import { limitUnits } from '#domain/roadmap/counting.ts';
import { Day, Labelled, OneOf } from '../matters/parts.ts';

export const procedureHolders = ['office', 'outside', 'step'] as const;
export const versionStandings = ['in-force', 'upcoming', 'earlier'] as const;

/** One limit of a procedure, as its law has it. */
export const ProcedureClockView = Type.Object({
  clock: Labelled,
  isMain: Type.Boolean({ description: 'The one that is meant by "the limit" of the procedure.' }),
  starts: Labelled,
  ends: Type.Array(Labelled, {
    description: 'What ends it early; whatever runs ends with the procedure, but for windows.',
  }),
  limit: Type.Object({ count: Type.Integer(), unit: OneOf(limitUnits), text: Type.String() }),
  counting: Type.String(),
  owedBy: Labelled,
  extension: Type.Union(
    [
      Type.Object({
        most: Type.String(),
        times: Type.Integer(),
        isMostByLaw: Type.Boolean({
          description: 'False: the law leaves it open, and the most is the city’s.',
        }),
        approvedBy: Type.String(),
      }),
      Type.Null(),
    ],
    { description: 'How far it may be extended.' },
  ),
  pauses: Type.Array(Type.Object({ ground: Labelled, mostDays: Type.Integer(), source: Type.String() })),
  expiry: Type.String({ description: 'What it means that its last day has passed.' }),
  source: Type.String(),
  isVerified: Type.Boolean({ description: "False: not read in the law's own text; shown so." }),
});
export type ProcedureClockView = Static<typeof ProcedureClockView>;

/** A version of a procedure of the city. */
export const ProcedureView = Type.Object({
  procedure: Labelled,
  what: Type.String(),
  body: Type.String({ description: 'Who runs it.' }),
  heldBy: Type.Object({ code: OneOf(procedureHolders), label: Type.String() }),
  isEntry: Type.Boolean({
    description: 'It may begin by itself; otherwise it follows an outcome that names it.',
  }),
  isVoluntary: Type.Boolean(),
  startedBy: Type.String(),
  kinds: Type.Union([Type.Array(Labelled), Type.Null()], { description: 'Null: for disputes of any kind.' }),
  excludedKinds: Type.Array(Labelled),
  requires: Type.Array(Labelled),
  events: Type.Array(Labelled),
  clocks: Type.Array(ProcedureClockView),
  outcomes: Type.Array(
    Type.Object({
      outcome: Labelled,
      next: Type.Array(Labelled),
      mayEnd: Type.Boolean({ description: 'The matter may then be answered and closed.' }),
    }),
  ),
  source: Type.String(),
  isVerified: Type.Boolean(),
  inForceFrom: Type.Union([Day, Type.Null()], { description: "Null for the office's own steps." }),
  standing: Type.Object({ code: OneOf(versionStandings), label: Type.String() }),
});
export type ProcedureView = Static<typeof ProcedureView>;

export const ProceduresAnswer = Type.Object({
  today: Day,
  procedures: Type.Array(ProcedureView, {
    description: "Every version of every procedure, the office's own steps first.",
  }),
});
export type ProceduresAnswer = Static<typeof ProceduresAnswer>;
