import { sql } from 'kysely';
import type { PartyKind, Seat, Status } from '#domain/matters/vocabulary.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';

type Done = { readonly matterId: string; readonly bodyHash: Buffer };

/** What a registration under this key made, if there was one. */
export function registrationDone(
  services: Services,
  by: Actor | PartyActor,
  key: string,
): Promise<Done | undefined> {
  const personId = by.role === 'party' ? by.partyId : by.userId;
  return inTransaction(services, by, async (trx) => {
    const { rows } = await sql<Done>`
      select ids ->> 'matterId' as "matterId", body_hash as "bodyHash" from hejie.idempotency
      where city_code = ${by.cityCode} and user_id = ${personId}::uuid and operation = 'register-matter'
        and key = ${key}`.execute(trx);
    return rows[0];
  });
}

type Registered = {
  readonly code: string;
  readonly status: Status;
  readonly unitId: string;
  readonly dueOn: string | null;
  readonly registeredAt: Date;
  readonly parties: { id: string; seat: Seat; kind: PartyKind; secretGeneration: number }[];
};

/** What a party needs to be told once more of the matter that they brought. */
export function registeredByParty(
  services: Services,
  party: PartyActor,
  matterId: string,
): Promise<Registered | undefined> {
  return inTransaction(services, party, async (trx) => {
    const { rows } = await sql<Registered>`
      select m.code, m.status, m.lead_unit_id as "unitId", m.due_on as "dueOn", m.registered_at as "registeredAt",
        (select jsonb_agg(jsonb_build_object('id', p.id, 'seat', p.seat, 'kind', p.kind, 'secretGeneration',
            p.secret_generation) order by p.position)
          from hejie.party p where p.city_code = m.city_code and p.matter_id = m.id) as parties
      from hejie.matter m where m.city_code = ${party.cityCode} and m.id = ${matterId}::uuid`.execute(trx);
    return rows[0];
  });
}
