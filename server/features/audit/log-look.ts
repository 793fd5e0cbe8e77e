import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { whoIs } from './behind-fact.queries.ts';
import { logOpening } from './log-opening.ts';
import type { AuditLook } from './opening.ts';

type Filters = {
  readonly user?: string;
  readonly code?: string;
  readonly fromDay?: string;
  readonly untilDay?: string;
};

/** Puts an auditor's own look on record, with the filters that were set; of a name that is no account, nothing. */
export async function logLook(
  services: Services,
  trx: Trx,
  actor: Actor,
  what: AuditLook,
  { user, code, fromDay, untilDay }: Filters,
): Promise<void> {
  const isKnown = user !== undefined && (await whoIs(trx, user.trim())) !== null;
  const data = {
    ...(isKnown && { user: user.trim() }),
    ...(code !== undefined && { code }),
    ...(fromDay !== undefined && { fromDay }),
    ...(untilDay !== undefined && { untilDay }),
  };
  await logOpening(services, trx, actor, { what, data });
}
