import type { MatterView } from '#contract/matters/matter.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { Opening } from '#server/features/audit/public.ts';
import { enterOpening, type OpeningRow, runningOpening } from './opening.queries.ts';

/**
 * Looks at a file under an opening that runs, if there is one: from here on the transaction reads that one file and writes
 * nothing. The look is on record with the purpose.
 */
export async function lookUnderOpening(
  services: Pick<Services, 'clock' | 'newId'>,
  trx: Trx,
  actor: Actor,
  { what, matterId, data }: Opening & { readonly matterId: string },
): Promise<OpeningRow | null> {
  const at = services.clock.now().toString();
  const opening = await runningOpening(trx, actor, matterId, at);
  if (opening === undefined) return null;
  const look = { at, logId: services.newId(), what, facts: data ?? {} };
  return (await enterOpening(trx, actor.cityCode, { matterId, id: opening.id }, look)) ? opening : null;
}

/**
 * A file as somebody reads it who does not work on it: nothing to do in it, of the parties who they are and not how to reach
 * them. What was said or given in confidence has stayed in the database.
 */
export function asReadOutside(view: MatterView): MatterView {
  return {
    ...view,
    allowedActions: [],
    roadmap: { ...view.roadmap, next: [] },
    parties: view.parties.map(({ id, seat, seatLabel, kind, name, toldBy }) => ({
      id,
      seat,
      seatLabel,
      kind,
      name,
      toldBy,
    })),
    messages: [],
    links: [],
    related: view.related.map((one) => ({ ...one, id: null })),
  };
}
