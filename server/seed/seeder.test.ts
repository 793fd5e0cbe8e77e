import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#server/app/log.ts';
import type { Services } from '#server/app/services.ts';
import { issueToken } from '#server/features/access/public.ts';
import { replayMatters, tickLevels } from '#server/features/matters/public.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { enterAsOwner, tablesOfMatters } from './life-rows.queries.ts';
import { openSeeder, type Seeder } from './seeder.ts';
import { leftOut, stamped } from './tables.ts';

const lives = 40;
const matters = 440;

let program: TestProgram;
let seeder: Seeder;
let services: Services;
const warnings: unknown[] = [];

beforeAll(async () => {
  program = await createTestProgram();
  const log = createLog('silent');
  log.warn = (...what: unknown[]) => warnings.push(what);
  services = { ...program.services, log };
  seeder = await openSeeder({ services, adminUrl: adminUrl(), lives });
  // As a run that was stopped in the middle of a part, and a second one with a greater number.
  expect(await seeder.seedUpTo(300)).toBe(300);
  expect(await seeder.seedUpTo(matters)).toBe(matters);
}, 120_000);
afterAll(async () => {
  await seeder?.close();
  await program?.stop();
});

const adminUrl = (): string => String(program.admin.pool.options.connectionString);
const isStamped = `id::text like '%-8eed-5eed%'`;

async function ask<Row>(query: string): Promise<Row[]> {
  return (await program.admin.pool.query(query)).rows;
}

