import type { SimilarMatters } from '#contract/intake/intake.ts';
import type { Language } from '#contract/language/language.ts';
import { identifiedPair, type ToldParty } from '#domain/matters/registration.ts';
import { allowedActions } from '#domain/matters/take-step.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { findSimilarMatters } from '#server/features/search/public.ts';
import { presentSimilar } from '../present/similar.presenter.ts';
import { relatedIn } from '../present/task.presenter.ts';
import { openMatterSeal, type SealedParty } from '../sealing.ts';
import { withoutSealed } from '../steps/side-ways/sealed-reading.ts';
import { surroundingsOf } from '../steps/surroundings.ts';
import { type MatterFile, matterFile } from './read-matter.queries.ts';

/** 可能是同一争议: what else is open in the city, for whoever may merge the matter or pass it on to be merged. */
export async function listSimilar(
  services: Services,
  actor: Actor,
  matterId: string,
  language: Language,
): Promise<SimilarMatters> {
  const file = await inTransaction(services, actor, (trx) =>
    matterFile(trx, actor, matterId, todayOf(services)),
  );
  if (file === undefined) refuse(404, 'not-found');
  const mayMerge = allowedActions(file, actor, surroundingsOf(services, file)).includes('merge');
  if (!mayMerge) return { similar: [] };
  const like = await findSimilarMatters(services, actor, {
    text: `${file.subject}\n${file.story}`,
    regionCode: file.regionCode,
    kind: file.kind,
    pair: pairOf(services, file),
  });
  const found = await withoutSealed(services, actor, like);
  const known = new Set([file.id, ...relatedIn(file.events).map(({ id }) => id)]);
  return {
    similar: found.filter(({ id }) => !known.has(id)).map((one) => presentSimilar(services, one, language)),
  };
}

function pairOf(services: Services, file: MatterFile): readonly [string, string] | null {
  if (file.wrappedKey === null) return null;
  const seal = openMatterSeal(services.keys, file.id, file.leadUnitId, file.wrappedKey);
  const told = file.parties.map(({ id, seat, kind, sealed }): ToldParty => {
    const known = sealed === null ? {} : seal.open<SealedParty>('party', id, Buffer.from(sealed, 'base64'));
    return { seat, kind, ...known };
  });
  return identifiedPair(told);
}
