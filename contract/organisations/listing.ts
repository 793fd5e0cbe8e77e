import { type TProperties, Type } from 'typebox';

/** How every list of the organisation is paged: by key, never by offset. */
export const paging = {
  after: Type.Optional(Type.String({ maxLength: 200, description: 'The `next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};

/** A page under the name of what it lists. */
export function pageOf<T extends TProperties>(items: T) {
  return Type.Object({ ...items, next: Type.Union([Type.String(), Type.Null()]) });
}
