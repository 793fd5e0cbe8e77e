import { type Static, Type } from 'typebox';
import { levels } from '#domain/levels/vocabulary.ts';
import { dangers, statuses } from '#domain/matters/vocabulary.ts';
import { LevelOrNone } from '../levels/level.ts';
import { Day, Instant, Labelled, OneOf, UnitName, Uuid } from '../matters/parts.ts';

const Region = Type.Optional(
  Type.String({
    pattern: '^[0-9]{4,9}$',
    description: "Within one's own region; that region where it is missing.",
  }),
);

export const OverseenQuery = Type.Object({
  region: Region,
  here: Type.Optional(Type.Boolean({ description: 'Only at the region itself, not in those below it.' })),
  inDanger: Type.Optional(Type.Boolean({ description: 'Only with a safety flag.' })),
  lateTasks: Type.Optional(Type.Boolean({ description: 'Only where an assisting office is late.' })),
  status: Type.Optional(Type.Array(OneOf(statuses), { maxItems: statuses.length })),
  kind: Type.Optional(Type.Array(Type.String({ maxLength: 8 }), { maxItems: 30 })),
  sealed: Type.Optional(Type.Boolean({ description: 'Only sealed ones, whose kind is not told.' })),
  holder: Type.Optional(Type.String({ format: 'uuid', description: 'Only those that this office has now.' })),
  level: Type.Optional(Type.Array(OneOf(levels), { maxItems: levels.length })),
  due: Type.Optional(Type.Enum(['late', 'today', 'week'])),
  after: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type OverseenQuery = Static<typeof OverseenQuery>;

/** A matter as a supervisor's list shows it: where and until when, nothing of who or what. */
export const OverseenMatter = Type.Object({
  id: Uuid,
  code: Type.String(),
  kind: Type.Union([Labelled, Type.Null()]),
  status: OneOf(statuses),
  statusLabel: Type.String(),
  region: Type.Union([Labelled, Type.Null()]),
  lead: UnitName,
  holder: UnitName,
  isOwn: Type.Boolean({
    description: "One's own office takes part in it: its file opens without a purpose.",
  }),
  mayOpenForPurpose: Type.Boolean({ description: 'Its file may be opened by saying for what.' }),
  lateAssisting: Type.Array(UnitName, { description: 'Assisting offices whose own limit has passed.' }),
  returns: Type.Integer(),
  isSealed: Type.Boolean({ description: 'Of a sealed one: code, stage, office and clocks only.' }),
  level: LevelOrNone,
  danger: Type.Union([Type.Object({ code: OneOf(dangers), label: Type.String() }), Type.Null()]),
  dueOn: Day,
  remaining: Type.Integer(),
  isLate: Type.Boolean(),
  reason: Type.String(),
  registeredAt: Instant,
});
export type OverseenMatter = Static<typeof OverseenMatter>;

export const OverseenAnswer = Type.Object({
  matters: Type.Array(OverseenMatter),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type OverseenAnswer = Static<typeof OverseenAnswer>;

/** What a row of the board stands for: a place with its centre, the office that has the matters now, or a kind. */
export const boards = ['centre', 'office', 'kind'] as const;

export const FiguresQuery = Type.Object({
  region: Region,
  by: Type.Optional(OneOf(boards, 'centre where it is missing.')),
});
export type FiguresQuery = Static<typeof FiguresQuery>;

const Figure = Type.Integer({ minimum: 0 });

export const FiguresRow = Type.Object({
  region: Type.Object(Labelled.properties, {
    description: "The row's place; of an office its own, of a kind the one that was asked for.",
  }),
  unit: Type.Union([UnitName, Type.Null()], { description: 'by office' }),
  kind: Type.Union([Labelled, Type.Null()], { description: 'by kind; null of sealed matters.' }),
  isSealed: Type.Boolean({ description: 'by kind: those whose kind is not told.' }),
  hasRegionsBelow: Type.Boolean(),
  isHere: Type.Boolean({ description: 'Those at the region itself, which belong to none below it.' }),
  open: Figure,
  late: Figure,
  dueThisWeek: Figure,
  disputed: Figure,
  inDanger: Figure,
  lateTasks: Type.Integer({ minimum: 0, description: 'With an assisting office that is late.' }),
  blue: Figure,
  yellow: Figure,
  orange: Figure,
  red: Figure,
});
export type FiguresRow = Static<typeof FiguresRow>;

/** Open matters of a region, counted; each figure is the list that its row and column open. */
export const Figures = Type.Object({
  region: Labelled,
  countedAt: { ...Instant, description: 'One count answers all who ask within some seconds.' },
  by: OneOf(boards),
  rows: Type.Array(FiguresRow),
});
export type Figures = Static<typeof Figures>;

export const OriginQuery = Type.Object({ after: Type.Optional(Uuid) });
export type OriginQuery = Static<typeof OriginQuery>;

/** What a centre that passed a matter on still sees of it: code, stage, and whose it is now. */
export const OriginAnswer = Type.Object({
  matters: Type.Array(
    Type.Object({ code: Type.String(), status: OneOf(statuses), statusLabel: Type.String(), lead: UnitName }),
  ),
  next: Type.Union([Uuid, Type.Null()]),
});
export type OriginAnswer = Static<typeof OriginAnswer>;
