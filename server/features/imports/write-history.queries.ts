import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';
import { searchKeys } from '#server/features/search/public.ts';

/** A closed matter of another system, ready to be written. */
export type HistoryMatter = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly channel: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly subject: string;
  readonly story: string;
  readonly registeredAt: string;
  readonly endedAt: string;
  readonly source: string;
  readonly sourceNumber: string;
  readonly wrappedKey: Buffer;
  readonly terms: readonly string[];
  readonly participationIds: readonly [string, string];
  readonly imported: { readonly id: string; readonly data: unknown };
  readonly answer: { readonly id: string; readonly occurredAt: string; readonly sealed: Buffer } | null;
};

/** Which numbers of a source this centre has already. */
export async function knownNumbers(
  trx: Trx,
  cityCode: string,
  source: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ number: string }>`
    select source_number as number from hejie.matter
    where city_code = ${cityCode} and source = ${source} and source_number = any(${numbers}::text[])`.execute(
    trx,
  );
  return new Set(rows.map(({ number }) => number));
}

/** Writes a batch whole, in four statements: matters, what they are found by, who takes part, events. */
export async function insertHistory(
  trx: Trx,
  at: { readonly cityCode: string; readonly unitId: string; readonly recordedAt: string },
  matters: readonly HistoryMatter[],
): Promise<void> {
  const { cityCode: city, unitId, recordedAt } = at;
  await sql`
    insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
      needs, danger, is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings,
      not_reached_on, is_sampled, due_on, registered_at, ended_at, source, source_number, is_history, wrapped_key)
    select ${city}, m.id, m.code, m.version, 'closed', m.channel, m.kind, m.region_code, m.subject, m.story, '',
      '{}', null, true, 0, ${unitId}::uuid, ${unitId}::uuid, false, 0, 0,
      '{}', false, null, m.registered_at, m.ended_at, m.source, m.source_number, true, m.wrapped_key
    from unnest(${matters.map((m) => m.id)}::uuid[], ${matters.map((m) => m.code)}::text[],
      ${matters.map((m) => m.version)}::int[], ${matters.map((m) => m.channel)}::text[],
      ${matters.map((m) => m.kind)}::text[], ${matters.map((m) => m.regionCode)}::text[],
      ${matters.map((m) => m.subject)}::text[], ${matters.map((m) => m.story)}::text[],
      ${matters.map((m) => m.registeredAt)}::timestamptz[], ${matters.map((m) => m.endedAt)}::timestamptz[],
      ${matters.map((m) => m.source)}::text[], ${matters.map((m) => m.sourceNumber)}::text[],
      ${matters.map((m) => m.wrappedKey)}::bytea[])
      as m (id, code, version, channel, kind, region_code, subject, story, registered_at, ended_at, source,
        source_number, wrapped_key)`.execute(trx);
  await sql`
    insert into hejie.matter_search (city_code, matter_id, keys)
    select ${city}, s.matter_id, array(select jsonb_array_elements_text(s.keys))
    from unnest(${matters.map((m) => m.id)}::uuid[],
      ${matters.map((m) => JSON.stringify(searchKeys(m.terms, unitId)))}::jsonb[]) as s (matter_id, keys)`.execute(
    trx,
  );

  const parts = matters.flatMap((m) =>
    (['lead', 'holder'] as const).map((part, index) => ({ m, part, id: m.participationIds[index] })),
  );
  await sql`
    insert into hejie.participation (city_code, matter_id, id, unit_id, part, from_at)
    select ${city}, p.matter_id, p.id, ${unitId}::uuid, p.part, p.from_at
    from unnest(${parts.map((p) => p.m.id)}::uuid[], ${parts.map((p) => p.id)}::uuid[],
      ${parts.map((p) => p.part)}::text[], ${parts.map((p) => p.m.registeredAt)}::timestamptz[])
      as p (matter_id, id, part, from_at)`.execute(trx);

  const events = matters.flatMap((m) => {
    const imported = {
      m,
      version: 1,
      type: 'import',
      ...m.imported,
      occurredAt: m.registeredAt,
      sealed: null,
    };
    return m.answer === null
      ? [imported]
      : [imported, { m, version: 2, type: 'answer', data: {}, ...m.answer }];
  });
  await sql`
    insert into hejie.event (city_code, matter_id, version, id, type, actor_unit_id, actor_role, occurred_at,
      recorded_at, data, sealed)
    select ${city}, e.matter_id, e.version, e.id, e.type, ${unitId}::uuid, 'program', e.occurred_at,
      ${recordedAt}::timestamptz, e.data, e.sealed
    from unnest(${events.map((e) => e.m.id)}::uuid[], ${events.map((e) => e.version)}::int[],
      ${events.map((e) => e.id)}::uuid[], ${events.map((e) => e.type)}::text[],
      ${events.map((e) => e.occurredAt)}::timestamptz[], ${events.map((e) => JSON.stringify(e.data))}::jsonb[],
      ${events.map((e) => e.sealed)}::bytea[])
      as e (matter_id, version, id, type, occurred_at, data, sealed)`.execute(trx);
}
