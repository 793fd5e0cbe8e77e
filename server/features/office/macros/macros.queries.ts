import { sql } from 'kysely';
import type { OfficeStep } from '#contract/office/steps.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type MacroRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly steps: OfficeStep[];
  readonly author: string | null;
  readonly isActive: boolean;
  readonly changedAt: Date;
};

const columns = sql.raw(`m.id, m.version, m.name, m.steps, u.name as author, m.is_active as "isActive",
  m.changed_at as "changedAt"`);

/** An office's macros by name; more than these nobody finds their way in. */
export async function macrosOf(trx: Trx, actor: Actor): Promise<MacroRow[]> {
  const { rows } = await sql<MacroRow>`
    select ${columns} from hejie.macro m left join sign_in."user" u on u.id = m.author_user_id
    where m.city_code = ${actor.cityCode} and m.unit_id = ${actor.unitId}::uuid and m.is_active
    order by m.name limit 200`.execute(trx);
  return rows;
}

export async function findMacro(trx: Trx, actor: Actor, id: string): Promise<MacroRow | undefined> {
  const { rows } = await sql<MacroRow>`
    select ${columns} from hejie.macro m left join sign_in."user" u on u.id = m.author_user_id
    where m.city_code = ${actor.cityCode} and m.unit_id = ${actor.unitId}::uuid and m.id = ${id}::uuid`.execute(
    trx,
  );
  return rows[0];
}

/** The same, locked until the transaction ends. */
export async function lockMacro(trx: Trx, actor: Actor, id: string): Promise<MacroRow | undefined> {
  const { rows } = await sql<MacroRow>`
    select ${columns} from hejie.macro m left join sign_in."user" u on u.id = m.author_user_id
    where m.city_code = ${actor.cityCode} and m.unit_id = ${actor.unitId}::uuid and m.id = ${id}::uuid
    for update of m`.execute(trx);
  return rows[0];
}

export type NewMacro = {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly OfficeStep[];
  readonly at: string;
};

export async function insertMacro(trx: Trx, actor: Actor, macro: NewMacro): Promise<void> {
  await sql`
    insert into hejie.macro (city_code, id, unit_id, name, steps, author_user_id, is_active, version, changed_at)
    values (${actor.cityCode}, ${macro.id}::uuid, ${actor.unitId}::uuid, ${macro.name},
      ${JSON.stringify(macro.steps)}::jsonb, ${actor.userId}::uuid, true, 1, ${macro.at}::timestamptz)`.execute(
    trx,
  );
}

export async function updateMacro(
  trx: Trx,
  actor: Actor,
  macro: NewMacro & { readonly isActive: boolean },
): Promise<void> {
  await sql`
    update hejie.macro set name = ${macro.name}, steps = ${JSON.stringify(macro.steps)}::jsonb,
      is_active = ${macro.isActive}::boolean, author_user_id = ${actor.userId}::uuid, version = version + 1,
      changed_at = ${macro.at}::timestamptz
    where city_code = ${actor.cityCode} and id = ${macro.id}::uuid`.execute(trx);
}
