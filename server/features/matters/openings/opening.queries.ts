import { sql } from 'kysely';
import type { OutsidePurpose } from '#domain/access/outside-opening.ts';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type OutsideRow = {
  readonly code: string;
  /** Null of a sealed one. */
  readonly kind: string | null;
  readonly status: Status;
  readonly regionCode: string;
  readonly leadUnitId: string;
  readonly holderUnitId: string;
  readonly isSealed: boolean;
  readonly takesPart: boolean;
};

/** What a supervisor may know of a matter of the region before opening its file; nothing of any other. */
export async function outsideMatter(
  trx: Trx,
  cityCode: string,
  matterId: string,
): Promise<OutsideRow | undefined> {
  const { rows } = await sql<OutsideRow>`
    select code, kind, status, region_code as "regionCode", lead_unit_id as "leadUnitId",
      holder_unit_id as "holderUnitId", is_sealed as "isSealed", takes_part as "takesPart"
    from hejie.outside_matter(${cityCode}, ${matterId}::uuid)`.execute(trx);
  return rows[0];
}

export type OpeningRow = {
  readonly id: string;
  readonly purpose: OutsidePurpose;
  readonly unitId: string;
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
  readonly untilAt: Date;
};

const columns = sql.raw(`o.id, o.purpose, o.unit_id as "unitId", o.sealed, o.wrapped_key as "wrappedKey",
  o.until_at as "untilAt"`);

/** The latest opening of a matter that runs for this person under this posting. */
export async function runningOpening(
  trx: Trx,
  actor: Actor,
  matterId: string,
  now: string,
): Promise<OpeningRow | undefined> {
  const { rows } = await sql<OpeningRow>`
    select ${columns} from hejie.opening o
    where o.city_code = ${actor.cityCode} and o.user_id = ${actor.userId}::uuid and o.matter_id = ${matterId}::uuid
      and o.posting_id = ${actor.postingId}::uuid and o.until_at > ${now}::timestamptz
    order by o.until_at desc, o.id desc limit 1`.execute(trx);
  return rows[0];
}

export async function openingById(
  trx: Trx,
  actor: Actor,
  matterId: string,
  id: string,
): Promise<OpeningRow | undefined> {
  const { rows } = await sql<OpeningRow>`
    select ${columns} from hejie.opening o
    where o.city_code = ${actor.cityCode} and o.matter_id = ${matterId}::uuid and o.id = ${id}::uuid`.execute(
    trx,
  );
  return rows[0];
}

export type NewOpening = Omit<OpeningRow, 'untilAt' | 'unitId'> & {
  readonly matterId: string;
  readonly at: string;
  readonly untilAt: string;
};

export async function insertOutsideOpening(trx: Trx, actor: Actor, opening: NewOpening): Promise<void> {
  await sql`
    insert into hejie.opening (city_code, matter_id, id, user_id, posting_id, unit_id, role, purpose, sealed, wrapped_key,
      opened_at, until_at)
    values (${actor.cityCode}, ${opening.matterId}::uuid, ${opening.id}::uuid, ${actor.userId}::uuid,
      ${actor.postingId}::uuid, ${actor.unitId}::uuid, ${actor.role}, ${opening.purpose}, ${opening.sealed}::bytea,
      ${opening.wrappedKey}::bytea, ${opening.at}::timestamptz, ${opening.untilAt}::timestamptz)`.execute(
    trx,
  );
}

type Look = {
  readonly logId: string;
  readonly at: string;
  readonly what: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

/**
 * From here on the transaction sees what the opening shows, and writes nothing; the look is on record by then. False where
 * the opening has run out, or the file was sealed or left the region.
 */
export async function enterOpening(
  trx: Trx,
  cityCode: string,
  opening: { readonly matterId: string; readonly id: string },
  look: Look,
): Promise<boolean> {
  const { rows } = await sql<{ purpose: string | null }>`
    select hejie.enter_opening(${cityCode}, ${opening.matterId}::uuid, ${opening.id}::uuid, ${look.at}::timestamptz,
      ${look.logId}::uuid, ${look.what}, ${JSON.stringify(look.facts)}::jsonb) as purpose`.execute(trx);
  return (rows[0]?.purpose ?? null) !== null;
}

type Claim = {
  readonly key: string;
  readonly bodyHash: Buffer;
  readonly id: string;
  readonly at: string;
};

/** Claims an idempotency key for an opening that is about to be made. */
export async function claimOpeningKey(trx: Trx, actor: Actor, claim: Claim): Promise<boolean> {
  const { rows } = await sql`
    insert into hejie.idempotency (city_code, user_id, operation, key, body_hash, ids, recorded_at)
    values (${actor.cityCode}, ${actor.userId}::uuid, 'open-outside', ${claim.key}, ${claim.bodyHash}::bytea,
      ${JSON.stringify({ id: claim.id })}::jsonb, ${claim.at}::timestamptz)
    on conflict do nothing returning key`.execute(trx);
  return rows.length > 0;
}

/** Which opening was made under a key that is taken. */
export async function openedUnder(
  trx: Trx,
  actor: Actor,
  key: string,
): Promise<{ id: string; bodyHash: Buffer } | undefined> {
  const { rows } = await sql<{ id: string; bodyHash: Buffer }>`
    select ids ->> 'id' as id, body_hash as "bodyHash" from hejie.idempotency
    where city_code = ${actor.cityCode} and user_id = ${actor.userId}::uuid and operation = 'open-outside'
      and key = ${key}`.execute(trx);
  return rows[0];
}
