import type { Temporal } from 'temporal-polyfill';
import type { Trx } from '#server/database/transaction.ts';

export type Link = { id: string; hash: Buffer; now: Temporal.Instant; expiresAt: Temporal.Instant };

/** The newest link is the only one. */
export async function replaceLink(trx: Trx, link: Link): Promise<void> {
  await trx.deleteFrom('sign_in.first_administrator_link').where('used_at', 'is', null).execute();
  await trx
    .insertInto('sign_in.first_administrator_link')
    .values({
      id: link.id,
      token_hash: link.hash,
      created_at: link.now.toString(),
      expires_at: link.expiresAt.toString(),
    })
    .execute();
}

/** Uses the link up, and answers whether it was good. Of two at once the second waits here and is told no. */
export async function useLink(trx: Trx, hash: Buffer, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in.first_administrator_link')
    .set({ used_at: now.toString() })
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(now.epochMilliseconds))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The centre of the whole city. */
export async function findCityCentre(trx: Trx, cityCode: string): Promise<string> {
  const { id } = await trx
    .selectFrom('hejie.unit as u')
    .innerJoin('hejie.region as r', (join) =>
      join.onRef('r.city_code', '=', 'u.city_code').onRef('r.code', '=', 'u.region_code'),
    )
    .select('u.id')
    .where('u.city_code', '=', cityCode)
    .where('u.kind', '=', 'centre')
    .where('r.parent_code', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}

export type FirstPosting = {
  id: string;
  eventId: string;
  userId: string;
  unitId: string;
  day: string;
  now: Temporal.Instant;
};

/** The posting of the first administrator, and the record that nobody gave it to them. */
export async function insertFirstPosting(trx: Trx, cityCode: string, posting: FirstPosting): Promise<void> {
  await trx
    .insertInto('hejie.posting')
    .values({
      city_code: cityCode,
      id: posting.id,
      user_id: posting.userId,
      unit_id: posting.unitId,
      role: 'security-admin',
      from_day: posting.day,
      version: 1,
    })
    .execute();
  await trx
    .insertInto('hejie.organisation_event')
    .values({
      city_code: cityCode,
      id: posting.eventId,
      type: 'first-administrator-made',
      subject_id: posting.id,
      actor_user_id: posting.userId,
      actor_unit_id: posting.unitId,
      actor_role: 'program',
      recorded_at: posting.now.toString(),
      data: JSON.stringify({}),
    })
    .execute();
}
