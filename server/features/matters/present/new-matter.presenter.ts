import type { Language } from '#contract/language/language.ts';
import type { MatterView } from '#contract/matters/matter.ts';
import type { ToldParty } from '#domain/matters/registration.ts';
import type { Channel } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { NewMatter } from '../register/register-matter.queries.ts';
import { presentView } from './matter-view.presenter.ts';

/** A matter just registered, presented from what was written: the hot path reads nothing back. */
export function presentNewMatter(
  services: Services,
  actor: Actor,
  matter: NewMatter,
  parties: readonly (ToldParty & { id: string })[],
  language: Language,
): MatterView {
  const record: MatterRecord = {
    ...matter,
    channel: matter.channel as Channel,
    needs: [...matter.needs],
    version: 1,
    status: 'registered',
    partyCount: parties.length,
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
  return presentView(services, actor, language, {
    matter: { ...record, hasOtherCaller: true },
    handlerName: null,
    parties,
    papers: [],
    messages: [],
    tasks: [],
    openable: new Set(),
    links: [],
    readers: [],
    opening: null,
    clocks: matter.clocks,
    events: [
      {
        version: 1,
        type: 'register',
        actorName: actor.name,
        actorUnitId: actor.unitId,
        actorSeat: null,
        occurredAt: matter.registeredAt,
        recordedAt: matter.registeredAt,
        data: matter.event.data as Record<string, unknown>,
        sealed: null,
      },
    ],
  });
}
