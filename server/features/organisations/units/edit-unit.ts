import type { EditUnitBody, UnitView } from '#contract/organisations/units.ts';
import type { UnitFace } from '#domain/organisations/units.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { recordChange } from '../changes/record-change.ts';
import { refreshDirectory } from '../load-city.ts';
import { presentManagedUnit } from './unit.presenter.ts';
import { lockUnit, type UnitRow, updateUnit } from './units.queries.ts';

/** Renames a unit, or says how a department is present. The edit stays when the city pack is loaded again. */
export async function editUnit(
  services: Services,
  actor: Actor,
  unitId: string,
  body: EditUnitBody,
): Promise<UnitView> {
  const row = await inTransaction(services, actor, async (trx) => {
    const unit = await lockSeenUnit(trx, actor, unitId, body.version);
    if (unit.kind === 'centre' && body.presence !== undefined)
      refuse(422, 'presence-of-centre', { field: 'presence' });
    const edit: Partial<UnitFace> = {
      ...(body.name !== undefined && { name: body.name.trim() }),
      ...(body.nameEn !== undefined && { nameEn: body.nameEn.trim() }),
      ...(body.presence !== undefined && { presence: body.presence }),
    };
    const changed = Object.fromEntries(
      Object.entries(edit).filter(([key, value]) => unit[key as keyof UnitFace] !== value),
    );
    if (Object.keys(changed).length === 0) return unit;
    const after = { ...unit, ...edit };
    await updateUnit(trx, actor.cityCode, unitId, after);
    const data = { unitId, ...changed };
    await recordChange(services, trx, actor, { type: 'unit-edited', subjectId: unitId, data });
    return { ...after, version: unit.version + 1 };
  });
  await refreshDirectory(services);
  return presentManagedUnit(row);
}

/** The unit, locked, if nobody has changed it since it was seen. */
export async function lockSeenUnit(
  trx: Trx,
  actor: Actor,
  unitId: string,
  version: number,
): Promise<UnitRow> {
  const unit = await lockUnit(trx, actor.cityCode, unitId);
  if (unit === undefined) refuse(404, 'not-found');
  if (unit.version !== version)
    refuse(409, 'stale-version', { extra: { current: presentManagedUnit(unit) } });
  return unit;
}
