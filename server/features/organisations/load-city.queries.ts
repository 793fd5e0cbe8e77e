import { sql } from 'kysely';
import type { Unit } from '#server/app/directory.ts';
import type { Trx } from '#server/database/transaction.ts';

export type PackUnit = {
  readonly id: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly presence: string | null;
};

/** Every unit of the city, centres before their departments. */
export async function allUnits(trx: Trx, cityCode: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select id, code, kind, region_code as "regionCode", parent_id as "parentId", name, name_en as "nameEn",
      is_active as "isActive", version
    from hejie.unit where city_code = ${cityCode} order by region_code, kind, code limit 100000`.execute(trx);
  return rows;
}

export async function saveCity(
  trx: Trx,
  city: { code: string; name: string; nameEn: string; zone: string },
  packHash: string,
  at: string,
): Promise<{ isUnchanged: boolean }> {
  const { rows } = await sql<{ packHash: string }>`
    select pack_hash as "packHash" from hejie.city where city_code = ${city.code} for update`.execute(trx);
  if (rows[0]?.packHash === packHash) return { isUnchanged: true };
  await sql`
    insert into hejie.city (city_code, name, name_en, zone, pack_hash, loaded_at)
    values (${city.code}, ${city.name}, ${city.nameEn}, ${city.zone}, ${packHash}, ${at}::timestamptz)
    on conflict (city_code) do update set name = excluded.name, name_en = excluded.name_en, zone = excluded.zone,
      pack_hash = excluded.pack_hash, loaded_at = excluded.loaded_at`.execute(trx);
  return { isUnchanged: false };
}

export async function saveRegions(
  trx: Trx,
  cityCode: string,
  regions: readonly {
    code: string;
    name: string;
    nameEn: string;
    level: string;
    parentCode: string | null;
  }[],
): Promise<void> {
  await sql`
    insert into hejie.region (city_code, code, name, name_en, level, parent_code)
    select ${cityCode}, r.* from unnest(${regions.map((r) => r.code)}::text[], ${regions.map((r) => r.name)}::text[],
      ${regions.map((r) => r.nameEn)}::text[], ${regions.map((r) => r.level)}::text[],
      ${regions.map((r) => r.parentCode)}::text[]) as r
    on conflict (city_code, code) do update set name = excluded.name, name_en = excluded.name_en,
      level = excluded.level, parent_code = excluded.parent_code`.execute(trx);
}

/** New units come in; of known ones only what the city has not edited follows the pack. */
export async function saveUnits(trx: Trx, cityCode: string, units: readonly PackUnit[]): Promise<void> {
  const packed = units.map((u) => JSON.stringify({ name: u.name, nameEn: u.nameEn, presence: u.presence }));
  await sql`
    insert into hejie.unit as known (city_code, id, kind, region_code, parent_id, code, name, name_en, presence,
      is_active, from_pack, version)
    select ${cityCode}, u.id, u.kind, u.region_code, u.parent_id, u.code, u.name, u.name_en, u.presence, true,
      u.from_pack, 1
    from unnest(${units.map((u) => u.id)}::uuid[], ${units.map((u) => u.kind)}::text[],
      ${units.map((u) => u.regionCode)}::text[], ${units.map((u) => u.parentId)}::uuid[],
      ${units.map((u) => u.code)}::text[], ${units.map((u) => u.name)}::text[], ${units.map((u) => u.nameEn)}::text[],
      ${units.map((u) => u.presence)}::text[], ${packed}::jsonb[])
      as u (id, kind, region_code, parent_id, code, name, name_en, presence, from_pack)
    on conflict (city_code, id) do update set
      name = case when known.name = known.from_pack ->> 'name' then excluded.name else known.name end,
      name_en = case when known.name_en = known.from_pack ->> 'nameEn' then excluded.name_en else known.name_en end,
      presence = case when known.presence is not distinct from known.from_pack ->> 'presence'
        then excluded.presence else known.presence end,
      from_pack = excluded.from_pack`.execute(trx);
}
