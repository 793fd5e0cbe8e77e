import { type Static, Type } from 'typebox';
import { levelFacts, levelOps, levels } from '#domain/levels/vocabulary.ts';
import { Day, Instant, OneOf, Words } from '../matters/parts.ts';

/** One condition; what it may say is the grammar's, which answers with a sentence of its own. */
export const LevelCondition = Type.Object({
  fact: OneOf(levelFacts),
  op: OneOf(levelOps),
  number: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
});
export const LevelRow = Type.Object({
  level: OneOf(levels),
  when: Type.Array(LevelCondition, { maxItems: levelFacts.length }),
});
export const LevelRows = Type.Array(LevelRow, { maxItems: 100 });
export type LevelRows = Static<typeof LevelRows>;

const example: LevelRows = [
  { level: 'blue', when: [{ fact: 'share-used', op: '>=', number: 75 }] },
  { level: 'orange', when: [{ fact: 'days-overdue', op: '>=', number: 1 }] },
  { level: 'red', when: [{ fact: 'danger', op: '=', number: 1 }] },
];

export const TryLevelsBody = Type.Object(
  {
    rows: LevelRows,
    cursor: Type.Optional(Type.String({ maxLength: 300, description: 'The `cursor` of the part before.' })),
  },
  { examples: [{ rows: example }] },
);
export type TryLevelsBody = Static<typeof TryLevelsBody>;

export const PublishLevelsBody = Type.Object(
  {
    version: Type.Integer({ minimum: 0, description: 'The latest version that was seen; the pack is 0.' }),
    rows: LevelRows,
    inForceFrom: Day,
    note: Words(500, 'Why, for whoever reads it later.'),
  },
  { examples: [{ version: 0, rows: example, inForceFrom: '2099-01-05', note: '按季度复盘调整' }] },
);
export type PublishLevelsBody = Static<typeof PublishLevelsBody>;

/** A version of the rules; 0 is the city pack's, which nobody published. */
export const LevelVersionView = Type.Object({
  version: Type.Integer(),
  inForceFrom: Type.Union([Day, Type.Null()]),
  rows: LevelRows,
  note: Type.String(),
  publishedBy: Type.Union([Type.String(), Type.Null()]),
  publishedAt: Type.Union([Instant, Type.Null()]),
});
export type LevelVersionView = Static<typeof LevelVersionView>;

/** How far the open matters have been gone through for the rules in force. */
export const FollowingView = Type.Object({
  version: Type.Integer(),
  done: Type.Integer(),
  total: Type.Integer(),
  isFinished: Type.Boolean(),
});
export type FollowingView = Static<typeof FollowingView>;

export const LevelRulesView = Type.Object({
  mayEdit: Type.Boolean(),
  today: Day,
  latestVersion: Type.Integer({ description: 'What a publication has to have seen.' }),
  inForce: LevelVersionView,
  upcoming: Type.Array(LevelVersionView, {
    description: 'Published, with a day still to come; that day first.',
  }),
  earlier: Type.Array(LevelVersionView, { description: 'The latest first.' }),
  pack: Type.Object(
    {
      rows: LevelRows,
      onlyThere: LevelRows,
      onlyHere: LevelRows,
    },
    { description: 'What the city pack says, and how the rules in force differ from it.' },
  ),
  levels: Type.Array(
    Type.Object({
      level: OneOf(levels),
      label: Type.String(),
      reply: Type.String({ description: 'Within which time its supervision is answered.' }),
      escalates: Type.Boolean(),
      source: Type.String(),
    }),
  ),
  following: Type.Union([FollowingView, Type.Null()]),
});
export type LevelRulesView = Static<typeof LevelRulesView>;

const Counts = Type.Object({
  none: Type.Integer(),
  blue: Type.Integer(),
  yellow: Type.Integer(),
  orange: Type.Integer(),
  red: Type.Integer(),
});
export type LevelCounts = Static<typeof Counts>;

const LevelOrNull = Type.Union([OneOf(levels), Type.Null()]);

/** A matter whose highest colour would have been another: code, office and colours, nothing of who or what. */
export const LevelChange = Type.Object({
  code: Type.String(),
  office: Type.String(),
  isOpen: Type.Boolean(),
  from: LevelOrNull,
  to: LevelOrNull,
});
export type LevelChange = Static<typeof LevelChange>;

/** One part of a trial; the next is asked for with its cursor, and whoever asks adds the parts up. */
export const TryLevelsAnswer = Type.Object({
  since: Day,
  done: Type.Integer(),
  total: Type.Integer(),
  cursor: Type.Union([Type.String(), Type.Null()]),
  inForce: Counts,
  draft: Counts,
  changed: Type.Integer(),
  changes: Type.Array(LevelChange, { description: 'Without sealed matters, which are only counted.' }),
});
export type TryLevelsAnswer = Static<typeof TryLevelsAnswer>;
