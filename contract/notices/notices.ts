import { type Static, Type } from 'typebox';
import { levels } from '#domain/levels/vocabulary.ts';
import { noticeKinds } from '#domain/notices/notice-rules.ts';
import { Instant, OneOf, UnitName, Uuid } from '../matters/parts.ts';

export const ListNoticesQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 200, description: 'The `next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
});
export type ListNoticesQuery = Static<typeof ListNoticesQuery>;

export const NoticeView = Type.Object({
  id: Uuid,
  kind: OneOf(noticeKinds),
  sentence: Type.String({ description: 'What happened.' }),
  level: Type.Union([OneOf(levels), Type.Null()], {
    description: 'The graver colour that the matter came to have.',
  }),
  matterId: Uuid,
  mayOpen: Type.Boolean({ description: 'Whether the file is open to the reader; else they oversee it.' }),
  code: Type.String(),
  /** Whose turn it is now. */
  holder: UnitName,
  at: Instant,
  isRead: Type.Boolean(),
  isSettled: Type.Boolean({ description: 'It called for a step that has been taken since.' }),
});
export type NoticeView = Static<typeof NoticeView>;

const unread = Type.Integer({ description: 'Neither read nor settled, counted up to 100.' });

export const ListNoticesAnswer = Type.Object({
  notices: Type.Array(NoticeView, { description: 'Those of the last 30 days, newest first.' }),
  next: Type.Union([Type.String(), Type.Null()]),
  unread,
});
export type ListNoticesAnswer = Static<typeof ListNoticesAnswer>;

export const ReadNoticesBody = Type.Union(
  [
    Type.Object({ ids: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }) }),
    Type.Object({ upTo: Uuid }),
  ],
  { examples: [{ ids: ['00000000-0000-7000-8000-000000000000'] }] },
);
export type ReadNoticesBody = Static<typeof ReadNoticesBody>;

export const ReadNoticesAnswer = Type.Object({ unread });
export type ReadNoticesAnswer = Static<typeof ReadNoticesAnswer>;
