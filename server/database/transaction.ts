import { sql, type Transaction } from 'kysely';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { unread } from '#server/database/preparing-client.ts';
import type { DB } from '#server/database/types.ts';
import type { Database } from './connection.ts';

export type Trx = Transaction<DB>;

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

/** What a program without a person acts as: loading the city pack; bringing history in for a centre. */
export type ProgramContext = {
  readonly cityCode: string;
  readonly role: 'program';
  readonly unitId?: string;
};

type Kind = {
  /** Reads or changes this one matter: whether the actor takes part in it is asked once. */
  readonly matterId?: string;
  /** Its statements are long, come in few shapes, and are planned once for all. */
  readonly isPlannedOnce?: boolean;
  /** Reads everything as it stood at one moment. */
  readonly isSnapshot?: boolean;
};

/** Runs a piece of work in one transaction in which the database knows who acts; row-level policies read nothing else. */
export function inTransaction<T>(
  services: Pick<Services, 'db'>,
  actor: Actor | PartyActor | ProgramContext,
  work: (trx: Trx) => Promise<T>,
  { matterId, isPlannedOnce = false, isSnapshot = false }: Kind = {},
): Promise<T> {
  const transaction = services.db.transaction();
  return committed(
    isSnapshot ? transaction.setIsolationLevel('repeatable read') : transaction,
    async (trx) => {
      const personId = 'userId' in actor ? actor.userId : 'partyId' in actor ? actor.partyId : null;
      // A party acts for no unit, though they bring their matter to one.
      const unitId = (actor.role !== 'party' && actor.unitId) || null;
      const who = sql`${actor.cityCode}, ${personId}, ${unitId}, ${actor.role}`;
      const context =
        matterId === undefined && !isPlannedOnce
          ? sql`${unread}select hejie.set_context(${who})`
          : sql`${unread}select hejie.enter_matter(${who}, ${matterId ?? null}::uuid, ${isPlannedOnce})`;
      await context.execute(trx);
      return work(trx);
    },
  );
}
