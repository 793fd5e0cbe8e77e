import { type Static, Type } from 'typebox';
import { bulkActions, bulkStates, mattersAtOnceAtMost } from '#domain/matters/bulk.ts';
import { macroActions } from '#domain/matters/macros.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { Day, OneOf, UnitName, Uuid, Version } from '../matters/parts.ts';
import { type OfficeStep, StepOf } from './steps.ts';

const many = { minItems: 1, maxItems: mattersAtOnceAtMost, uniqueItems: true };

export const BulkChoicesBody = Type.Object({ ids: Type.Array(Uuid, many) });
export type BulkChoicesBody = Static<typeof BulkChoicesBody>;

export const BulkChoicesAnswer = Type.Object({
  choices: Type.Array(
    Type.Object({
      action: OneOf(bulkActions),
      label: Type.String(),
      count: Type.Integer({ description: 'How many of the matters it can be done to now.' }),
    }),
  ),
});
export type BulkChoicesAnswer = Static<typeof BulkChoicesAnswer>;

const MacroUse = Type.Object({
  action: Type.Literal('macro'),
  id: Uuid,
  version: Type.Integer({ minimum: 1, description: 'The version of the macro that was seen.' }),
});

export type BulkWork = OfficeStep<(typeof bulkActions)[number]> | Static<typeof MacroUse>;

export const BulkBody = Type.Object({
  matters: Type.Array(Type.Object({ id: Uuid, version: Version }), many),
  work: Type.Unsafe<BulkWork>(StepOf(bulkActions, [MacroUse])),
});
export type BulkBody = { matters: { id: string; version: number }[]; work: BulkWork };

/** How the matter stands after the last step that was, or would be, taken. */
export const StandingAfter = Type.Object({
  version: Type.Integer(),
  status: OneOf(statuses),
  statusLabel: Type.String(),
  holder: UnitName,
  dueOn: Type.Union([Day, Type.Null()]),
});

export const BulkRow = Type.Object({
  matterId: Uuid,
  code: Type.Union([Type.String(), Type.Null()]),
  state: OneOf(bulkStates),
  stepsTaken: Type.Integer(),
  after: Type.Union([StandingAfter, Type.Null()]),
  stopped: Type.Union(
    [
      Type.Object({
        step: Type.Integer({ description: 'Which step, from 1.' }),
        action: OneOf(macroActions),
        actionLabel: Type.String(),
        code: Type.String(),
        detail: Type.String(),
      }),
      Type.Null(),
    ],
    { description: 'At which step it stopped, and why.' },
  ),
});
export type BulkRow = Static<typeof BulkRow>;

export const BulkAnswer = Type.Object({
  rows: Type.Array(BulkRow, { description: 'In the order in which the matters were given.' }),
  done: Type.Integer({ description: 'How many went through whole.' }),
});
export type BulkAnswer = Static<typeof BulkAnswer>;
