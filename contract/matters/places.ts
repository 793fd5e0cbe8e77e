import { type Static, Type } from 'typebox';
import { roles } from '#domain/access/vocabulary.ts';
import { OneOf, UnitName, Uuid } from './parts.ts';

export const destinationRelations = [
  'suggested',
  'lead-department',
  'own-department',
  'own-centre',
  'upper',
  'lower',
  'across',
] as const;

export const Destinations = Type.Object({
  units: Type.Array(
    Type.Object({
      id: Uuid,
      name: Type.String(),
      kind: Type.Enum(['centre', 'department']),
      relation: OneOf(destinationRelations),
      relationLabel: Type.String(),
    }),
  ),
});
export type Destinations = Static<typeof Destinations>;

export const ReadersQuery = Type.Object({
  unitId: Type.Optional(Uuid),
});
export type ReadersQuery = Static<typeof ReadersQuery>;

/** Who could read a sealed matter: colleagues at the offices that take part, or at the one where it is to go. */
export const PossibleReaders = Type.Object({
  units: Type.Array(
    Type.Object({
      unit: UnitName,
      people: Type.Array(
        Type.Object({
          userId: Uuid,
          name: Type.String(),
          roleLabel: Type.String(),
          isAbsent: Type.Boolean(),
          isReader: Type.Boolean(),
        }),
      ),
    }),
  ),
});
export type PossibleReaders = Static<typeof PossibleReaders>;

export const Colleagues = Type.Object({
  people: Type.Array(
    Type.Object({
      userId: Uuid,
      name: Type.String(),
      role: OneOf(roles),
      roleLabel: Type.String(),
      isAbsent: Type.Boolean(),
    }),
  ),
});
export type Colleagues = Static<typeof Colleagues>;
