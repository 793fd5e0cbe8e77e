import { type Static, Type } from 'typebox';
import { roles, unitKinds } from '#domain/access/vocabulary.ts';
import { languages } from '../language/language.ts';

export const MyPosting = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Send it as the header `Hejie-Posting` to act under it.' }),
  unitId: Type.String({ format: 'uuid' }),
  unitName: Type.String(),
  unitKind: Type.Enum([...unitKinds]),
  regionCode: Type.String(),
  role: Type.Enum([...roles]),
  roleLabel: Type.String(),
});
export type MyPosting = Static<typeof MyPosting>;

export const Me = Type.Object({
  user: Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String(), username: Type.String() }),
  postings: Type.Array(MyPosting),
  acting: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], {
    description: 'The posting under which this request acted.',
  }),
  language: Type.Enum([...languages]),
  mode: Type.Enum(['demo', 'production']),
});
export type Me = Static<typeof Me>;
