import { sql } from 'kysely';
import type { Seat } from '#domain/matters/vocabulary.ts';
import type {
  MessageFault,
  MessageState,
  MessageTemplate,
  MessageWay,
  ToldBy,
  ToldLanguage,
} from '#domain/messages/vocabulary.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';

/** What fills a text's places when it is sent. */
export type MessageFacts = {
  readonly unitId: string;
  readonly dueOn: string | null;
  /** Which of the party's secrets a message carries, where it carries one; the secret itself is nowhere kept. */
  readonly secretGeneration?: number;
};

export type PartyToTell = {
  readonly id: string;
  readonly seat: Seat;
  readonly way: MessageWay;
  readonly language: ToldLanguage;
  readonly dueOn: string | null;
};

/** The parties who want to be told, with the day by which the step is owed. */
export async function partiesToTell(
  trx: Trx,
  cityCode: string,
  matterId: string,
  step: string | null,
): Promise<PartyToTell[]> {
  const { rows } = await sql<PartyToTell>`
    select id, seat, way, language, due_on as "dueOn"
    from hejie.parties_to_tell(${cityCode}, ${matterId}::uuid, ${step})`.execute(trx);
  return rows;
}

export type NewMessage = {
  readonly id: string;
  readonly partyId: string;
  readonly way: MessageWay;
  readonly language: ToldLanguage;
  readonly facts: MessageFacts;
};

/** Writes messages of one event; each party is told once of it with the same words. */
export async function insertMessages(
  trx: Trx,
  of: {
    readonly cityCode: string;
    readonly matterId: string;
    readonly version: number;
    readonly template: MessageTemplate;
    readonly at: string;
  },
  messages: readonly NewMessage[],
): Promise<void> {
  await sql`
    insert into hejie.message (city_code, matter_id, id, event_version, party_id, way, template, language, facts, state,
      attempts, next_at, created_at)
    select ${of.cityCode}, ${of.matterId}::uuid, n.id, ${of.version}::int, n."partyId", n.way, ${of.template}, n.language,
      n.facts, 'queued', 0, ${of.at}::timestamptz, ${of.at}::timestamptz
    from ${rowsOf(messages)} as n (id uuid, "partyId" uuid, way text, language text, facts jsonb)
    on conflict do nothing`.execute(trx);
}

export type MessageRef = { readonly cityCode: string; readonly matterId: string; readonly messageId: string };

export type LockedMessage = {
  readonly state: MessageState;
  readonly attempts: number;
  readonly nextAt: Date | null;
  readonly way: MessageWay;
  readonly template: MessageTemplate;
  readonly language: ToldLanguage;
  readonly facts: MessageFacts;
};

/** Takes hold of a message until the transaction ends; whoever else wants it waits that long. */
export async function lockMessage(trx: Trx, ref: MessageRef): Promise<LockedMessage | undefined> {
  const { rows } = await sql<LockedMessage>`
    select state, attempts, next_at as "nextAt", way, template, language, facts from hejie.message
    where city_code = ${ref.cityCode} and matter_id = ${ref.matterId}::uuid and id = ${ref.messageId}::uuid
    for update`.execute(trx);
  return rows[0];
}

export type Envelope = {
  readonly code: string;
  readonly leadUnitId: string;
  readonly wrappedKey: Buffer | null;
  readonly partyId: string;
  readonly sealed: Buffer | null;
  readonly toldBy: ToldBy;
};

export async function messageEnvelope(trx: Trx, ref: MessageRef): Promise<Envelope | undefined> {
  const { rows } = await sql<Envelope>`
    select code, lead_unit_id as "leadUnitId", wrapped_key as "wrappedKey", party_id as "partyId", sealed,
      told_by as "toldBy"
    from hejie.message_envelope(${ref.cityCode}, ${ref.matterId}::uuid, ${ref.messageId}::uuid)`.execute(trx);
  return rows[0];
}

/** One attempt begins: until `untilAt` nobody else begins one. */
export async function beginAttempt(trx: Trx, ref: MessageRef, untilAt: string): Promise<void> {
  await sql`
    update hejie.message set attempts = attempts + 1, next_at = ${untilAt}::timestamptz
    where city_code = ${ref.cityCode} and matter_id = ${ref.matterId}::uuid and id = ${ref.messageId}::uuid
      and state = 'queued'`.execute(trx);
}

