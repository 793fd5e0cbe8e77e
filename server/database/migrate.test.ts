import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from './migrate.ts';
import { prepareDatabase } from './prepare.ts';

let folder: string;
let database: string;
let adminUrl: string;
let appUrl: string;

const server = inject('testServer');
const prepare = () => prepareDatabase({ ...server, database });
const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = () => migrate({ adminUrl, folder });

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hejie-migrations-'));
  database = `migrate_${randomBytes(6).toString('hex')}`;
  ({ adminUrl, appUrl } = await prepare());
  write('0001-cup.sql', 'create schema tea; create table tea.cup (id int primary key);');
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await ask(server.adminUrl, `drop database ${database} with (force)`);
});

describe('preparing', () => {
  it('can be repeated, and by two at once', async () => {
    const [one, two] = await Promise.all([prepare(), prepare()]);
    expect(one).toEqual(two);
  });

  it('gives the program a role that owns nothing and is no superuser', async () => {
    await run();
    const role = `select rolname, rolsuper from pg_roles where rolname = current_user`;
    expect(await ask(appUrl, role)).toEqual([{ rolname: 'hejie_app', rolsuper: false }]);
    await expect(ask(appUrl, 'select from tea.cup')).rejects.toThrow('permission denied');
  });

  it('knows the letters of every script, in the order of code points', async () => {
    const [row] = await ask(
      adminUrl,
      `select lower('Ä') as lower, '和' ~ '^\\w$' as is_letter, 'a' > 'Z' as by_code`,
    );
    expect(row).toEqual({ lower: 'ä', is_letter: true, by_code: true });
  });
});

describe('migrating', () => {
  it('applies what is new, in order, as the owner, and nothing twice', async () => {
    write('0002-saucer.sql', 'create table tea.saucer (cup int references tea.cup);');
    expect(await run()).toEqual(['0001-cup.sql', '0002-saucer.sql']);
    expect(await run()).toEqual([]);
    write('0003-spoon.sql', 'create table tea.spoon (id int);');
    expect(await run()).toEqual(['0003-spoon.sql']);
    const owners = `select distinct tableowner from pg_tables where schemaname in ('tea', 'hejie_meta')`;
    expect(await ask(adminUrl, owners)).toEqual([{ tableowner: 'hejie_owner' }]);
  });

  it('leaves nothing of a migration that fails, says where, and does it again', async () => {
    write('0002-saucer.sql', 'create table tea.saucer (id int);\ninsert into\n  tea.plate values (1);');
    await expect(run()).rejects.toThrow(
      '0002-saucer.sql failed at line 3: relation "tea.plate" does not exist',
    );
    write('0002-saucer.sql', 'create table tea.saucer (id int);');
    expect(await run()).toEqual(['0002-saucer.sql']);
  });

  it('lets two programs migrate at once', async () => {
    const applied = await Promise.all([run(), run()]);
    expect(applied.flat()).toEqual(['0001-cup.sql']);
  });

  it('refuses an applied migration that was edited, but not one with other line ends', async () => {
    write('0001-cup.sql', 'create schema tea;\ncreate table tea.cup (id int);');
    await run();
    write('0001-cup.sql', 'create schema tea;\r\ncreate table tea.cup (id int);');
    expect(await run()).toEqual([]);
    write('0001-cup.sql', 'create schema tea;\ncreate table tea.cup (id bigint);');
    await expect(run()).rejects.toThrow('0001-cup.sql was edited after this database had applied it');
  });

  it('refuses a new migration put before an applied one', async () => {
    write('0003-spoon.sql', 'create table tea.spoon (id int);');
    await run();
    write('0002-saucer.sql', 'create table tea.saucer (id int);');
    await expect(run()).rejects.toThrow('0002-saucer.sql comes before one already applied');
  });

  it('refuses a database that a newer program has migrated', async () => {
    write('0002-saucer.sql', 'create table tea.saucer (id int);');
    await run();
    rmSync(join(folder, '0002-saucer.sql'));
    await expect(run()).rejects.toThrow('newer than this program: it has 0002-saucer.sql');
  });
});

describe('a migration that was cut short', () => {
  const halfWay = 77_001;

  /** Its first half is done, and nothing says so yet: what it waits for is in the test's hand. */
  async function inTheMiddle(fault: () => Promise<unknown>): Promise<void> {
    write(
      '0002-saucer.sql',
      `create table tea.saucer (id int); insert into tea.saucer values (1);
       select pg_advisory_xact_lock(${halfWay}); create table tea.spoon (id int);`,
    );
    const hand = new pg.Client({ connectionString: adminUrl });
    await hand.connect();
    try {
      await hand.query('select pg_advisory_lock($1)', [halfWay]);
      await fault();
    } finally {
      await hand.end();
    }
  }

  const everything = `select (select count(*)::int from tea.saucer) as saucers,
    to_regclass('tea.spoon') is not null as "hasSpoon",
    (select count(*)::int from hejie_meta.migration where number = 2) as recorded`;
  const whole = [{ saucers: 1, hasSpoon: true, recorded: 1 }];

  it('by kill -9 of the program is done by the next start, whole and once', async () => {
    await run();
    const code = `
      import { migrate } from ${JSON.stringify(join(import.meta.dirname, 'migrate.ts'))};
      await migrate(JSON.parse(process.argv[1]));`;
    let next: Promise<string[]> = Promise.resolve([]);
    await inTheMiddle(async () => {
      const order = ['--input-type=module', '--eval', code, JSON.stringify({ adminUrl, folder })];
      const program = spawn(process.execPath, order, { stdio: ['ignore', 'ignore', 'inherit'] });
      const waits = `select 1 from pg_locks where locktype = 'advisory' and objid = ${halfWay} and not granted`;
      await expect.poll(() => ask(adminUrl, waits), { timeout: 15_000 }).toHaveLength(1);
      program.kill('SIGKILL');
      await once(program, 'exit');
      // PostgreSQL has not noticed yet; whoever starts now waits for it.
      next = run();
      await expect(ask(adminUrl, 'select from tea.saucer')).rejects.toThrow('does not exist');
    });
    expect(await next).toEqual(['0002-saucer.sql']);
    expect(await ask(adminUrl, everything)).toEqual(whole);
    expect(await run()).toEqual([]);
  });

  it('by the end of its connection, as when PostgreSQL dies, too', async () => {
    await run();
    await inTheMiddle(async () => {
      const interrupted = expect(run()).rejects.toThrow('0002-saucer.sql failed');
      const end = `select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and objid = ${halfWay} and not granted`;
      await expect.poll(() => ask(adminUrl, end), { timeout: 15_000 }).toHaveLength(1);
      await interrupted;
    });
    expect(await run()).toEqual(['0002-saucer.sql']);
    expect(await ask(adminUrl, everything)).toEqual(whole);
  });
});
