import { sql } from 'kysely';
import type { Role } from '#domain/access/vocabulary.ts';
import type { PaperKind, Seat } from '#domain/matters/vocabulary.ts';
import type { ToldBy, ToldLanguage } from '#domain/messages/vocabulary.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { clockJson, matterColumns } from '../matter-columns.queries.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { PartyAtMatter } from './open-by-code.ts';

export type EventRow = {
  readonly version: number;
  readonly type: string;
  readonly actorUnitId: string | null;
  readonly actorPartyId: string | null;
  readonly actorSeat: Seat | null;
  readonly occurredAt: string;
  readonly data: Record<string, unknown>;
  /** Base64. */
  readonly sealed: string | null;
};

export type PaperRow = {
  readonly id: string;
  readonly kind: PaperKind;
  readonly sizeBytes: number;
  readonly addedAt: string;
  readonly byPartyId: string | null;
  readonly bySeat: Seat | null;
  readonly forSeats: Seat[];
  readonly isInConfidence: boolean;
  /** Base64. */
  readonly sealed: string;
};

export type OpeningRow = {
  readonly at: string;
  readonly unitId: string;
  readonly role: Role;
  readonly what: string;
  readonly purpose: string | null;
  /** Opened outside own work: under which opening, and the words of its purpose, base64. */
  readonly openingId: string | null;
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
};

export type Told = { readonly subject: string; readonly story: string; readonly request: string };

export type FollowedFile = MatterRecord & {
  readonly sealed: string | null;
  readonly toldBy: ToldBy;
  readonly toldLanguage: ToldLanguage;
  readonly applicants: number;
  /** The matter with which this party came, if it was merged into this one: what was told there, and their seat. */
  readonly cameWith: (Told & { readonly seat: Seat }) | null;
  readonly clocks: ClockRow[];
  readonly events: EventRow[];
  readonly papers: PaperRow[];
  readonly openings: OpeningRow[];
};

const eventsAtMost = 500;
export const openingsAtMost = 50;

/** A matter for one of its parties, in one statement. What of it they may see, the domain says. */
export async function followedFile(
  trx: Trx,
  party: PartyAtMatter,
  today: string,
): Promise<FollowedFile | undefined> {
  const { rows } = await sql<FollowedFile>`
    select ${matterColumns(today)}, translate(encode(me.sealed, 'base64'), E'\n', '') as sealed, me.told_by as "toldBy",
      me.told_language as "toldLanguage",
      (select count(*)::int from hejie.party a
        where a.city_code = m.city_code and a.matter_id = m.id and a.seat = 'applicant') as applicants,
      (select jsonb_build_object('seat', p.seat, 'subject', o.subject, 'story', o.story, 'request', o.request)
        from hejie.matter o join hejie.party p on p.city_code = o.city_code and p.matter_id = o.id and p.id = me.id
        where o.city_code = m.city_code and o.merged_into = m.id
        order by o.id limit 1) as "cameWith",
      (select coalesce(jsonb_agg(${clockJson} order by c.ended_on nulls first, c.id desc), '[]')
        from hejie.clock c where c.city_code = m.city_code and c.matter_id = m.id and c.ended_on is null) as clocks,
      (select coalesce(jsonb_agg(to_jsonb(e) order by e.version), '[]') from (
        select e.version, e.type, e.actor_unit_id as "actorUnitId", e.actor_party_id as "actorPartyId",
          p.seat as "actorSeat", e.occurred_at as "occurredAt", e.data,
          translate(encode(e.sealed, 'base64'), E'\n', '') as sealed
        from hejie.event e
          left join hejie.party p on p.city_code = e.city_code and p.matter_id = e.matter_id and p.id = e.actor_party_id
        where e.city_code = m.city_code and e.matter_id = m.id order by e.version desc limit ${eventsAtMost}::int) e) as events,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'sizeBytes', p.size_bytes,
          'addedAt', p.added_at, 'byPartyId', p.added_by_party, 'bySeat', g.seat, 'forSeats', p.for_seats,
          'isInConfidence', p.is_in_confidence, 'sealed', translate(encode(p.sealed, 'base64'), E'\n', ''))
          order by p.added_at desc, p.id), '[]')
        from hejie.paper p
          left join hejie.party g on g.city_code = p.city_code and g.matter_id = p.matter_id and g.id = p.added_by_party
        where p.city_code = m.city_code and p.matter_id = m.id) as papers,
      (select coalesce(jsonb_agg(jsonb_build_object('at', o.at, 'unitId', o.unit_id, 'role', o.role, 'what', o.what,
          'purpose', o.purpose, 'openingId', o.opening_id,
          'sealed', translate(encode(o.sealed, 'base64'), E'\n', ''),
          'wrappedKey', translate(encode(o.wrapped_key, 'base64'), E'\n', '')) order by o.id desc), '[]')
        from hejie.own_file_openings(m.city_code, m.id, ${openingsAtMost}::int) o) as openings
    from hejie.matter m join hejie.party me on me.city_code = m.city_code and me.matter_id = m.id
    where m.city_code = ${party.cityCode} and m.id = ${party.matterId}::uuid and me.id = ${party.partyId}::uuid`.execute(
    trx,
  );
  return rows[0];
}

export type PaperSeen = Pick<PaperRow, 'byPartyId' | 'bySeat' | 'forSeats' | 'isInConfidence'> & {
  readonly applicants: number;
};

/** Of whom one paper is, and for whom; as much as decides who may read it. */
export async function paperSeen(
  trx: Trx,
  party: PartyAtMatter,
  paperId: string,
): Promise<PaperSeen | undefined> {
  const { rows } = await sql<PaperSeen>`
    select p.added_by_party as "byPartyId", g.seat as "bySeat", p.for_seats as "forSeats",
      p.is_in_confidence as "isInConfidence",
      (select count(*)::int from hejie.party a
        where a.city_code = p.city_code and a.matter_id = p.matter_id and a.seat = 'applicant') as applicants
    from hejie.paper p
      left join hejie.party g on g.city_code = p.city_code and g.matter_id = p.matter_id and g.id = p.added_by_party
    where p.city_code = ${party.cityCode} and p.matter_id = ${party.matterId}::uuid and p.id = ${paperId}::uuid`.execute(
    trx,
  );
  return rows[0];
}
