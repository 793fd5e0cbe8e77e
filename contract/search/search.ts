import { type Static, Type } from 'typebox';
import { statuses } from '#domain/matters/vocabulary.ts';
import { MatterRow } from '../matters/list-matters.ts';
import { Day, OneOf, Uuid } from '../matters/parts.ts';

export const SearchQuery = Type.Object({
  q: Type.String({
    minLength: 1,
    maxLength: 100,
    pattern: '\\S',
    description:
      'Words, parts of words, four signs or more of a code, days (2026-03, 3月2日), an office, kind or state by its name. Never a party: they are sealed.',
    examples: ['漏水'],
  }),
  kind: Type.Optional(Type.Array(Type.String({ maxLength: 8 }), { maxItems: 30 })),
  status: Type.Optional(Type.Array(OneOf(statuses), { maxItems: statuses.length })),
  unit: Type.Optional(Uuid),
  open: Type.Optional(Type.Boolean({ description: 'Only what is open, or only what has ended.' })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  after: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 200, description: 'The `next` of the page before.' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
});
export type SearchQuery = Static<typeof SearchQuery>;

export const Stretch = Type.Object({ text: Type.String(), isHit: Type.Boolean() });

export const SearchHit = Type.Object({
  matter: MatterRow,
  subject: Type.Array(Stretch, { description: 'The subject, cut at what was asked for.' }),
  excerpt: Type.Array(Stretch, { description: 'The text around the first hit.' }),
  excerptOf: OneOf(['story', 'request', 'answer']),
});
export type SearchHit = Static<typeof SearchHit>;

export const SearchAnswer = Type.Object({
  hits: Type.Array(SearchHit, { description: 'Best first.' }),
  next: Type.Union([Type.Integer(), Type.Null()]),
  total: Type.Integer(),
  isCapped: Type.Boolean({ description: 'There are more than were looked at: the newest ones were.' }),
});
export type SearchAnswer = Static<typeof SearchAnswer>;
