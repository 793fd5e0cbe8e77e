import { type Static, Type } from 'typebox';
import { roles } from '#domain/access/vocabulary.ts';
import { unusualRules } from '#domain/audit/unusual-openings.ts';
import { Day, Instant, OneOf, UnitName, Uuid } from '../matters/parts.ts';
import { pageOf, paging } from '../organisations/listing.ts';
import { PersonName } from '../organisations/postings.ts';

export const period = {
  fromDay: Type.Optional(Day),
  untilDay: Type.Optional(Type.String({ format: 'date', description: 'The last day of it.' })),
};

export const ListOpeningsQuery = Type.Object({
  user: Type.Optional(Type.String({ maxLength: 60, description: 'A whole user name or a whole name.' })),
  code: Type.Optional(Type.String({ maxLength: 20, description: "A whole matter's code, as printed." })),
  behind: Type.Optional(
    OneOf(unusualRules, 'Only the openings that this fact counts; with user, fromDay and untilDay.'),
  ),
  region: Type.Optional(
    Type.String({ pattern: '^[0-9]{4,9}$', description: 'Behind one-place: the street or township.' }),
  ),
  ...period,
  ...paging,
});
export type ListOpeningsQuery = Static<typeof ListOpeningsQuery>;

export const OpeningView = Type.Object({
  id: Uuid,
  at: Instant,
  person: PersonName,
  unit: Type.Union([UnitName, Type.Null()], {
    description: 'None where a party looked at their own matter.',
  }),
  role: OneOf([...roles, 'party'] as const),
  roleLabel: Type.String(),
  what: Type.String(),
  whatLabel: Type.String(),
  matterCode: Type.Union([Type.String(), Type.Null()]),
  purpose: Type.Union(
    [Type.Object({ code: Type.String(), label: Type.String(), words: Type.String() }), Type.Null()],
    { description: 'For what it was opened outside own work.' },
  ),
});
export type OpeningView = Static<typeof OpeningView>;

export const ListOpeningsAnswer = pageOf({ openings: Type.Array(OpeningView) });
export type ListOpeningsAnswer = Static<typeof ListOpeningsAnswer>;
