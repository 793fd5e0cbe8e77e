import pg from 'pg';
import { type Connection, connect } from './connection.ts';
import { connectOrStart, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { prepareDatabase } from './prepare.ts';

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
  const { where, dataFolder, part, print, onLost } = options;
  if (where.kind === 'server') {
    return connect({ url: await prepareServer(where, print), onLost });
  }
  const open = part === 'program' ? startEmbedded : connectOrStart;
  const embedded = await open({ dataFolder, log: print });
  try {
    const { adminUrl, appUrl } = await prepareDatabase(embedded);
    await migrate({ adminUrl, log: print });
    const connection = connect({ url: appUrl, onLost });
    return {
      ...connection,
      async close() {
        await connection.close();
        await embedded.stop();
      },
    };
  } catch (failure) {
    await embedded.stop();
    throw failure;
  }
}

const appRole = 'hejie_app';

/** Answers with the address to connect to, which is always in the role that row-level policies are written for. */
async function prepareServer(
  { url, adminUrl }: { url: string; adminUrl: string },
  print: (line: string) => void,
): Promise<string> {
  const app = new URL(url);
  const database = decodeURIComponent(app.pathname.slice(1)) || 'hejie';
  const user = decodeURIComponent(app.username) || appRole;
  const isAppRole = user === appRole;
  // Where the city logs in under a name of its own, nobody needs to know the password of the role itself.
  const appPassword = isAppRole ? decodeURIComponent(app.password) : null;
  const prepared = await prepareDatabase({ adminUrl, appPassword, database });
  if (!isAppRole) {
    await letActAsApp(prepared.adminUrl, user);
    app.searchParams.set('options', `-c role=${appRole}`);
  }
  await migrate({ adminUrl: prepared.adminUrl, log: print });
  return app.href;
}

async function letActAsApp(adminUrl: string, user: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query(`select pg_has_role($1, '${appRole}', 'member') as is_member`, [user]);
    if (rows[0].is_member) return;
    await admin.query(`grant ${appRole} to ${admin.escapeIdentifier(user)}`);
  } finally {
    await admin.end();
  }
}
