import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { reach } from './several-hosts.ts';

export type MigrateOptions = {
  /** The administrator's address of the database to migrate, as `prepareDatabase` answers it. */
  adminUrl: string;
  folder?: string;
  /** Only those up to this number: how a restore makes the database of then. */
  upTo?: number;
  log?: (line: string) => void;
};

type Migration = { number: number; name: string; sha256: string; sql: string };
export type Applied = Readonly<Pick<Migration, 'number' | 'name' | 'sha256'>>;

const migrationsFolder = join(import.meta.dirname, 'migrations');
const migratingLock = 4725_002;

/**
 * Applies `NNNN-name.sql` in order, each in a transaction of its own together with the record of it, and answers
 * with the names of those it applied. An interrupted migration leaves nothing and is done again. Refuses when an
 * applied file was edited or removed, or when a new one was put before an applied one.
 */
export async function migrate({
  adminUrl,
  folder = migrationsFolder,
  upTo = Number.POSITIVE_INFINITY,
  log,
}: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(folder).filter(({ number }) => number <= upTo);
  const client = new pg.Client(reach(adminUrl));
  // A connection that is lost fails the statement under way; without a listener it would end this process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migratingLock]);
    await client.query('set role hejie_owner');
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) {
      await apply(client, migration);
      log?.(`Database: ${migration.name}`);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** What this program would have applied to a database brought up to date. */
export function knownMigrations(folder = migrationsFolder): Applied[] {
  return readMigrations(folder).map(({ number, name, sha256 }) => ({ number, name, sha256 }));
}

/** Keeps migrations waiting until it is let go. */
export async function holdMigrations(client: pg.Client): Promise<() => Promise<void>> {
  await client.query('select pg_advisory_lock($1)', [migratingLock]);
  return async () => {
    await client.query('select pg_advisory_unlock($1)', [migratingLock]);
  };
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const migrations = names.sort().map((name) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (!number) throw new Error(`The migration ${name} must be named like 0001-what-it-does.sql.`);
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
  const twin = migrations.find(({ number }, index) => migrations[index - 1]?.number === number);
  if (twin) throw new Error(`Two migrations have the number of ${twin.name}.`);
  return migrations;
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query(`select to_regclass('hejie_meta.migration') is not null as exists`);
  if (!rows[0].exists) {
    await client.query(`
      begin;
      create schema if not exists hejie_meta;
      create table hejie_meta.migration (
        number int primary key,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now()
      );
      commit;
    `);
  }
  return (await client.query('select number, name, sha256 from hejie_meta.migration order by number')).rows;
}

function findPending(migrations: Migration[], applied: readonly Applied[]): Migration[] {
  for (const { number, name, sha256 } of applied) {
    const file = migrations.find((migration) => migration.number === number);
    if (!file) {
      throw new Error(
        `The database is newer than this program: it has ${name}, which is not here. Update Hejie.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new Error(
        `The migration ${file.name} was edited after this database had applied it. Undo the edit and put the ` +
          'change into a new migration.',
      );
    }
  }
  const last = applied.at(-1)?.number ?? 0;
  const pending = migrations.filter(({ number }) => !applied.some((done) => done.number === number));
  const late = pending.find(({ number }) => number < last);
  if (late)
    throw new Error(`The migration ${late.name} comes before one already applied. Give it a later number.`);
  return pending;
}

async function apply(client: pg.Client, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    const record = 'insert into hejie_meta.migration (number, name, sha256) values ($1, $2, $3)';
    await client.query(record, [number, name, sha256]);
    await client.query('commit');
  } catch (cause) {
    // Where the connection is gone, so is what was begun.
    await client.query('rollback').catch(() => undefined);
    throw new Error(`The migration ${name} failed${lineOf(cause, sql)}: ${(cause as Error).message}`, {
      cause,
    });
  }
}

function lineOf(error: unknown, sql: string): string {
  const position = Number((error as { position?: string }).position);
  return position ? ` at line ${sql.slice(0, position).split('\n').length}` : '';
}
