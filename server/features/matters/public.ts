import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { explainClockRoutes } from './clocks/explain/explain-clock.route.ts';
import { intakeRoutes } from './intake/intake.route.ts';
import { matterRoutes } from './matters.route.ts';
import { messageRoutes } from './messages/messages.route.ts';
import { openingRoutes } from './openings/openings.route.ts';
import { oversightRoutes } from './oversight/oversight.route.ts';
import { paperRoutes } from './papers/papers.route.ts';
import { partyRoutes } from './party/party.route.ts';
import { searchRoutes } from './search/search.route.ts';
import { actionRoutes } from './steps/actions/action.route.ts';

export * from './examples.ts';
export { countList, type ListedMatter, listInPages } from './export/list-for-export.ts';
export { addPapers, digestOf } from './papers/add-paper.ts';
export { lookForViruses } from './papers/look-for-viruses.ts';
export { readPaper } from './papers/read-paper.ts';
export { receiveFile } from './papers/receive-files.ts';
export type { ReceivedFile } from './papers/received-file.ts';
export { addInformation } from './party/actions/add-information.ts';
export { askReopening } from './party/actions/ask-reopening.ts';
export { chooseTelling } from './party/actions/choose-telling.ts';
export type { PartyOrder } from './party/actions/party-order.ts';
export { rateHandling } from './party/actions/rate-handling.ts';
export { takeBack } from './party/actions/take-back.ts';
export { openByCode, type PartyAtMatter, partyAt } from './party/open-by-code.ts';
export type { FollowedEvent, FollowedMatter, FollowedOpening } from './party/present-to-party.ts';
export { openingsAtMost } from './party/read-as-party.queries.ts';
export { readAsParty } from './party/read-as-party.ts';
export { readPaperAsParty } from './party/read-paper-as-party.ts';
export { recountClocks } from './passing-time/recount-clocks.ts';
export { tickLevels } from './passing-time/tick-levels.ts';
export { wakePassingTime } from './passing-time/wake-passing-time.ts';
export { allowedOn } from './read/allowed-on.ts';
export { readMatter } from './read/read-matter.ts';
export { registerAsParty, registerMatter } from './register/register-matter.ts';
export { type FoundDifference, type ReplayCounts, replayMatters } from './replay/replay-matters.ts';
export { type MatterSeal, matterSeal, openMatterSeal, type SealedParty, wrapFor } from './sealing.ts';
export { useCases } from './steps/actions/action.route.ts';
export { changeMatter, changeMatterAsParty, changeMatterIn } from './steps/change-matter.ts';
export { handOverWork } from './steps/hand-over-work.ts';
export type { ChangeRequest, MatterUseCase } from './steps/use-case.ts';

/** Everything about matters, under /api/v1. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(matterRoutes(services));
    await app.register(explainClockRoutes(services));
    await app.register(actionRoutes(services));
    await app.register(paperRoutes(services));
    await app.register(partyRoutes(services));
    await app.register(messageRoutes(services));
    await app.register(searchRoutes(services));
    await app.register(intakeRoutes(services));
    await app.register(oversightRoutes(services));
    await app.register(openingRoutes(services));
  };
}
