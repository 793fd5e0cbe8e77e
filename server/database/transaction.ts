import { sql, type Transaction } from 'kysely';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { unread } from '#server/database/preparing-client.ts';
import type { DB } from '#server/database/types.ts';
import { committed } from './committed.ts';

export type Trx = Transaction<DB>;

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
