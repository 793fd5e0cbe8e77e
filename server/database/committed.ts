import type { Transaction } from 'kysely';
import type { Database } from './connection.ts';
import type { DB } from './types.ts';

type Trx = Transaction<DB>;

const afterwards = new WeakMap<Trx, (() => void)[]>();

/** Does something once the transaction is committed, and nothing where it is not. */
export function afterCommit(trx: Trx, work: () => void): void {
  const list = afterwards.get(trx);
  if (list === undefined) throw new Error('this transaction was not begun by committed()');
  list.push(work);
}

/** Runs a piece of work in a transaction, and after its commit what the work left for then. */
export async function committed<T>(
  transaction: ReturnType<Database['transaction']>,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const list: (() => void)[] = [];
  const done = await transaction.execute((trx) => {
    afterwards.set(trx, list);
    return work(trx);
  });
  for (const one of list) one();
  return done;
}
