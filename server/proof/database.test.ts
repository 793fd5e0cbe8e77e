import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/database/transaction.ts';
import { tablesReadByDoorsAlone, tablesWithoutPolicy } from './database-exceptions.fixture.ts';
import { makeWorld, type World } from './world.fixture.ts';

// The second lock, read from the catalogue of the database itself: nothing here knows which tables there are.
let world: World;

beforeAll(async () => {
  world = await makeWorld();
}, 240_000);
afterAll(() => world?.program.stop());

async function rowsOf<T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> {
  return (await query.execute(world.program.admin.db)).rows;
}

describe('the role that the program logs in as', () => {
  it('owns nothing, is nobody else, and passes no policy by', async () => {
    const owned = await rowsOf(sql<{ what: string }>`
      select relname::text as what from pg_class where pg_get_userbyid(relowner) = 'hejie_app'
      union all select proname::text from pg_proc where pg_get_userbyid(proowner) = 'hejie_app'
      union all select nspname::text from pg_namespace where pg_get_userbyid(nspowner) = 'hejie_app'
      union all select datname::text from pg_database where pg_get_userbyid(datdba) = 'hejie_app'`);
    expect(owned).toEqual([]);
    const [role] = await rowsOf(sql<object>`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_auth_members where member = r.oid) as "memberOf"
      from pg_roles r where rolname = 'hejie_app'`);
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      memberOf: 0,
    });
  });

  it('is who the program is', async () => {
    const { rows } = await sql<{ me: string }>`select session_user::text as me`.execute(
      world.program.services.db,
    );
    expect(rows).toEqual([{ me: 'hejie_app' }]);
  });

  it('makes nothing in the schemas, and empties no table at a stroke', async () => {
    const made = await rowsOf(sql<{ name: string }>`
      select nspname::text as name from pg_namespace
      where nspname in ('hejie', 'sign_in', 'public') and has_schema_privilege('hejie_app', oid, 'create')`);
    expect(made).toEqual([]);
    const emptied = await rowsOf(sql<{ name: string }>`
      select relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('hejie', 'sign_in') and c.relkind = 'r'
        and has_table_privilege('hejie_app', c.oid, 'truncate, trigger, references')`);
    expect(emptied).toEqual([]);
  });
});

const policed = () =>
  rowsOf(sql<{ name: string; isOn: boolean; reads: number }>`
    select c.relname::text as name, c.relrowsecurity as "isOn",
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*')) as reads
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'hejie' and c.relkind in ('r', 'p') order by 1`);

describe('every table of the city', () => {
  it('stands under row-level security with a policy, or on the list of those that need none', async () => {
    const open = (await policed()).filter(({ isOn }) => !isOn).map(({ name }) => name);
    expect(open).toEqual(Object.keys(tablesWithoutPolicy).sort());
    const unread = (await policed()).filter(({ isOn, reads }) => isOn && reads === 0);
    // Without a policy for reading nobody reads it but the doors past the policies.
    expect(unread.map(({ name }) => name)).toEqual(Object.keys(tablesReadByDoorsAlone));
  });

  it('under a policy shows nothing without a context, on a fresh connection or on one that had one', async () => {
    const { program } = world;
    const { services } = program;
    const names = (await policed()).filter(({ isOn }) => isOn).map(({ name }) => name);
    const [seen, filled] = [new Map<string, number>(), new Set<string>()];
    const count = async (
      db: Parameters<Parameters<typeof inTransaction>[2]>[0] | typeof services.db,
      name: string,
    ) => {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(`hejie.${name}`)}`.execute(db);
      return rows[0]?.n ?? -1;
    };
    const person = world.observer('dispatcher@150204');
    const actor = {
      cityCode: '1502',
      userId: person.userId ?? '',
      name: '',
      postingId: '',
      unitId: services.directory.all().find(({ code }) => code === '150204')?.id ?? '',
      role: 'dispatcher',
      regionCode: '150204',
      unitKind: 'centre',
    } as const;
    for (const name of names) {
      const { rows } = await sql<{ me: string }>`select current_user::text as me`.execute(services.db);
      if (rows[0]?.me !== 'hejie_app') throw new Error('not the program');
      if (!(await mayRead(name))) continue;
      if ((await count(program.admin.db, name)) > 0) filled.add(name);
      for (let turn = 0; turn < 3; turn += 1) {
        // Each of the pool's connections has just been somebody's.
        await Promise.all(
          Array.from({ length: 8 }, () => inTransaction(services, actor, (trx) => count(trx, 'matter'))),
        );
        const empty = await Promise.all(Array.from({ length: 8 }, () => count(services.db, name)));
        seen.set(name, Math.max(seen.get(name) ?? 0, ...empty));
      }
    }
    expect([...seen].filter(([, most]) => most > 0)).toEqual([]);
    expect(await inTransaction(services, actor, (trx) => count(trx, 'matter'))).toBeGreaterThan(5);
    // A table that is empty for everybody would prove nothing.
    for (const name of [
      'matter',
      'participation',
      'clock',
      'party',
      'event',
      'paper',
      'message',
      'notice',
      'task',
    ]) {
      expect([name, filled.has(name)]).toEqual([name, true]);
    }
  });
});

async function mayRead(name: string): Promise<boolean> {
  const [row] = await rowsOf(sql<{ may: boolean }>`
    select has_table_privilege('hejie_app', ${`hejie.${name}`}, 'select') as may`);
  return row?.may ?? false;
}

describe('every door past the policies', () => {
  const definers = () =>
    rowsOf(sql<{ name: string; path: boolean; isPublic: boolean; source: string }>`
      select p.proname::text as name, coalesce(p.proconfig::text, '') ~ 'search_path=' as path,
        has_function_privilege('public', p.oid, 'execute') as "isPublic", pg_get_functiondef(p.oid) as source
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('hejie', 'sign_in', 'jobs') and p.prosecdef order by 1`);

  it('has its search path, is shut to the public, and asks who is there', async () => {
    const all = await definers();
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ path }) => !path).map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ isPublic }) => isPublic).map(({ name }) => name)).toEqual([]);
    // By itself, or by another door that it goes through; takes_part is none, and asks for the city itself.
    const seeing = new Set(['context_city', 'takes_part']);
    for (let before = 0; before < seeing.size; ) {
      before = seeing.size;
      const calls = ({ source }: { source: string }) =>
        [...seeing].some((name) => source.includes(`hejie.${name}(`));
      for (const one of all) if (calls(one)) seeing.add(one.name);
    }
    const blind = all.filter(({ name }) => !seeing.has(name)).map(({ name }) => name);
    expect(blind).toEqual([]);
  });

  it('is no view that the program could read as its owner', async () => {
    const views = await rowsOf(sql<{ name: string }>`
      select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('hejie', 'sign_in') and c.relkind in ('v', 'm')
        and has_table_privilege('hejie_app', c.oid, 'select, insert, update, delete')`);
    expect(views).toEqual([]);
  });
});
