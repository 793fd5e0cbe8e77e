import { sql } from 'kysely';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import type { Trx } from '#server/database/transaction.ts';

export type ProcedureVersion = { readonly procedure: Procedure; readonly version: string };

/** Keeps every version of a procedure that the city uses; one that is there already stays as it is. */
export async function saveProcedures(
  trx: Trx,
  cityCode: string,
  versions: readonly ProcedureVersion[],
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.procedure_version (city_code, key, version, in_force_from, definition, loaded_at)
    select ${cityCode}, v.key, v.version, v.in_force_from, v.definition::jsonb, ${at}::timestamptz
    from unnest(${versions.map(({ procedure }) => procedure.key)}::text[], ${versions.map((v) => v.version)}::text[],
      ${versions.map(({ procedure }) => procedure.inForceFrom)}::date[],
      ${versions.map(({ procedure }) => JSON.stringify(procedure))}::text[]) as v (key, version, in_force_from, definition)
    on conflict do nothing`.execute(trx);
}

/** Every version there ever was; a city has a few dozen. */
export async function allProcedures(trx: Trx, cityCode: string): Promise<ProcedureVersion[]> {
  const { rows } = await sql<ProcedureVersion>`
    select definition as procedure, version from hejie.procedure_version
    where city_code = ${cityCode} order by key, in_force_from limit 2000`.execute(trx);
  return rows;
}
