import { sql } from 'kysely';
import type { PartyKind, Seat } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type ToldRow = {
  readonly id: string;
  readonly story: string;
  readonly request: string | null;
  readonly leadUnitId: string;
  readonly wrappedKey: Buffer | null;
  readonly answerVersion: number | null;
  readonly answerSealed: Buffer | null;
  readonly answeredAt: Date | null;
};

/** What people said in these matters and what they were answered last, as far as the asker takes part in them. */
export async function toldIn(trx: Trx, actor: Actor, ids: readonly string[]): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select m.id, m.story, m.request, m.lead_unit_id as "leadUnitId", m.wrapped_key as "wrappedKey",
      a.version as "answerVersion", a.sealed as "answerSealed", a.occurred_at as "answeredAt"
    from hejie.matter m left join lateral (
      select e.version, e.sealed, e.occurred_at from hejie.event e
      where e.city_code = m.city_code and e.matter_id = m.id and e.type = 'answer'
      order by e.version desc limit 1
    ) a on true
    where m.city_code = ${actor.cityCode} and m.id = any(${ids}::uuid[])`.execute(trx);
  return rows;
}

export type PartyOfMatter = {
  readonly matterId: string;
  readonly id: string;
  readonly seat: Seat;
  readonly kind: PartyKind;
  readonly sealed: Buffer | null;
};

export async function partiesOf(trx: Trx, actor: Actor, ids: readonly string[]): Promise<PartyOfMatter[]> {
  const { rows } = await sql<PartyOfMatter>`
    select p.matter_id as "matterId", p.id, p.seat, p.kind, p.sealed from hejie.party p
    where p.city_code = ${actor.cityCode} and p.matter_id = any(${ids}::uuid[])
    order by p.matter_id, p.position`.execute(trx);
  return rows;
}
