import pg from 'pg';
import { type Connection, connect, connectionsToEmbedded } from './connection.ts';
import { connectOrStart, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { type Prepared, prepareDatabase, withDatabase } from './prepare.ts';
import { reach } from './several-hosts.ts';
import { assertNoUnfinishedRestore, assertWhole } from './unfinished-restore.ts';

export type Where =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'server'; readonly url: string; readonly adminUrl: string };

export type OpenOptions = {
  where: Where;
  dataFolder: string;
  /** Only one program serves from a data folder; commands are guests beside it. */
  part: 'program' | 'guest';
  print: (line: string) => void;
  onLost: (error: Error) => void;
};

/** Starts or finds the database, brings it up to date and connects; closing it stops what was started. */
export async function openDatabase(options: OpenOptions): Promise<Connection> {
  const { dataFolder, print, onLost } = options;
  assertNoUnfinishedRestore(dataFolder);
  const { adminUrl, appUrl, stop } = await openPrepared(options);
  try {
    await assertWhole(adminUrl);
    await migrate({ adminUrl, log: print });
    const isEmbedded = options.where.kind === 'embedded';
    const connection = connect({
      url: appUrl,
      onLost,
      ...(isEmbedded ? { connections: connectionsToEmbedded } : {}),
    });
    return {
      ...connection,
      async close() {
        await connection.close();
        await stop();
      },
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/** A database that is there and reached as its administrator; letting go stops what was started for it. */
export type OpenAdmin = { readonly adminUrl: string; stop(): Promise<void> };

/** Starts or finds the server, and makes database and roles where they are missing; their form is left as it is. */
export async function openPrepared({
  where,
  dataFolder,
  part,
  print,
}: Omit<OpenOptions, 'onLost'>): Promise<OpenAdmin & Prepared> {
  if (where.kind === 'server') return { ...(await prepareServer(where)), stop: async () => undefined };
  const open = part === 'program' ? startEmbedded : connectOrStart;
  const embedded = await open({ dataFolder, log: print });
  try {
    return { ...(await prepareDatabase(embedded)), stop: () => embedded.stop() };
  } catch (failure) {
    await embedded.stop();
    throw failure;
  }
}

/** The database as it is, beside a program that serves it, perhaps of another version: nothing is made or changed. */
export async function openAsItIs({
  where,
  dataFolder,
  print,
}: Pick<OpenOptions, 'where' | 'dataFolder' | 'print'>): Promise<OpenAdmin> {
  if (where.kind === 'server')
    return { adminUrl: withDatabase(where.adminUrl, databaseOf(where.url)), stop: async () => undefined };
  const embedded = await connectOrStart({ dataFolder, log: print });
  return { adminUrl: withDatabase(embedded.adminUrl, 'hejie'), stop: () => embedded.stop() };
}

const appRole = 'hejie_app';

/** Answers with the address to connect to, which is always in the role that row-level policies are written for. */
async function prepareServer({ url, adminUrl }: { url: string; adminUrl: string }): Promise<Prepared> {
  const app = new URL(url);
  const database = databaseOf(url);
  const user = decodeURIComponent(app.username) || appRole;
  const isAppRole = user === appRole;
  // Where the city logs in under a name of its own, nobody needs to know the password of the role itself.
  const appPassword = isAppRole ? decodeURIComponent(app.password) : null;
  const prepared = await prepareDatabase({ adminUrl, appPassword, database });
  if (!isAppRole) {
    await letActAsApp(prepared.adminUrl, user);
    app.searchParams.set('options', `-c role=${appRole}`);
  }
  return { adminUrl: prepared.adminUrl, appUrl: app.href };
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'hejie';
}

async function letActAsApp(adminUrl: string, user: string): Promise<void> {
  const admin = new pg.Client(reach(adminUrl));
  await admin.connect();
  try {
    const { rows } = await admin.query(`select pg_has_role($1, '${appRole}', 'member') as is_member`, [user]);
    if (rows[0].is_member) return;
    await admin.query(`grant ${appRole} to ${admin.escapeIdentifier(user)}`);
  } finally {
    await admin.end();
  }
}
