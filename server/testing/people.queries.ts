import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';

export type Hired = {
  readonly cityCode: string;
  readonly userId: string;
  readonly postingId: string;
  readonly username: string;
  readonly name: string;
  readonly unitId: string;
  readonly role: string;
  readonly now: string;
};

/** An account without a password and a posting of it, past the use cases that would make them. */
export async function insertPerson(db: Database, hired: Hired): Promise<void> {
  await sql`
    insert into sign_in."user" (id, name, username, email, email_verified, created_at, updated_at)
    values (${hired.userId}::uuid, ${hired.name}, ${hired.username}, ${`${hired.username}@x.invalid`}, true,
      ${hired.now}::timestamptz, ${hired.now}::timestamptz)
    on conflict do nothing`.execute(db);
  await sql`
    insert into hejie.posting (city_code, id, user_id, unit_id, role, from_day, version)
    values (${hired.cityCode}, ${hired.postingId}::uuid, ${hired.userId}::uuid, ${hired.unitId}::uuid, ${hired.role},
      '2020-01-01', 1)`.execute(db);
}
