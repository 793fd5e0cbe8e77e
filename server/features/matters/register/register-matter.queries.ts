import { type RawBuilder, sql } from 'kysely';
import type { Actor, RegisteringParty } from '#server/app/actor.ts';
import type { Database } from '#server/database/connection.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import { searchKeys } from '#server/features/search/public.ts';
import type { StartedClock } from '../clocks/start-clock.ts';

export type MatterSource = { readonly name: string; readonly number: string };

/** The rows of a new matter, ready to be written. */
export type NewMatter = {
  readonly id: string;
  readonly code: string;
  readonly channel: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly needs: readonly string[];
  readonly danger: string | null;
  readonly isAnonymous: boolean;
  readonly unitId: string;
  readonly dueOn: string;
  readonly dueFrom: string;
  readonly nextLevelOn: string | null;
  readonly registeredAt: string;
  readonly wrappedKey: Buffer;
  readonly terms: readonly string[];
  readonly pairHash: Buffer | null;
  /** Where it was brought in from, for what arrives from another system; each number comes in once. */
  readonly source: MatterSource | null;
  readonly participationIds: readonly [string, string];
  readonly clocks: readonly StartedClock[];
  readonly parties: readonly {
    readonly id: string;
    readonly seat: string;
    readonly kind: string;
    readonly sealed: Buffer | null;
    readonly phoneHash: Buffer | null;
    readonly numberHash: Buffer | null;
    readonly toldBy: string;
    readonly toldLanguage: string;
  }[];
  readonly event: { readonly id: string; readonly data: unknown; readonly sealed: Buffer };
  readonly idempotency: { readonly key: string; readonly bodyHash: Buffer } | null;
};

/**
 * Writes a registration in one statement: the context first (each insert draws on it, so it is set before any policy
 * looks), parents before children, and the idempotency key, whose second insert fails the whole.
 */
export function registrationOf(by: Actor | RegisteringParty, m: NewMatter): RawBuilder<unknown> {
  const { cityCode: city, role } = by;
  const [userId, unitId, partyId] =
    by.role === 'party' ? [null, null, by.partyId] : [by.userId, by.unitId, null];
  const personId = userId ?? partyId;
  const [leadId, holderId] = m.participationIds;
  const parties = m.parties.map((party, index) => ({ ...party, position: index + 1 }));
  return sql`
    with context as materialized (select hejie.set_context(${city}, ${personId}::uuid, ${unitId}::uuid, ${role}) as is_set),
    new_matter as (
      insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
        needs, danger, is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings,
        not_reached_on, is_sampled, due_on, registered_at, registered_by, is_history, wrapped_key, pair_hash, source,
        source_number, due_from, next_level_on)
      select ${city}, ${m.id}::uuid, ${m.code}, 1, 'registered', ${m.channel}, ${m.kind}, ${m.regionCode}, ${m.subject},
        ${m.story}, ${m.request}, ${m.needs}::text[], ${m.danger}, ${m.isAnonymous}, ${m.parties.length}::int,
        ${m.unitId}::uuid, ${m.unitId}::uuid, false, 0, 0, '{}', false, ${m.dueOn}::date,
        ${m.registeredAt}::timestamptz, ${userId}::uuid, false,
        ${m.wrappedKey}::bytea, ${m.pairHash}::bytea,
        ${m.source?.name ?? null}, ${m.source?.number ?? null}, ${m.dueFrom}::date, ${m.nextLevelOn}::date
      from context
    ),
    new_search as (
      insert into hejie.matter_search (city_code, matter_id, keys)
      select ${city}, ${m.id}::uuid, ${searchKeys(m.terms, m.unitId)}::text[] from context
    ),
    new_participations as (
      insert into hejie.participation (city_code, matter_id, id, unit_id, part, from_at)
      select ${city}, ${m.id}::uuid, p.id, ${m.unitId}::uuid, p.part, ${m.registeredAt}::timestamptz
      from context, (values (${leadId}::uuid, 'lead'), (${holderId}::uuid, 'holder')) as p (id, part)
    ),
    new_clocks as (
      insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on,
        is_provisional, source)
      select ${city}, ${m.id}::uuid, c.*
      from context, ${rowsOf(m.clocks)} as c (id uuid, step text, "startedOn" date, count int, unit text, "dueOn" date,
        "isProvisional" boolean, source text)
    ),
    new_parties as (
      insert into hejie.party (city_code, matter_id, id, position, seat, kind, sealed, look_up_unit_id, phone_hash,
        number_hash, secret_generation, told_by, told_language)
      select ${city}, ${m.id}::uuid, p.id, p.position, p.seat, p.kind, p.sealed, ${m.unitId}::uuid, p."phoneHash", p."numberHash", 1,
        p."toldBy", p."toldLanguage"
      from context, ${rowsOf(parties)} as p (id uuid, position int,
        seat text, kind text, sealed bytea, "phoneHash" bytea, "numberHash" bytea, "toldBy" text, "toldLanguage" text)
    ),
    new_key as (
      insert into hejie.idempotency (city_code, user_id, operation, key, body_hash, ids, recorded_at)
      select ${city}, ${personId}::uuid, 'register-matter', ${m.idempotency?.key ?? null},
        ${m.idempotency?.bodyHash ?? null}::bytea, jsonb_build_object('matterId', ${m.id}::text),
        ${m.registeredAt}::timestamptz
      from context where ${m.idempotency !== null}::boolean
    )
    insert into hejie.event (city_code, matter_id, version, id, type, actor_user_id, actor_unit_id, actor_party_id,
      actor_role, occurred_at, recorded_at, data, sealed)
    select ${city}, ${m.id}::uuid, 1, ${m.event.id}::uuid, 'register', ${userId}::uuid, ${unitId}::uuid, ${partyId}::uuid, ${role},
      ${m.registeredAt}::timestamptz, ${m.registeredAt}::timestamptz, ${JSON.stringify(m.event.data)}::jsonb,
      ${m.event.sealed}::bytea
    from context`;
}

export async function insertMatter(
  db: Database,
  by: Actor | RegisteringParty,
  matter: NewMatter,
): Promise<void> {
  await registrationOf(by, matter).execute(db);
}
