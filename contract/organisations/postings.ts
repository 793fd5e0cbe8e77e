import { type Static, Type } from 'typebox';
import { roles } from '#domain/access/vocabulary.ts';
import { Day, OneOf, UnitName, Uuid, Version } from '../matters/parts.ts';
import { pageOf, paging } from './listing.ts';

export const PersonName = Type.Object({ id: Uuid, name: Type.String(), username: Type.String() });

export const PostingView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  person: PersonName,
  unit: UnitName,
  role: OneOf(roles),
  roleLabel: Type.String(),
  fromDay: Day,
  untilDay: Type.Union([Day, Type.Null()], { description: 'The last day on which it is in force.' }),
  isInForce: Type.Boolean(),
});
export type PostingView = Static<typeof PostingView>;

export const ListPostingsQuery = Type.Object({
  unitId: Type.Optional(Uuid),
  userId: Type.Optional(Uuid),
  ...paging,
});
export type ListPostingsQuery = Static<typeof ListPostingsQuery>;

export const ListPostingsAnswer = pageOf({ postings: Type.Array(PostingView) });
export type ListPostingsAnswer = Static<typeof ListPostingsAnswer>;

export const CreatePostingBody = Type.Object({
  userId: Uuid,
  unitId: Uuid,
  role: OneOf(roles),
  fromDay: Day,
  untilDay: Type.Optional(Type.Union([Day, Type.Null()])),
});
export type CreatePostingBody = Static<typeof CreatePostingBody>;

export const EndPostingBody = Type.Object({
  version: Version,
  successorUserId: Type.Optional(
    Type.Union([Uuid, Type.Null()], {
      description:
        'Who takes over the matters that the person is handling there; without one they wait to be assigned.',
    }),
  ),
});
export type EndPostingBody = Static<typeof EndPostingBody>;

export const EndPostingAnswer = Type.Object({
  posting: PostingView,
  handedOver: Type.Integer({ description: 'How many matters were handed over.' }),
});
export type EndPostingAnswer = Static<typeof EndPostingAnswer>;
