import type { Language } from '#contract/language/language.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import type { Channel } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { NewMatter } from '../register/register-matter.queries.ts';
import { presentMatter } from './matter-present.ts';

/** A matter just registered, presented from what was written: the hot path reads nothing back. */
export function presentNewMatter(
  services: Services,
  actor: Actor,
  matter: NewMatter,
  language: Language,
): MatterPresent {
  const record: MatterRecord = {
    ...matter,
    channel: matter.channel as Channel,
    needs: [...matter.needs],
    version: 1,
    status: 'registered',
    partyCount: matter.parties.length,
    leadUnitId: matter.unitId,
    holderUnitId: matter.unitId,
    handlingUnitId: null,
    handlerUserId: null,
    offeredToCentre: false,
    returns: 0,
    reopenings: 0,
    outcome: null,
    notReachedOn: [],
    isSampled: false,
    isReopeningAsked: false,
    tasks: [],
    mergedInto: null,
    runs: [],
    chosenProcedure: null,
    refusedProcedures: [],
    isPaused: false,
    isChangeAsked: false,
    transfers: 0,
    returnedTimes: 0,
    suspendedOn: null,
    resumeBy: null,
    sealGround: null,
    isLinked: false,
    registeredAt: new Date(matter.registeredAt),
    endedAt: null,
    isHistory: false,
  };
  return presentMatter(services, actor, { ...record, hasOtherCaller: true }, language, matter.clocks);
}
