import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import type { DB } from './types.ts';

const mark = '/* unread */ ';

/**
 * At the head of a statement: its answer is never read, so it is sent together with the next one, or with the commit, and
 * there its failure is thrown. Half the time of a step was waiting for answers that said nothing.
 */
export const unread = sql.raw(mark);

/** Sends what is held back now, for work that is rolled back afterwards: what PostgreSQL would refuse is thrown here. */
export async function sendHeldBack(trx: Kysely<DB>): Promise<void> {
  await sql`select`.execute(trx);
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

type Statement = { readonly text: string; readonly values: unknown[] };

const isBegin = (text: string): boolean => text === 'begin' || text.startsWith('start transaction');

/**
 * Names every query with parameters by its text, so that the server parses and plans it once a connection
 * (measured: 1.5 times the reads). The first few hundred texts only: lists of varying length would fill the server.
 * Holds back what nobody reads the answer of: the beginning of a transaction, and statements that say so.
 */
export class PreparingClient extends pg.Client {
  #held: Statement[] = [];

  // biome-ignore lint/suspicious/noExplicitAny: pg declares eight overloads; all pass through unchanged.
  override query(config: any, values?: any, callback?: any): any {
    // Kysely, which begins our transactions, hands over a text and a list, be it empty.
    if (typeof config !== 'string' || !Array.isArray(values) || callback !== undefined)
      return this.#watched(super.query(config, values, callback));
    if (isBegin(config) || config.startsWith(mark)) {
      this.#held.push({ text: config, values });
      return Promise.resolve({ command: '', rowCount: 0, rows: [] });
    }
    const held = this.#held.splice(0);
    if (config === 'rollback' && held.some(({ text }) => isBegin(text)))
      return Promise.resolve({ command: 'ROLLBACK', rowCount: 0, rows: [] });
    const sent = config === 'rollback' ? [] : held;
    return this.#together([...sent, { text: config, values }]);
  }

  /** Answers the last one; the first that fails fails them all, as the transaction does. */
  async #together(statements: readonly Statement[]): Promise<unknown> {
    const { stream } = this.connection;
    stream.cork();
    let answers: unknown[];
    try {
      answers = statements.map(({ text, values }) => this.#watched(this.#send(text, values)));
    } finally {
      stream.uncork();
    }
    return (await Promise.all(answers)).at(-1);
  }

  #send(text: string, values: unknown[]): unknown {
    const name = values.length > 0 ? nameOf(text) : undefined;
    return name === undefined ? super.query(text, values) : super.query({ name, text, values });
  }

  #watched(answer: unknown): unknown {
    if (answer instanceof Promise) answer.catch((failure: Error) => this.#leaveIfUnanswered(failure));
    return answer;
  }

  /** What was asked may be answered yet, in the place of the next answer: nobody is to use this connection again. */
  #leaveIfUnanswered({ message }: Error): void {
    if (message === 'Query read timeout') this.connection.stream.destroy();
  }
}
