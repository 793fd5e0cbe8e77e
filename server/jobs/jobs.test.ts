import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { bossOptions } from './job-door.ts';
import { jobNames } from './job-table.ts';
import { runJobs } from './run-jobs.ts';
import { startWorking } from './work.ts';

let program: TestProgram;
let clerk: Person;
const cityCode = '1502';
const context = { cityCode, role: 'program' } as const;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
});
afterAll(() => program?.stop());

async function waiting(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from jobs.job where state in ('created', 'retry')`.execute(program.admin.db);
  return rows.map(({ name }) => name);
}

describe('the tables of pg-boss', () => {
  it('are those of the version in use, made by our migration', async () => {
    const { connectionString = '' } = program.services.pool.options;
    const boss = new PgBoss({ ...bossOptions, connectionString, supervise: false, schedule: false });
    try {
      await boss.start();
      const { ok, ...drift } = await boss.detectSchemaDrift();
      expect(ok, JSON.stringify(drift)).toBe(true);
    } finally {
      await boss.stop({ graceful: false });
    }
  });

  it('belong to the owner, and the program may change none of them', async () => {
    const { rows } = await sql<{ owner: string }>`
      select distinct tableowner as owner from pg_tables where schemaname = 'jobs'`.execute(program.admin.db);
    expect(rows).toEqual([{ owner: 'hejie_owner' }]);
    await expect(sql`alter table jobs.job add column more int`.execute(program.services.db)).rejects.toThrow(
      'must be owner',
    );
    await expect(sql`create table jobs.mine (id int)`.execute(program.services.db)).rejects.toThrow(
      'permission',
    );
  });

  it('have a queue for every job', async () => {
    await program.services.jobs.open();
    const { rows } = await sql<{ name: string }>`select name from jobs.queue order by name`.execute(
      program.admin.db,
    );
    expect(rows.map(({ name }) => name)).toEqual([...jobNames].sort());
  });
});

describe('enqueue', () => {
  it('is undone with its transaction', async () => {
    const { services } = program;
    const attempt = inTransaction(services, context, async (trx) => {
      await services.jobs.enqueue(trx, { name: 'prune', payload: { cityCode } });
      throw new Error('thought better of it');
    });
    await expect(attempt).rejects.toThrow('thought better');
    expect(await waiting()).toEqual([]);
  });

  it('is not seen before its transaction is over, and done once after', async () => {
    const { services } = program;
    await inTransaction(services, context, async (trx) => {
      await services.jobs.enqueue(trx, { name: 'prune', payload: { cityCode } });
      expect(await waiting()).toEqual([]);
    });
    expect(await waiting()).toEqual(['prune']);
    expect(await runJobs(services)).toBe(1);
    expect(await runJobs(services)).toBe(0);
  });

  it('keeps what is put off until it is asked for', async () => {
    const { services } = program;
    await inTransaction(services, context, (trx) =>
      services.jobs.enqueue(trx, { name: 'prune', payload: { cityCode } }, { afterSeconds: 3600 }),
    );
    expect(await runJobs(services)).toBe(0);
    expect(await runJobs(services, { deferred: true })).toBe(1);
  });
});

it('does a row of jobs one after the other, without waiting between them', async () => {
  const { services } = program;
  await inTransaction(services, context, async (trx) => {
    for (let count = 0; count < 6; count += 1)
      await services.jobs.enqueue(trx, { name: 'sweep-messages', payload: { cityCode } });
  });
  expect(await waiting()).toContain('sweep-messages');
  const working = await startWorking(services);
  try {
    await expect.poll(waiting, { timeout: 10_000 }).not.toContain('sweep-messages');
  } finally {
    await working.stop();
  }
});

it('prunes requests after 14 days and drafts after 30, and nothing younger', async () => {
  const { services, admin } = program;
  const { userId } = clerk.actor;
  const age = (days: number) =>
    services.clock
      .now()
      .subtract({ hours: 24 * days })
      .toString();
  for (const days of [1, 13, 15, 400]) {
    await sql`insert into hejie.idempotency (city_code, user_id, operation, key, body_hash, ids, recorded_at)
      values (${cityCode}, ${userId}::uuid, 'test', ${`key-${days}`}, '\\x00', '{}', ${age(days)}::timestamptz)`.execute(
      admin.db,
    );
  }
  const draft = (user: string, days: number) =>
    sql`
    insert into hejie.draft (city_code, user_id, sealed, updated_at, version)
    values (${cityCode}, ${user}::uuid, '\\x00', ${age(days)}::timestamptz, 1)`.execute(admin.db);
  await draft(userId, 29);
  await draft(services.newId(), 31);

  await inTransaction(services, context, (trx) =>
    services.jobs.enqueue(trx, { name: 'prune', payload: { cityCode } }),
  );
  await runJobs(services);

  const { rows: left } = await sql<{ key: string }>`
    select key from hejie.idempotency where operation = 'test' order by recorded_at desc`.execute(admin.db);
  expect(left.map(({ key }) => key)).toEqual(['key-1', 'key-13']);
  const { rows: drafts } = await sql<{ user: string }>`select user_id as "user" from hejie.draft`.execute(
    admin.db,
  );
  expect(drafts).toEqual([{ user: userId }]);
});

it('lets only the program prune', async () => {
  const now = program.services.clock.now().toString();
  const attempt = inTransaction(program.services, clerk.actor, (trx) =>
    sql`select hejie.prune(${cityCode}, ${now}::timestamptz, ${now}::timestamptz, 10)`.execute(trx),
  );
  await expect(attempt).rejects.toThrow('this context prunes nothing');
});
