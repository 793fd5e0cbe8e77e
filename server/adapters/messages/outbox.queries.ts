import { sql } from 'kysely';
import type { MessageWay } from '#domain/messages/vocabulary.ts';
import type { Trx } from '#server/database/transaction.ts';

export type OutboxRow = {
  readonly id: string;
  readonly way: MessageWay;
  readonly maskedAddress: string;
  readonly subject: string | null;
  readonly text: string;
  readonly at: Date;
};

/** Once for each message, however often it is sent, as a gateway does that knows its ids. */
export async function insertIntoOutbox(
  trx: Trx,
  cityCode: string,
  row: Omit<OutboxRow, 'at'> & { readonly at: string },
): Promise<void> {
  await sql`
    insert into hejie.outbox (city_code, id, way, masked_address, subject, text, at)
    values (${cityCode}, ${row.id}::uuid, ${row.way}, ${row.maskedAddress}, ${row.subject}, ${row.text},
      ${row.at}::timestamptz)
    on conflict do nothing`.execute(trx);
}

/** Newest first, from the row where the page before ended. */
export async function outboxPage(
  trx: Trx,
  cityCode: string,
  before: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    select id, way, masked_address as "maskedAddress", subject, text, at from hejie.outbox
    where city_code = ${cityCode}
      and (${before === null}::boolean or (at, id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by at desc, id desc limit ${limit}`.execute(trx);
  return rows;
}
