import type { OfficeStep } from '#contract/office/steps.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { findMacro } from './macros.queries.ts';

/** The steps of a macro of one's own office, as they stood when they were looked at. */
export async function stepsOfMacro(
  services: Services,
  actor: Actor,
  seen: { readonly id: string; readonly version: number },
): Promise<readonly OfficeStep[]> {
  const macro = await inTransaction(services, actor, (trx) => findMacro(trx, actor, seen.id));
  if (!macro?.isActive) refuse(404, 'not-found');
  if (macro.version !== seen.version) refuse(409, 'stale-version');
  return macro.steps;
}
