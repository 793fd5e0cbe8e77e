import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import type { Keys } from '#server/adapters/keys.ts';
import { createServices } from '#server/app/create-services.ts';
import { features } from '#server/app/features.ts';
import { createApp } from '#server/app/http.ts';
import type { Services } from '#server/app/services.ts';
import { connect } from '#server/database/connection.ts';
import type { Where } from '#server/database/open-database.ts';
import { asApp, withDatabase } from '#server/database/prepare.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import type { TestProgram } from '#server/testing/test-program.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/** Somewhere to restore to: a database that is not there yet, and an empty folder. */
export type EmptyPlace = {
  readonly where: Where & { kind: 'server' };
  readonly adminUrl: string;
  readonly dataFolder: string;
  exists(): Promise<boolean>;
  drop(): Promise<void>;
};

export async function emptyPlace(): Promise<EmptyPlace> {
  const server = inject('testServer');
  const name = `restored_${randomBytes(6).toString('hex')}`;
  const adminUrl = withDatabase(server.adminUrl, name);
  const dataFolder = await mkdtemp(join(tmpdir(), 'hejie-restored-'));
  await chmod(dataFolder, 0o711);
  return {
    where: { kind: 'server', url: asApp(adminUrl, server.appPassword), adminUrl },
    adminUrl,
    dataFolder,
    exists: async () =>
      (await ask(server.adminUrl, `select from pg_database where datname = '${name}'`)).length === 1,
    async drop() {
      await ask(server.adminUrl, `drop database if exists ${name} with (force)`);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

export const nameOf = ({ adminUrl }: EmptyPlace): string => new URL(adminUrl).pathname.slice(1);

const silent = (): void => undefined;

export function backUp(
  { services, admin }: Pick<TestProgram, 'services' | 'admin'>,
  file: string,
  more: Partial<Parameters<typeof makeBackup>[0]> = {},
) {
  return makeBackup({
    keys: services.keys,
    adminUrl: String(admin.pool.options.connectionString),
    dataFolder: services.config.dataFolder,
    file,
    version: '0.0.0-test',
    now: services.clock.now().toString(),
    kept: ['demo-accounts.json'],
    onWriting: silent,
    onVerifying: silent,
    ...more,
  });
}

export function restoreInto(
  { where, dataFolder }: EmptyPlace,
  keys: Pick<Keys, 'purposeKey'>,
  file: string,
  more: Partial<Parameters<typeof restoreBackup>[0]> = {},
) {
  return restoreBackup({
    keys,
    where,
    dataFolder,
    file,
    kept: ['demo-accounts.json'],
    print: silent,
    onVerifying: silent,
    onRestoring: silent,
    ...more,
  });
}

/** The program on what was restored, under the keys of the one it was made of. */
export async function startOn(
  place: EmptyPlace,
  { services }: TestProgram,
): Promise<{ services: Services; app: FastifyInstance; stop(): Promise<void> }> {
  const database = connect({ url: place.where.url, connections: 6 });
  const config = { ...services.config, dataFolder: place.dataFolder };
  const made = await createServices({ config, database, pack: services.pack });
  const restored = { ...made, clock: services.clock };
  await loadCity(restored);
  const app = await createApp(restored, features);
  await app.ready();
  return {
    services: restored,
    app,
    async stop() {
      await app.close();
      await restored.jobs.close();
      await database.close();
    },
  };
}

/** Of every table how many rows it has, and their hash. What pg-boss makes anew for itself is of no instance. */
export async function tablesOf(adminUrl: string): Promise<Record<string, string>> {
  const tables = await ask(
    adminUrl,
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('hejie', 'sign_in', 'jobs', 'hejie_meta')`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const columns = name === 'hejie_meta.migration' ? 'number, name, sha256' : '*';
    const [row] = await ask(
      adminUrl,
      `select count(*) as rows, md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) as hash
       from (select ${columns} from ${name}) as t`,
    );
    found[String(name)] = `${row?.rows} ${row?.hash}`;
  }
  for (const name of ['jobs.version', 'jobs.instance', 'jobs.warning', 'jobs.queue_stats', 'jobs.bam'])
    delete found[name];
  return found;
}

/** Every constraint, index, policy, grant and function of the city: what a restore sets aside must be back. */
export async function formOf(adminUrl: string): Promise<string[]> {
  const rows = await ask(
    adminUrl,
    `select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as form
       from pg_constraint where connamespace::regnamespace::text in ('hejie', 'sign_in', 'jobs')
     union all select 'index ' || indexdef from pg_indexes where schemaname in ('hejie', 'sign_in', 'jobs')
     union all select 'policy ' || schemaname || tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
     union all select 'table ' || oid::regclass || relkind::text || relrowsecurity || coalesce(relacl::text, '') || relowner::regrole
       from pg_class where relnamespace::regnamespace::text in ('hejie', 'sign_in', 'jobs') and relkind in ('r', 'p', 'v')
     order by 1`,
  );
  return rows.map(({ form }) => String(form));
}

export async function filesOf(dataFolder: string): Promise<Record<string, string>> {
  const folder = join(dataFolder, 'files');
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /^..\/.{62}$/.test(name))
    .sort();
  const found: Record<string, string> = {};
  for (const name of names) found[name] = (await readFile(join(folder, name))).toString('base64');
  return found;
}
