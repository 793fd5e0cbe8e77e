import { type Static, Type } from 'typebox';
import { statuses } from '#domain/matters/vocabulary.ts';
import { queues } from '../matters/list-matters.ts';
import { OneOf, Uuid } from '../matters/parts.ts';
import { NameOfOffice } from './steps.ts';

export const viewPlaces = ['queue', 'search'] as const;

/** The filters of a list, as its own query takes them. */
const Filters = Type.Object({
  queue: Type.Optional(OneOf(queues)),
  status: Type.Optional(Type.Array(OneOf(statuses), { maxItems: statuses.length })),
  kind: Type.Optional(Type.Array(Type.String({ maxLength: 8 }), { maxItems: 30 })),
  due: Type.Optional(Type.Enum(['late', 'today', 'week'])),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  open: Type.Optional(Type.Boolean()),
});

export const SavedView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  name: Type.String(),
  filters: Filters,
  isShared: Type.Boolean({ description: 'The colleagues of the office see it too.' }),
  isMine: Type.Boolean(),
  mayDrop: Type.Boolean(),
});
export type SavedView = Static<typeof SavedView>;

export const SavedViewsQuery = Type.Object({
  place: Type.Enum([...viewPlaces], { examples: ['queue'] }),
});
export type SavedViewsQuery = Static<typeof SavedViewsQuery>;

export const SavedViews = Type.Object({ views: Type.Array(SavedView, { maxItems: 100 }) });
export type SavedViews = Static<typeof SavedViews>;

/** The sender chooses the id, so that the same request twice keeps one view. */
export const KeepViewBody = Type.Object(
  {
    version: Type.Integer({ minimum: 0, description: 'The version that was seen; 0 for a new one.' }),
    place: OneOf(viewPlaces),
    name: NameOfOffice,
    filters: Filters,
    isShared: Type.Boolean(),
  },
  {
    examples: [
      {
        version: 0,
        place: 'queue',
        name: '本周到期的物业纠纷',
        filters: { due: 'week', kind: ['15'] },
        isShared: false,
      },
    ],
  },
);
export type KeepViewBody = Static<typeof KeepViewBody>;

export const DropViewQuery = Type.Object({ version: Type.Integer({ minimum: 1, examples: [1] }) });
