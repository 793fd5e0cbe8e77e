import type { CreateDepartmentBody, UnitView } from '#contract/organisations/units.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { type Making, once } from '../changes/once.ts';
import { recordChange } from '../changes/record-change.ts';
import { refreshDirectory } from '../load-city.ts';
import { presentManagedUnit } from './unit.presenter.ts';
import { findUnit, insertDepartment, lockUnit } from './units.queries.ts';

/** 新增部门: another department works at a centre. */
export async function createDepartment(
  services: Services,
  actor: Actor,
  body: CreateDepartmentBody,
  making: Making,
): Promise<UnitView> {
  const { cityCode } = actor;
  const row = await inTransaction(services, actor, async (trx) => {
    const centre = await lockUnit(trx, cityCode, body.centreId);
    if (centre?.kind !== 'centre' || !centre.isActive) refuse(422, 'not-a-centre', { field: 'centreId' });
    const code = `${centre.code}/${body.code}`;
    // The id that a pack would give it, so that a pack which brings this department later finds it.
    const given = { ...making, id: unitIdOf(cityCode, code) };
    const { id, isRepeated } = await once(services, trx, actor, 'create-department', body, given);
    if (!isRepeated) {
      const { centreId, presence } = body;
      const name = body.name.trim();
      const department = {
        id,
        centreId,
        regionCode: centre.regionCode,
        code,
        name,
        nameEn: body.nameEn?.trim() ?? '',
        presence,
      };
      const isMade = await insertDepartment(trx, cityCode, department);
      if (!isMade) refuse(422, 'unit-code-taken', { field: 'code', params: { code: body.code } });
      const data = { unitId: id, name, presence };
      await recordChange(services, trx, actor, { type: 'department-created', subjectId: id, data });
    }
    return findUnit(trx, cityCode, id);
  });
  await refreshDirectory(services);
  if (row === undefined) throw new Error('the department that was just made is not there');
  return presentManagedUnit(row);
}
