import { type Static, Type } from 'typebox';
import { Day, Uuid } from '../matters/parts.ts';

const Named = Type.Object({ code: Type.String(), name: Type.String(), nameEn: Type.String() });

/** What the desk needs to know of the city: lists that change a few times a year. */
export const CityView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  zone: Type.String(),
  areaCode: Type.String({ description: 'The dialling code of local numbers.' }),
  today: Day,
  regions: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      level: Type.Enum(['city', 'county', 'township']),
      parentCode: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  kinds: Type.Array(Named),
  units: Type.Array(
    Type.Object({
      id: Uuid,
      code: Type.String(),
      kind: Type.Enum(['centre', 'department']),
      name: Type.String(),
      nameEn: Type.String(),
      regionCode: Type.String(),
      parentId: Type.Union([Uuid, Type.Null()]),
      isActive: Type.Boolean(),
    }),
  ),
});
export type CityView = Static<typeof CityView>;
