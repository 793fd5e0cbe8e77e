import { sql } from 'kysely';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { MatterRecord } from '../../matter-record.ts';

/** The events that say what is on record: the registration and its corrections, oldest first. */
export async function registrationEvents(
  trx: Trx,
  cityCode: string,
  matterId: string,
): Promise<{ version: number; type: string; sealed: Buffer | null }[]> {
  const { rows } = await sql<{ version: number; type: string; sealed: Buffer | null }>`
    select version, type, sealed from hejie.event
    where city_code = ${cityCode} and matter_id = ${matterId}::uuid and type in ('register', 'correct')
    order by version limit 200`.execute(trx);
  return rows;
}

type Corrected = Pick<
  MatterRecord,
  'kind' | 'regionCode' | 'subject' | 'story' | 'request' | 'needs' | 'isAnonymous' | 'partyCount'
>;

/** The record itself, and the words by which it is found. */
export async function writeCorrectedMatter(
  trx: Trx,
  cityCode: string,
  matterId: string,
  m: Corrected,
  terms: { readonly gone: readonly string[]; readonly come: readonly string[] } | null,
): Promise<void> {
  await sql`
    update hejie.matter set kind = ${m.kind}, region_code = ${m.regionCode}, subject = ${m.subject}, story = ${m.story},
      request = ${m.request}, needs = ${m.needs}::text[], is_anonymous = ${m.isAnonymous}::boolean,
      party_count = ${m.partyCount}::int
    where city_code = ${cityCode} and id = ${matterId}::uuid`.execute(trx);
  if (terms !== null) {
    await sql`select hejie.replace_search_terms(${cityCode}, ${matterId}::uuid, ${terms.gone}::text[],
      ${terms.come}::text[])`.execute(trx);
  }
}

type WrittenParties = {
  readonly changed: readonly {
    readonly id: string;
    readonly kind: string;
    readonly sealed: Buffer;
    readonly toldBy: string;
  }[];
  readonly added: readonly {
    readonly id: string;
    readonly seat: string;
    readonly kind: string;
    readonly sealed: Buffer;
    readonly toldBy: string;
    readonly toldLanguage: string;
  }[];
};

/** Parties put right, and those left out at the counter; their look-up hashes follow with the whole matter's. */
export async function writeCorrectedParties(
  trx: Trx,
  cityCode: string,
  matter: Pick<MatterRecord, 'id' | 'leadUnitId'>,
  { changed, added }: WrittenParties,
): Promise<void> {
  if (changed.length > 0) {
    await sql`
      update hejie.party p set kind = c.kind, sealed = c.sealed, told_by = c."toldBy"
      from ${rowsOf(changed)} as c (id uuid, kind text, sealed bytea, "toldBy" text)
      where p.city_code = ${cityCode} and p.matter_id = ${matter.id}::uuid and p.id = c.id`.execute(trx);
  }
  if (added.length === 0) return;
  const inOrder = added.map((party, index) => ({ ...party, position: index + 1 }));
  await sql`
    insert into hejie.party (city_code, matter_id, id, position, seat, kind, sealed, look_up_unit_id, secret_generation,
      told_by, told_language)
    select ${cityCode}, ${matter.id}::uuid, p.id, p.position + (select coalesce(max(o.position), 0) from hejie.party o
        where o.city_code = ${cityCode} and o.matter_id = ${matter.id}::uuid),
      p.seat, p.kind, p.sealed, ${matter.leadUnitId}::uuid, 1, p."toldBy", p."toldLanguage"
    from ${rowsOf(inOrder)} as p (id uuid, position int, seat text, kind text, sealed bytea, "toldBy" text,
      "toldLanguage" text)`.execute(trx);
}
