import { type Static, Type } from 'typebox';
import { organisationChanges } from '#domain/organisations/changes.ts';
import { Instant, OneOf, UnitName, Uuid } from '../matters/parts.ts';
import { pageOf, paging } from '../organisations/listing.ts';
import { PersonName } from '../organisations/postings.ts';
import { period } from './openings.ts';

export const ListChangesQuery = Type.Object({
  user: Type.Optional(
    Type.String({ maxLength: 60, description: 'A whole user name or a whole name, of who did it.' }),
  ),
  type: Type.Optional(OneOf(organisationChanges)),
  ...period,
  ...paging,
});
export type ListChangesQuery = Static<typeof ListChangesQuery>;

export const ChangeView = Type.Object({
  id: Uuid,
  at: Instant,
  type: Type.String(),
  typeLabel: Type.String(),
  actor: Type.Union([PersonName, Type.Null()]),
  unit: Type.Union([UnitName, Type.Null()]),
  roleLabel: Type.String(),
  facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
});
export type ChangeView = Static<typeof ChangeView>;

export const ListChangesAnswer = pageOf({ changes: Type.Array(ChangeView) });
export type ListChangesAnswer = Static<typeof ListChangesAnswer>;
