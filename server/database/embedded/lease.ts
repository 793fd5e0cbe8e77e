import pg from 'pg';

/**
 * Who uses an embedded server is told by advisory locks on one connection each: they end with the process that
 * holds them, however it ends, so nothing stale is ever left behind.
 */
export type Lease = {
  /** Gives the use back. Answers true when nobody else uses the server, and keeps newcomers out meanwhile. */
  release(): Promise<boolean>;
  /** Closes the connection; afterwards newcomers are let in again. */
  close(): Promise<void>;
};

/** A program serves, one on a data folder; guests such as commands share the server with it. */
export type Part = 'program' | 'guest';

/** Any number that other software on a server of our own does not use. */
const lockSpace = 4725;
const users = 1;
const program = 2;
const lockNotAvailable = '55P03';

/** Answers nothing when the server is just being stopped by its last user: start it again. */
export async function takeLease(
  adminUrl: string,
  part: Part,
  onLost: () => void,
): Promise<Lease | undefined> {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: `hejie ${part} ${process.pid}`,
  });
  let isWanted = true;
  client.on('error', () => undefined);
  await client.connect();
  const close = async () => {
    isWanted = false;
    await client.end();
  };
  if (!(await lock(client, 'pg_try_advisory_lock_shared', users))) {
    await close();
    return undefined;
  }
  if (part === 'program') await becomeTheProgram(client);
  client.on('end', () => isWanted && onLost());
  return {
    close,
    async release() {
      await lock(client, 'pg_advisory_unlock_shared', users);
      return lock(client, 'pg_try_advisory_lock', users);
    },
  };
}

/** Waits a moment first: the locks of a program that was killed go as soon as the server notices. */
async function becomeTheProgram(client: pg.Client): Promise<void> {
  try {
    await client.query("set lock_timeout = '1500ms'");
    await client.query('select pg_advisory_lock($1::int, $2::int)', [lockSpace, program]);
  } catch (error) {
    const holder =
      (error as { code?: string }).code === lockNotAvailable ? await processOfProgram(client) : undefined;
    await client.end();
    if (holder === undefined) throw error;
    throw new Error(
      `Hejie is already running with this data folder (process ${holder}). Stop that one first, or give this one ` +
        'a data folder of its own with HEJIE_DATA.',
    );
  }
}

async function processOfProgram(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select application_name from pg_stat_activity a join pg_locks l using (pid)
     where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2`,
    [lockSpace, program],
  );
  return String(rows[0]?.application_name ?? '').replace('hejie program ', '') || 'unknown';
}

async function lock(client: pg.Client, call: string, key: number): Promise<boolean> {
  const { rows } = await client.query(`select ${call}($1::int, $2::int) as taken`, [lockSpace, key]);
  return rows[0].taken as boolean;
}
