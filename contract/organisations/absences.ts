import { type Static, Type } from 'typebox';
import { Day, UnitName, Uuid, Version } from '../matters/parts.ts';
import { pageOf, paging } from './listing.ts';
import { PersonName } from './postings.ts';

export const AbsenceView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  unit: UnitName,
  person: PersonName,
  deputy: PersonName,
  fromDay: Day,
  untilDay: Day,
  isNow: Type.Boolean(),
  isCancelled: Type.Boolean(),
  mayCancel: Type.Boolean(),
});
export type AbsenceView = Static<typeof AbsenceView>;

export const ListAbsencesQuery = Type.Object({
  unitId: Type.Optional(
    Type.String({ format: 'uuid', description: 'The unit of the acting posting unless told.' }),
  ),
  ...paging,
});
export type ListAbsencesQuery = Static<typeof ListAbsencesQuery>;

export const ListAbsencesAnswer = pageOf({
  absences: Type.Array(AbsenceView, { description: 'The latest first; none that was cancelled.' }),
});
export type ListAbsencesAnswer = Static<typeof ListAbsencesAnswer>;

export const CreateAbsenceBody = Type.Object({
  unitId: Uuid,
  userId: Uuid,
  deputyUserId: Uuid,
  fromDay: Day,
  untilDay: Day,
});
export type CreateAbsenceBody = Static<typeof CreateAbsenceBody>;

export const CancelAbsenceBody = Type.Object({ version: Version });
export type CancelAbsenceBody = Static<typeof CancelAbsenceBody>;
