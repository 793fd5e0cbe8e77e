import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
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
    connectionTimeoutMillis: 5_000,
    // Nobody's request may hold a row for ever.
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: statementAtMostMs,
    // A server that stands still, or whose machine is gone, keeps to no time of its own.
    query_timeout: answeredWithinMs,
  });
  // Without a listener a stopped server would end this process.
  pool.on('error', (error) => onLost?.(error));
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

const preparedAtMost = 400;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= preparedAtMost) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}

/**
 * Names every query with parameters by its text, so that the server parses and plans it once a connection
 * (measured: 1.5 times the reads). The first few hundred texts only: lists of varying length would fill the server.
 */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares eight overloads; all pass through unchanged.
  override query(config: any, values?: any, callback?: any): any {
    const isPlain =
      typeof config === 'string' && Array.isArray(values) && values.length > 0 && callback === undefined;
    const name = isPlain ? nameOf(config) : undefined;
    const answer = name
      ? super.query({ name, text: config, values })
      : (super.query(config, values, callback) as unknown);
    if (answer instanceof Promise) answer.catch((failure: Error) => this.#leaveIfUnanswered(failure));
    return answer;
  }

  /** What was asked may be answered yet, in the place of the next answer: nobody is to use this connection again. */
  #leaveIfUnanswered({ message }: Error): void {
    if (message === 'Query read timeout') this.connection.stream.destroy();
  }
}