/** It left, whichever attempt says so. */
export async function recordSent(trx: Trx, ref: MessageRef, at: string): Promise<void> {
  await sql`
    update hejie.message set state = 'sent', sent_at = ${at}::timestamptz, next_at = null, last_error = null
    where city_code = ${ref.cityCode} and matter_id = ${ref.matterId}::uuid and id = ${ref.messageId}::uuid
      and state in ('queued', 'failed')`.execute(trx);
}

/** It did not leave: another attempt at `nextAt`, or none. An attempt that another one overtook changes nothing. */
export async function recordNotSent(
  trx: Trx,
  ref: MessageRef,
  attempt: number,
  result:
    | { readonly state: 'queued'; readonly fault: MessageFault; readonly nextAt: string }
    | { readonly state: 'failed' | 'withheld'; readonly fault: MessageFault },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update hejie.message set state = ${result.state}, last_error = ${result.fault},
      next_at = ${result.state === 'queued' ? result.nextAt : null}::timestamptz
    where city_code = ${ref.cityCode} and matter_id = ${ref.matterId}::uuid and id = ${ref.messageId}::uuid
      and state = 'queued' and attempts = ${attempt}::int`.execute(trx);
  return numAffectedRows === 1n;
}

/** Messages that should have been taken before this instant: whose job was lost, or whose sender died. */
export async function overdueMessages(
  trx: Trx,
  cityCode: string,
  before: string,
  atMost: number,
): Promise<{ matterId: string; messageId: string }[]> {
  const { rows } = await sql<{ matterId: string; messageId: string }>`
    select matter_id as "matterId", id as "messageId" from hejie.message
    where city_code = ${cityCode} and state = 'queued' and next_at < ${before}::timestamptz
    order by next_at limit ${atMost}`.execute(trx);
  return rows;
}

/** Sends it once more, with its attempts counted anew. */
export async function requeue(
  trx: Trx,
  ref: MessageRef,
  by: { readonly userId: string; readonly at: string },
): Promise<void> {
  await sql`
    update hejie.message set state = 'queued', attempts = 0, next_at = ${by.at}::timestamptz, last_error = null,
      resent_by = ${by.userId}::uuid
    where city_code = ${ref.cityCode} and matter_id = ${ref.matterId}::uuid and id = ${ref.messageId}::uuid
      and state in ('failed', 'withheld')`.execute(trx);
}

/** Who has the matter, for whoever takes part in it. */
export async function officesOf(
  trx: Trx,
  cityCode: string,
  matterId: string,
): Promise<{ leadUnitId: string; holderUnitId: string } | undefined> {
  const { rows } = await sql<{ leadUnitId: string; holderUnitId: string }>`
    select lead_unit_id as "leadUnitId", holder_unit_id as "holderUnitId" from hejie.matter
    where city_code = ${cityCode} and id = ${matterId}::uuid`.execute(trx);
  return rows[0];
}

export type MessageRow = {
  readonly id: string;
  readonly partyId: string;
  readonly seat: Seat;
  readonly way: MessageWay;
  readonly template: MessageTemplate;
  readonly state: MessageState;
  readonly fault: MessageFault | null;
  readonly at: Date;
};

/** A matter's file lists its newest; older ones are of no use there. */
const shownAtMost = 200;

/** The messages of a matter, newest first, as far as the reader takes part in it. */
export async function messagesOf(
  trx: Trx,
  cityCode: string,
  matterId: string,
  onlyId: string | null = null,
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select o.id, o.party_id as "partyId", p.seat, o.way, o.template, o.state, o.last_error as fault,
      coalesce(o.sent_at, o.created_at) as at
    from hejie.message o
    join hejie.party p on p.city_code = o.city_code and p.matter_id = o.matter_id and p.id = o.party_id
    where o.city_code = ${cityCode} and o.matter_id = ${matterId}::uuid
      and (${onlyId}::uuid is null or o.id = ${onlyId}::uuid)
    order by o.created_at desc, o.id desc limit ${shownAtMost}`.execute(trx);
  return rows;
}
