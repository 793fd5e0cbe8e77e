import { type Static, Type } from 'typebox';
import { presences } from '#domain/organisations/city-pack.ts';
import { departmentCodePattern } from '#domain/organisations/units.ts';
import { OneOf, Uuid, Version, Words } from '../matters/parts.ts';
import { pageOf, paging } from './listing.ts';

const Presence = OneOf(presences, '常驻 resident, 轮驻 rotating, 随驻 on call.');
const Name = Words(100);
const NameEn = Type.String({ maxLength: 100 });

export const UnitView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  code: Type.String(),
  kind: Type.Enum(['centre', 'department']),
  regionCode: Type.String(),
  parentId: Type.Union([Uuid, Type.Null()]),
  name: Type.String(),
  nameEn: Type.String(),
  presence: Type.Union([Presence, Type.Null()]),
  isActive: Type.Boolean(),
  isFromPack: Type.Boolean(),
  pack: Type.Union(
    [
      Type.Object({
        name: Type.Optional(Type.String()),
        nameEn: Type.Optional(Type.String()),
        presence: Type.Optional(Type.Union([Presence, Type.Null()])),
      }),
      Type.Null(),
    ],
    { description: 'What the city pack says where the city has edited it; null where nothing differs.' },
  ),
});
export type UnitView = Static<typeof UnitView>;

export const ListUnitsQuery = Type.Object({
  region: Type.Optional(Type.String({ maxLength: 12, description: 'The units of exactly this region.' })),
  ...paging,
});
export type ListUnitsQuery = Static<typeof ListUnitsQuery>;

export const ListUnitsAnswer = pageOf({ units: Type.Array(UnitView) });
export type ListUnitsAnswer = Static<typeof ListUnitsAnswer>;

export const CreateDepartmentBody = Type.Object({
  centreId: Uuid,
  code: Type.String({ minLength: 2, maxLength: 40, pattern: departmentCodePattern }),
  name: Name,
  nameEn: Type.Optional(NameEn),
  presence: Presence,
});
export type CreateDepartmentBody = Static<typeof CreateDepartmentBody>;

export const EditUnitBody = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  nameEn: Type.Optional(NameEn),
  presence: Type.Optional(Presence),
});
export type EditUnitBody = Static<typeof EditUnitBody>;

export const SwitchUnitBody = Type.Object({ version: Version });
export type SwitchUnitBody = Static<typeof SwitchUnitBody>;
