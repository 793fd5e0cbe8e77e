import type { Language } from '#contract/language/language.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { openMatterSeal } from '../sealing.ts';
import type { PartyAtMatter } from './open-by-code.ts';
import { type FollowedMatter, presentToParty } from './present-to-party.ts';
import { followedFile } from './read-as-party.queries.ts';

/** A party looks at their own matter: what their seat may see of it. On record, as every opening is. */
export async function readAsParty(
  services: Services,
  party: PartyAtMatter,
  language: Language,
): Promise<FollowedMatter> {
  const file = await inTransaction(services, party, async (trx) => {
    const found = await followedFile(trx, party, todayOf(services));
    if (found === undefined || found.wrappedKey === null) refuse(404, 'not-found');
    await logOpening(services, trx, party, { what: 'page', matterId: party.matterId });
    return { ...found, wrappedKey: found.wrappedKey };
  });
  const seal = openMatterSeal(services.keys, file.id, file.leadUnitId, file.wrappedKey);
  return presentToParty(services, party, file, seal, language);
}
