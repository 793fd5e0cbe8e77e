import { availableParallelism } from 'node:os';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';
import { reach } from './several-hosts.ts';
import type { DB } from './types.ts';

export type Database = Kysely<DB>;

export type Connection = {
  readonly db: Database;
  readonly pool: pg.Pool;
  /** Waits for what runs, then lets the server go. */
  close(): Promise<void>;
};

type ConnectionOptions = {
  url: string;
  connections?: number;
  /** For tests: how long a statement may go without any answer. */
  answeredWithinMs?: number;
  onLost?: (error: Error) => void;
};

// A legal day stays the text it is; counts of rows fit a number.
const dateType = 1082;
// Array types are missing from the list of pg's declarations.
const dateArrayType = 1182 as number;
const textArrayType = 1009 as number;
const bigintType = 20;
pg.types.setTypeParser(dateType, (text) => text);
pg.types.setTypeParser(dateArrayType, pg.types.getTypeParser(textArrayType));
pg.types.setTypeParser(bigintType, Number);

const statementAtMostMs = 30_000;

/** To a server that shares the program's processors: more transactions at once cost each of them more (bench/RESULTS.md). */
export const connectionsToEmbedded = Math.min(16, Math.max(8, 4 * availableParallelism()));

/** A pool of connections to the city's database, and the typed door to it. */
export function connect({
  url,
  connections = 16,
  answeredWithinMs = statementAtMostMs + 5_000,
  onLost,
}: ConnectionOptions): Connection {
  const pool = new pg.Pool({
    ...reach(url),
    max: connections,
    Client: PreparingClient,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    // Nobody's request may hold a row for ever.
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: statementAtMostMs,
    // A server that stands still, or whose machine is gone, keeps to no time of its own.
    query_timeout: answeredWithinMs,
  });
  // Without a listener a stopped server would end this process. A pool that ends lets its server stop before every
  // connection has said goodbye: none of those is lost.
  pool.on('error', (error) => {
    if (!pool.ending) onLost?.(error);
  });
  // The same for a connection lost between two statements of a transaction: the next one fails, and says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    async close() {
      await db.destroy();
      // Kysely leaves a pool alone that it never used.
      if (!pool.ending) await pool.end();
    },
  };
}

/** Throws when the database does not answer. */
export async function reachDatabase(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  await pool.query('select 1');
}
