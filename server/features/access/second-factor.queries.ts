import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

type Door = Database | Trx;

export type Totp = {
  readonly secret: Buffer;
  readonly isConfirmed: boolean;
  readonly lastStep: number;
};

/** Somebody's authenticator app, locked: of two codes at once the second sees the first used up. */
export async function lockTotp(trx: Trx, userId: string): Promise<Totp | undefined> {
  const { rows } = await sql<Totp>`
    select secret, confirmed_at is not null as "isConfirmed", last_step::float8 as "lastStep"
    from sign_in.totp where user_id = ${userId}::uuid for update`.execute(trx);
  return rows[0];
}

/** Puts a new secret in the place of one that was never confirmed; false where one is in use. */
export async function writeTotp(trx: Trx, userId: string, secret: Buffer, at: string): Promise<boolean> {
  const { rows } = await sql`
    insert into sign_in.totp (user_id, secret, started_at) values (${userId}::uuid, ${secret}::bytea, ${at}::timestamptz)
    on conflict (user_id) do update set secret = excluded.secret, started_at = excluded.started_at, last_step = 0
      where totp.confirmed_at is null
    returning user_id`.execute(trx);
  return rows.length > 0;
}

export async function confirmTotp(trx: Trx, userId: string, step: number, at: string): Promise<void> {
  await sql`
    update sign_in.totp set confirmed_at = ${at}::timestamptz, last_step = ${step}
    where user_id = ${userId}::uuid`.execute(trx);
}

export async function spendStep(trx: Trx, userId: string, step: number): Promise<void> {
  await sql`update sign_in.totp set last_step = ${step} where user_id = ${userId}::uuid`.execute(trx);
}

/** Its recovery codes go with it. Answers whether one was in use. */
export async function deleteTotp(trx: Trx, userId: string): Promise<boolean> {
  const { rows } = await sql<{ wasInUse: boolean }>`
    delete from sign_in.totp where user_id = ${userId}::uuid
    returning confirmed_at is not null as "wasInUse"`.execute(trx);
  return rows[0]?.wasInUse ?? false;
}

export async function replaceRecoveryCodes(
  trx: Trx,
  userId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await sql`delete from sign_in.recovery_code where user_id = ${userId}::uuid`.execute(trx);
  await sql`
    insert into sign_in.recovery_code (user_id, code_hash)
    select ${userId}::uuid, h from unnest(${hashes}::bytea[]) h`.execute(trx);
}

/** Uses a code up, and answers whether it was good. */
export async function spendRecoveryCode(
  trx: Trx,
  userId: string,
  hash: Buffer,
  at: string,
): Promise<boolean> {
  const { rows } = await sql`
    update sign_in.recovery_code set used_at = ${at}::timestamptz
    where user_id = ${userId}::uuid and code_hash = ${hash}::bytea and used_at is null returning user_id`.execute(
    trx,
  );
  return rows.length > 0;
}

export type SecondFactors = {
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
};

export async function findSecondFactors(db: Door, userId: string): Promise<SecondFactors> {
  const { rows } = await sql<SecondFactors>`
    select exists (select from sign_in.totp where user_id = ${userId}::uuid and confirmed_at is not null) as "hasTotp",
      (select count(*)::int from sign_in.passkey where user_id = ${userId}::uuid) as passkeys,
      (select count(*)::int from sign_in.recovery_code r join sign_in.totp t using (user_id)
        where user_id = ${userId}::uuid and r.used_at is null and t.confirmed_at is not null) as "recoveryCodesLeft"`.execute(
    db,
  );
  return rows[0] ?? { hasTotp: false, passkeys: 0, recoveryCodesLeft: 0 };
}

/** What proves more than a password, of each of these accounts. */
export async function findSecondFactorsOf(
  db: Door,
  userIds: readonly string[],
): Promise<Map<string, { hasTotp: boolean; hasPasskey: boolean }>> {
  const { rows } = await sql<{ id: string; hasTotp: boolean; hasPasskey: boolean }>`
    select u.id,
      exists (select from sign_in.totp t where t.user_id = u.id and t.confirmed_at is not null) as "hasTotp",
      exists (select from sign_in.passkey k where k.user_id = u.id) as "hasPasskey"
    from unnest(${userIds}::uuid[]) u (id)`.execute(db);
  return new Map(rows.map(({ id, ...has }) => [id, has]));
}

export async function deletePasskeys(trx: Trx, userId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from sign_in.passkey where user_id = ${userId}::uuid returning id`.execute(trx);
  return rows.length > 0;
}

export async function deletePasskey(trx: Trx, userId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from sign_in.passkey where user_id = ${userId}::uuid and id = ${id}::uuid returning id`.execute(
    trx,
  );
  return rows.length > 0;
}

/** One account's ways in change one at a time: removing the last two at once must not leave none. */
export async function lockUser(trx: Trx, userId: string): Promise<void> {
  await sql`select id from sign_in."user" where id = ${userId}::uuid for update`.execute(trx);
}