/** Somebody who works at a unit in a role. */
async function workerAt(unitId: string, role: string) {
  const [worker] = await ask<{ user_id: string }>(
    `select user_id from hejie.posting where unit_id = '${unitId}' and role = '${role}' limit 1`,
  );
  if (worker === undefined) throw new Error(`nobody works at ${unitId} as ${role}`);
  const headers = {
    host: 'localhost',
    authorization: `Bearer ${await issueToken(services, { userId: worker.user_id, label: 'test' })}`,
  };
  const call = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await program.app.inject({
      method,
      url: `/api/v1/${url}`,
      headers,
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return {
    get: (url: string) => call('GET', url),
    post: (url: string, body: object) => call('POST', url, body),
  };
}

describe('a seeded city', () => {
  it('has as many matters as were ordered, most of them ended, and no life that stuck', async () => {
    expect(warnings).toEqual([]);
    const [counts] = await ask<Record<string, number>>(`
      select count(*)::int as all, count(*) filter (where ${isStamped})::int as stamped,
        count(*) filter (where is_open)::int as open, count(distinct status)::int as states,
        count(distinct kind)::int as kinds, count(distinct lead_unit_id)::int as centres,
        max(party_count)::int as parties from hejie.matter`);
    expect(counts).toMatchObject({ all: matters, stamped: matters - lives });
    expect(counts?.open).toBeGreaterThan(matters / 20);
    expect(counts?.open).toBeLessThan(matters / 4);
    expect(counts?.states).toBeGreaterThan(4);
    expect(counts?.kinds).toBeGreaterThan(9);
    expect(counts?.centres).toBeGreaterThan(20);
    expect(counts?.parties).toBeGreaterThan(2);
    expect(await ask(`select 1 from hejie.procedure_run where matter_${isStamped} limit 1`)).toHaveLength(1);
  });

  it('replays clean', async () => {
    const differences: unknown[] = [];
    const counts = await replayMatters(services, { onDifference: (one) => differences.push(one) });
    expect(differences).toEqual([]);
    expect(counts).toMatchObject({ matters, differences: 0, toBeRecounted: 0 });
    expect(counts?.clocks).toBeGreaterThan(4 * matters);
  });

  it('holds nothing that refers to what is not there', async () => {
    const references = await ask<{ on_table: string; form: string }>(`
      select conrelid::regclass::text as on_table, pg_get_constraintdef(oid) as form from pg_constraint
      where contype = 'f' and connamespace = 'hejie'::regnamespace`);
    expect(references.length).toBeGreaterThan(20);
    // Added once more, each is looked at for every row.
    for (const { on_table, form } of references)
      await ask(`alter table ${on_table} add foreign key ${form.slice('FOREIGN KEY'.length)}`);
  });

  it('shares nothing between two matters of one life: ids, codes, keys, what is sealed, instants', async () => {
    for (const [table, columns] of [
      ['matter', ['code', 'wrapped_key']],
      ['event', ['id', 'sealed']],
      ['party', ['id', 'sealed', 'phone_hash']],
      ['clock', ['id']],
      ['participation', ['id']],
      ['message', ['id']],
    ] as const)
      for (const column of columns)
        expect([
          table,
          column,
          await ask(
            `select ${column} from hejie.${table} where ${column} is not null group by 1 having count(*) > 1`,
          ),
        ]).toEqual([table, column, []]);
    const [of] = await ask<{ instants: number; days: number; isRight: boolean }>(`
      select count(distinct registered_at)::int as instants, count(distinct (registered_at at time zone 'Asia/Shanghai')::date)::int as days,
        bool_and(abs(extract(epoch from registered_at) * 1000
          - ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint) < 1) as "isRight"
      from hejie.matter where ${isStamped}`);
    expect(of?.instants).toBeGreaterThan((matters - lives) * 0.95);
    expect(of?.isRight).toBe(true);
    expect(of?.days).toBeLessThanOrEqual(lives);
  });

  it('does not double when it is seeded again', async () => {
    const codes = await ask('select code from hejie.matter order by code');
    expect(await seeder.seedUpTo(matters)).toBe(matters);
    expect(await seeder.seedUpTo(10)).toBe(matters);
    expect(await ask('select code from hejie.matter order by code')).toEqual(codes);
  });

  it('has its colours told by the tick as the days go by', async () => {
    const now = program.services.clock.now();
    for (const days of [1, 5, 40]) {
      program.services.clock.set(now.add({ hours: 24 * days }).toString());
      await tickLevels(program.services, { cityCode: '1502' });
    }
    program.services.clock.set(now.toString());
    expect(
      await ask(`select 1 from hejie.notice where matter_${isStamped} and level = 'red' limit 1`),
    ).toHaveLength(1);
    const late = `next_level_on <= '${now
      .add({ hours: 24 * 40 })
      .toString()
      .slice(0, 10)}'`;
    expect(await ask(`select id from hejie.matter where is_open and ${late}`)).toEqual([]);
  });
});

describe('a seeded matter', () => {
  it('is opened by its people, found by its words, and gone on with', async () => {
    const [matter] = await ask<{ id: string; lead: string; code: string }>(
      `select id, lead_unit_id as lead, code from hejie.matter where ${isStamped} and status = 'registered' order by id limit 1`,
    );
    const clerk = await workerAt(matter?.lead ?? '', 'clerk');
    const { status, body } = await clerk.get(`matters/${matter?.id}`);
    expect(status).toBe(200);
    expect(body.parties[0].name).toMatch(/^\p{Script=Han}{2,4}$/u);
    expect(body.timeline ?? body.events).not.toEqual([]);
    const found = await clerk.get(`search?q=${encodeURIComponent(body.subject.slice(0, 4))}`);
    expect(found.body.total).toBeGreaterThan(0);
    const dispatcher = await workerAt(matter?.lead ?? '', 'dispatcher');
    const accepted = await dispatcher.post(`matters/${matter?.id}/actions/accept`, { version: body.version });
    expect([accepted.status, accepted.body.status]).toEqual([200, 'accepted']);
    const { rows } = await program.admin.pool.query(`select version from hejie.matter where id = $1`, [
      matter?.id,
    ]);
    expect(rows).toEqual([{ version: body.version + 1 }]);
    expect(await replayMatters(services, { code: matter?.code ?? '' })).toMatchObject({
      matters: 1,
      differences: 0,
    });
  });

  it('is opened by its party with code and secret in the portal', async () => {
    const [party] = await ask<{ id: string; code: string; generation: number }>(`
      select p.id, m.code, p.secret_generation as generation from hejie.matter m join hejie.party p on p.matter_id = m.id
      where m.${isStamped} and m.is_open and p.seat = 'applicant' and p.kind = 'person' order by m.id limit 1`);
    if (party === undefined) throw new Error('no party is there');
    const secret = services.keys.partySecret(party.id, party.generation);
    const headers = {
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const payload = new URLSearchParams({ code: party.code, secret }).toString();
    const door = await program.app.inject({ method: 'POST', url: '/p/follow', headers, payload });
    expect(door.statusCode).toBe(303);
    const [cookie] = door.cookies;
    const page = await program.app.inject({
      url: '/p/follow/matter',
      headers: { host: 'localhost', cookie: `${cookie?.name}=${cookie?.value}` },
    });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(party.code.slice(0, 4));
  });
});

it('knows every table that holds something of a matter', async () => {
  const client = await enterAsOwner(adminUrl());
  try {
    expect(await tablesOfMatters(client)).toEqual([...stamped, ...Object.keys(leftOut)].sort());
  } finally {
    await client.end();
  }
});

it('keeps the work of one unit the same while the city grows', async () => {
  const [unit] = await ask<{ id: string }>(
    `select lead_unit_id as id from hejie.matter where is_open and not ${isStamped} and lead_unit_id in
      (select lead_unit_id from hejie.matter where not is_open and not ${isStamped}) limit 1`,
  );
  const other = await createTestProgram();
  try {
    const measured = await openSeeder({
      services: other.services,
      adminUrl: String(other.admin.pool.options.connectionString),
      lives,
      caseload: { unitId: unit?.id ?? '', open: 7, ended: 20, sentenceOf: (number) => `鹦鹉${number}号。` },
    });
    const count = async (): Promise<unknown[]> =>
      (
        await other.admin.pool.query(
          `select m.is_open, count(*)::int as n, count(*) filter (where story like '%鹦鹉%')::int as said
          from hejie.matter m where m.${isStamped} and exists (select from hejie.participation p
            where p.matter_id = m.id and p.unit_id = $1) group by 1 order by 1`,
          [unit?.id],
        )
      ).rows;
    const constant = [
      { is_open: false, n: 20, said: 20 },
      { is_open: true, n: 7, said: 7 },
    ];
    await measured.seedUpTo(150);
    expect(await count()).toEqual(constant);
    await measured.seedUpTo(400);
    expect(await count()).toEqual(constant);
    await measured.close();
  } finally {
    await other.stop();
  }
}, 120_000);
