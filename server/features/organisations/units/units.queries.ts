import { sql } from 'kysely';
import type { UnitKind } from '#domain/access/vocabulary.ts';
import type { Presence } from '#domain/organisations/city-pack.ts';
import type { UnitFace } from '#domain/organisations/units.ts';
import type { Trx } from '#server/database/transaction.ts';

export type UnitRow = UnitFace & {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly kind: UnitKind;
  readonly regionCode: string;
  readonly parentId: string | null;
  readonly isActive: boolean;
  readonly fromPack: UnitFace | null;
};

const columns =
  sql.raw(`u.id, u.version, u.code, u.kind, u.region_code as "regionCode", u.parent_id as "parentId",
  u.name, u.name_en as "nameEn", u.presence, u.is_active as "isActive", u.from_pack as "fromPack"`);

/** A page of units by code: a centre, then its departments. */
export async function unitPage(
  trx: Trx,
  cityCode: string,
  region: string | null,
  after: string | null,
  limit: number,
): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select ${columns} from hejie.unit u
    where u.city_code = ${cityCode} and (${region}::text is null or u.region_code = ${region})
      and (${after}::text is null or u.code collate "C" > ${after})
    order by u.code collate "C" limit ${limit}::int`.execute(trx);
  return rows;
}

/** A unit, locked: whoever routes a matter to it at this moment is waited for. */
export async function lockUnit(trx: Trx, cityCode: string, id: string): Promise<UnitRow | undefined> {
  const { rows } = await sql<UnitRow>`
    select ${columns} from hejie.unit u where u.city_code = ${cityCode} and u.id = ${id}::uuid for update`.execute(
    trx,
  );
  return rows[0];
}

export async function findUnit(trx: Trx, cityCode: string, id: string): Promise<UnitRow | undefined> {
  const { rows } = await sql<UnitRow>`
    select ${columns} from hejie.unit u where u.city_code = ${cityCode} and u.id = ${id}::uuid`.execute(trx);
  return rows[0];
}

export type NewDepartment = {
  readonly id: string;
  readonly centreId: string;
  readonly regionCode: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly presence: Presence;
};

/** Answers false when the centre has a department of this code already. */
export async function insertDepartment(trx: Trx, cityCode: string, made: NewDepartment): Promise<boolean> {
  const { rows } = await sql`
    insert into hejie.unit (city_code, id, kind, region_code, parent_id, code, name, name_en, presence, is_active, version)
    values (${cityCode}, ${made.id}::uuid, 'department', ${made.regionCode}, ${made.centreId}::uuid, ${made.code},
      ${made.name}, ${made.nameEn}, ${made.presence}, true, 1)
    on conflict do nothing returning id`.execute(trx);
  return rows.length > 0;
}

export async function updateUnit(
  trx: Trx,
  cityCode: string,
  id: string,
  unit: UnitFace & { readonly isActive: boolean },
): Promise<void> {
  await sql`
    update hejie.unit set name = ${unit.name}, name_en = ${unit.nameEn}, presence = ${unit.presence},
      is_active = ${unit.isActive}::boolean, version = version + 1
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}

export async function holdsOpenMatters(trx: Trx, cityCode: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select hejie.holds_open_matters(${cityCode}, ${id}::uuid) as holds`.execute(trx);
  return rows[0]?.holds ?? true;
}

export async function hasActiveDepartments(trx: Trx, cityCode: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from hejie.unit where city_code = ${cityCode} and parent_id = ${id}::uuid and is_active limit 1`.execute(
    trx,
  );
  return rows.length > 0;
}
