import { sql, type Transaction } from 'kysely';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { DB } from '#server/database/types.ts';

export type Trx = Transaction<DB>;

/** What a program without a person acts as: loading the city pack; bringing history in for a centre. */
export type ProgramContext = {
  readonly cityCode: string;
  readonly role: 'program';
  readonly unitId?: string;
};

/**
 * Runs a piece of work in one transaction in which the database knows who acts; row-level policies read nothing else. The
 * statements of a step are planned once for all; a snapshot reads everything as it stood at one moment.
 */
export function inTransaction<T>(
  services: Pick<Services, 'db'>,
  actor: Actor | PartyActor | ProgramContext,
  work: (trx: Trx) => Promise<T>,
  { isStep = false, isSnapshot = false }: { readonly isStep?: boolean; readonly isSnapshot?: boolean } = {},
): Promise<T> {
  const transaction = services.db.transaction();
  return (isSnapshot ? transaction.setIsolationLevel('repeatable read') : transaction).execute(
    async (trx) => {
      const personId = 'userId' in actor ? actor.userId : 'partyId' in actor ? actor.partyId : null;
      // A party acts for no unit, though they bring their matter to one.
      const unitId = (actor.role !== 'party' && actor.unitId) || null;
      const setContext = sql.raw(isStep ? 'hejie.set_context_of_step' : 'hejie.set_context');
      await sql`select ${setContext}(${actor.cityCode}, ${personId}, ${unitId}, ${actor.role})`.execute(trx);
      return work(trx);
    },
  );
}
