import type { SwitchUnitBody, UnitView } from '#contract/organisations/units.ts';
import { refusalOfDeactivation } from '#domain/organisations/units.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { recordChange } from '../changes/record-change.ts';
import { refreshDirectory } from '../load-city.ts';
import { lockSeenUnit } from './edit-unit.ts';
import { presentManagedUnit } from './unit.presenter.ts';
import {
  findUnit,
  hasActiveDepartments,
  holdsOpenMatters,
  type UnitRow,
  updateUnit,
} from './units.queries.ts';

/** 启用 / 停用: puts a unit into use or out of it. Postings at a unit out of use give no access while it is so. */
export async function switchUnit(
  services: Services,
  actor: Actor,
  unitId: string,
  isActive: boolean,
  body: SwitchUnitBody,
): Promise<UnitView> {
  const row = await inTransaction(services, actor, async (trx) => {
    const unit = await lockSeenUnit(trx, actor, unitId, body.version);
    if (unit.isActive === isActive) refuse(409, 'unit-already-so');
    if (isActive) await refuseWithoutCentre(trx, actor, unit);
    else await refuseInUse(services, trx, actor, unit);
    await updateUnit(trx, actor.cityCode, unitId, { ...unit, isActive });
    const type = isActive ? 'unit-activated' : 'unit-deactivated';
    await recordChange(services, trx, actor, { type, subjectId: unitId, data: { unitId } });
    return { ...unit, isActive, version: unit.version + 1 };
  });
  await refreshDirectory(services);
  services.principals.clear();
  return presentManagedUnit(row);
}

async function refuseWithoutCentre(trx: Trx, actor: Actor, unit: UnitRow): Promise<void> {
  if (unit.parentId === null) return;
  const centre = await findUnit(trx, actor.cityCode, unit.parentId);
  if (!centre?.isActive) refuse(422, 'not-a-centre');
}

async function refuseInUse(services: Services, trx: Trx, actor: Actor, unit: UnitRow): Promise<void> {
  const refusal = refusalOfDeactivation({
    kind: unit.kind,
    level: services.pack.regions.get(unit.regionCode)?.level ?? 'city',
    holdsOpenMatters: await holdsOpenMatters(trx, actor.cityCode, unit.id),
    hasActiveDepartments: await hasActiveDepartments(trx, actor.cityCode, unit.id),
  });
  if (refusal !== null) refuseWith({ code: refusal });
}
