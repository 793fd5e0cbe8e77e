import { type Static, Type } from 'typebox';
import { statuses } from '#domain/matters/vocabulary.ts';
import { Day, Instant, Labelled, OneOf, Uuid } from '../matters/parts.ts';

/** What is asked while the clerk types; in a body, so that no story stands in an address or a log. */
export const SuggestBody = Type.Object(
  {
    text: Type.String({ maxLength: 10000 }),
    kind: Type.Optional(Type.String({ maxLength: 8 })),
    regionCode: Type.Optional(Type.String({ pattern: '^[0-9]{4,9}$' })),
    applicantNumber: Type.Optional(Type.String({ maxLength: 24 })),
    respondentNumber: Type.Optional(Type.String({ maxLength: 24 })),
  },
  {
    additionalProperties: false,
    examples: [{ text: '公司拖欠三个月工资，还不签劳动合同。', regionCode: '150204' }],
  },
);
export type SuggestBody = Static<typeof SuggestBody>;

/** Another open matter that is perhaps the same dispute; of a stranger's only code and place are told. */
export const SimilarMatter = Type.Object({
  code: Type.String(),
  id: Type.Union([Uuid, Type.Null()], {
    description: "Only of a matter in which one's own office takes part.",
  }),
  centreId: Uuid,
  centre: Type.String(),
  kind: Labelled,
  status: OneOf(statuses),
  statusLabel: Type.String(),
  score: Type.Number(),
  reasons: Type.Array(Type.String()),
});
export type SimilarMatter = Static<typeof SimilarMatter>;

/** What stands beside a registered matter and may be the same dispute, the likeliest first. */
export const SimilarMatters = Type.Object({ similar: Type.Array(SimilarMatter) });
export type SimilarMatters = Static<typeof SimilarMatters>;

export const Suggestions = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: Labelled,
      score: Type.Number(),
      words: Type.Array(
        Type.Object({ word: Type.String(), weight: Type.Number(), at: Type.Array(Type.Integer()) }),
        { description: 'The very words that made it suggest so, with their places in the text.' },
      ),
    }),
    { description: 'Best first; the score is the sum of the weights of the words found.' },
  ),
  office: Type.Union([Type.Object({ id: Uuid, name: Type.String(), why: Type.String() }), Type.Null()]),
  similar: Type.Array(SimilarMatter, { description: 'Perhaps the same dispute.' }),
  next: Type.Object({ what: Type.String(), by: Day }),
});
export type Suggestions = Static<typeof Suggestions>;

export const DraftBody = Type.Object(
  { content: Type.Record(Type.String({ maxLength: 40 }), Type.Unknown()) },
  { additionalProperties: false, examples: [{ content: { story: '小区顶楼漏水' } }] },
);
export type DraftBody = Static<typeof DraftBody>;

export const Draft = Type.Object({
  content: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
  updatedAt: Type.Union([Instant, Type.Null()]),
});
export type Draft = Static<typeof Draft>;

export const LookUpBody = Type.Object(
  {
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 30 })),
    residentId: Type.Optional(Type.String({ minLength: 15, maxLength: 24 })),
    creditCode: Type.Optional(Type.String({ minLength: 15, maxLength: 24 })),
  },
  { additionalProperties: false, minProperties: 1, maxProperties: 1, examples: [{ phone: '13800000000' }] },
);
export type LookUpBody = Static<typeof LookUpBody>;

export const LookUpAnswer = Type.Object({
  matters: Type.Array(Type.Object({ code: Type.String(), stage: Type.String(), office: Type.String() })),
});
export type LookUpAnswer = Static<typeof LookUpAnswer>;
