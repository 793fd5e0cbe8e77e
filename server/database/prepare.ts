import pg from 'pg';
import { reach } from './several-hosts.ts';

/** Where the program and its migrations find the prepared database. */
export type Prepared = { adminUrl: string; appUrl: string };

export type PrepareOptions = {
  adminUrl: string;
  /** Null where nobody logs in as `hejie_app` itself: its password stays as it is. */
  appPassword: string | null;
  database?: string;
};

/** Held while roles and databases are made, so that two programs on one server do not disturb each other. */
const preparingLock = 4725_001;
const invalidPassword = '28P01';

/**
 * Makes what migrations need and cannot make themselves, as far as it is missing: the role `hejie_owner`, which
 * owns everything; the role `hejie_app`, which the program logs in as and which owns nothing; the database.
 */
export async function prepareDatabase(options: PrepareOptions): Promise<Prepared> {
  const database = options.database ?? 'hejie';
  const adminUrl = withDatabase(options.adminUrl, database);
  const { appPassword } = options;
  const appUrl = asApp(adminUrl, appPassword ?? '');
  const admin = new pg.Client(reach(withDatabase(options.adminUrl, 'postgres')));
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [preparingLock]);
    await makeRoles(admin, appPassword);
    await makeDatabase(admin, database);
    if (appPassword !== null && !(await mayLogIn(appUrl))) await setAppPassword(admin, appPassword);
  } finally {
    await admin.end();
  }
  return { adminUrl, appUrl };
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The same server and database, as the role that the program logs in as. */
export function asApp(adminUrl: string, appPassword: string): string {
  const changed = new URL(adminUrl);
  changed.username = 'hejie_app';
  changed.password = encodeURIComponent(appPassword);
  return changed.href;
}

async function makeRoles(admin: pg.Client, appPassword: string | null): Promise<void> {
  if (!(await exists(admin, 'select from pg_roles where rolname = $1', 'hejie_owner'))) {
    await admin.query('create role hejie_owner nologin');
  }
  if (!(await exists(admin, 'select from pg_roles where rolname = $1', 'hejie_app'))) {
    await admin.query('create role hejie_app login');
    if (appPassword !== null) await setAppPassword(admin, appPassword);
  }
  // An administrator who is no superuser may only act as roles they were granted.
  if (await exists(admin, 'select from pg_roles where rolname = current_user and not rolsuper')) {
    await admin.query('grant hejie_owner to current_user');
  }
}

async function makeDatabase(admin: pg.Client, database: string): Promise<void> {
  const name = admin.escapeIdentifier(database);
  if (await exists(admin, 'select from pg_database where datname = $1', database)) {
    // Somebody may have made it for us, as an owner of their own.
    const mayBuild = `select where has_database_privilege('hejie_owner', $1, 'create')`;
    if (!(await exists(admin, mayBuild, database))) {
      await admin.query(`grant create, connect on database ${name} to hejie_owner`);
      await admin.query(`grant connect on database ${name} to hejie_app`);
    }
    return;
  }
  // Code point order makes prefix ranges plain index scans; C.UTF-8 knows the letters of every script.
  const { rows } = await admin.query(
    `select current_setting('server_version_num')::int >= 170000 as knows_builtin`,
  );
  const locale = rows[0].knows_builtin
    ? `locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`
    : `locale_provider libc locale 'C.UTF-8'`;
  await admin.query(`create database ${name} owner hejie_owner template template0 encoding 'UTF8' ${locale}`);
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(`grant connect on database ${name} to hejie_app`);
}

async function setAppPassword(admin: pg.Client, password: string): Promise<void> {
  await admin.query(`alter role hejie_app password ${admin.escapeLiteral(password)}`);
}

async function mayLogIn(appUrl: string): Promise<boolean> {
  const app = new pg.Client(reach(appUrl));
  try {
    await app.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === invalidPassword) return false;
    throw error;
  } finally {
    await app.end();
  }
}

async function exists(admin: pg.Client, query: string, ...values: string[]): Promise<boolean> {
  const { rowCount } = await admin.query(query, values);
  return rowCount === 1;
}
