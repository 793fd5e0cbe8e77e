import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

// The second lock: what the database itself refuses when a query forgets who asks.
let program: TestProgram;
let clerk: Person;
let stranger: Person;
let supervisor: Person;
let leaderBelow: Person;
let matterId: string;

const tables = ['matter', 'participation', 'clock', 'party', 'event'];
const count = async (trx: Trx, table: string): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from ${sql.table(`hejie.${table}`)}`.execute(trx);
  return rows[0]?.n ?? -1;
};

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  stranger = await hire(program, '150203', 'clerk');
  supervisor = await hire(program, '1502', 'supervisor');
  leaderBelow = await hire(program, '150203', 'leader');
  const { body } = await clerk.post('matters', {
    channel: 'window',
    kind: '10',
    regionCode: '150204001',
    story: '公司拖欠三个月工资。',
    parties: [{ seat: 'applicant', kind: 'person', name: '赵某', phone: '13700000000' }],
  });
  matterId = body.matter.id;
});
afterAll(() => program?.stop());

describe('a query without any condition', () => {
  it.each(tables)('on %s returns rows to a unit that takes part, and none to another', async (table) => {
    const { services } = program;
    expect(await inTransaction(services, clerk.actor, (trx) => count(trx, table))).toBeGreaterThan(0);
    expect(await inTransaction(services, stranger.actor, (trx) => count(trx, table))).toBe(0);
    expect(await inTransaction(services, supervisor.actor, (trx) => count(trx, table))).toBe(0);
  });

  it.each(tables)('on %s without a context, on a connection that had one, returns nothing', async (table) => {
    const { services } = program;
    for (let turn = 0; turn < 10; turn += 1) {
      await inTransaction(services, clerk.actor, (trx) => count(trx, table));
      expect(await services.db.transaction().execute((trx) => count(trx, table))).toBe(0);
    }
  });
});

describe('a transaction that entered a matter', () => {
  it.each(tables)(
    'sees of %s what it would see without, and nothing where it takes no part',
    async (table) => {
      const { services } = program;
      const own = await inTransaction(services, clerk.actor, (trx) => count(trx, table));
      expect(await inTransaction(services, clerk.actor, (trx) => count(trx, table), { matterId })).toBe(own);
      for (const { actor } of [stranger, supervisor]) {
        expect(await inTransaction(services, actor, (trx) => count(trx, table), { matterId })).toBe(0);
      }
    },
  );

  it('leaves nothing to the next one on its connection', async () => {
    const { services } = program;
    const entered = (trx: Trx) =>
      sql<{ id: string | null }>`select hejie.context_matter() as id`
        .execute(trx)
        .then(({ rows }) => rows[0]?.id);
    for (let turn = 0; turn < 10; turn += 1) {
      expect(await inTransaction(services, clerk.actor, entered, { matterId })).toBe(matterId);
      expect(await inTransaction(services, clerk.actor, entered)).toBeNull();
      expect(await inTransaction(services, stranger.actor, entered, { matterId })).toBeNull();
      expect(await services.db.transaction().execute(entered)).toBeNull();
    }
  });
});

describe('the program', () => {
  it('owns nothing, passes no policy by, and may not rewrite events or openings', async () => {
    const { db } = program.services;
    const { rows } = await sql<{ owned: number; bypass: boolean }>`
      select (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'hejie' and pg_get_userbyid(c.relowner) = current_user) as owned,
        (select rolbypassrls or rolsuper from pg_roles where rolname = current_user) as bypass`.execute(db);
    expect(rows[0]).toEqual({ owned: 0, bypass: false });
    for (const table of ['event', 'access_log', 'organisation_event']) {
      await expect(sql`delete from ${sql.table(`hejie.${table}`)}`.execute(db)).rejects.toThrow(
        /permission denied/,
      );
      await expect(sql`update ${sql.table(`hejie.${table}`)} set data = '{}'`.execute(db)).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  it('cannot write a matter of another city than the one it acts for', async () => {
    await expect(
      inTransaction(program.services, clerk.actor, (trx) =>
        sql`insert into hejie.participation (city_code, matter_id, id, unit_id, part, from_at)
          values ('1501', ${matterId}, gen_random_uuid(), ${clerk.actor.unitId}, 'holder', now())`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('a supervisor', () => {
  it('sees code, kind, office, stage and clocks of their region; no subject, story or party', async () => {
    const { body } = await supervisor.get('oversight/matters');
    const row = body.matters.find(({ id }: { id: string }) => id === matterId);
    expect(row).toMatchObject({ status: 'registered', kind: { code: '10' } });
    expect(JSON.stringify(body)).not.toMatch(/拖欠|赵某|13700000000/);
    expect((await supervisor.get(`matters/${matterId}`)).status).toBe(404);
  });

  it('opens every figure: the list behind it holds as many as it says', async () => {
    const { body } = await supervisor.get('oversight/figures?region=150204');
    const row = body.rows.find(({ region }: { region: { code: string } }) => region.code === '150204001');
    expect(row).toMatchObject({ open: 1, late: 0, dueThisWeek: 1, inDanger: 0, isHere: false });
    const count = async (query: string) =>
      (await supervisor.get(`oversight/matters?region=150204001${query}`)).body.matters.length;
    expect([
      await count(''),
      await count('&due=late'),
      await count('&due=week'),
      await count('&inDanger=true'),
    ]).toEqual([1, 0, 1, 0]);
    expect((await supervisor.get('oversight/matters?region=150204&here=true')).body.matters).toEqual([]);
  });

  it('of another region sees nothing, and cannot ask for this one', async () => {
    expect((await leaderBelow.get('oversight/matters')).body.matters).toEqual([]);
    expect((await leaderBelow.get('oversight/matters?region=150204')).status).toBe(403);
    const figures = (await leaderBelow.get('oversight/figures')).body;
    expect(figures.rows.every(({ open }: { open: number }) => open === 0)).toBe(true);
  });

  it('finds in the database, too, that the window is no wider than the region', async () => {
    const rows = await inTransaction(program.services, leaderBelow.actor, (trx) =>
      sql`select * from hejie.overseen_matters('1502', '1502')`.execute(trx),
    );
    expect(rows.rows).toEqual([]);
  });
});
