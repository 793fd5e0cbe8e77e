import type { Seat } from '#domain/matters/vocabulary.ts';
import { refuse } from '#server/app/refusal.ts';
import { tellParties } from '#server/features/messages/public.ts';
import { partiesOf } from '../change-matter.queries.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 给当事人写信: words for these seats or these parties, read in their own view of the matter and by nobody else's. */
export const writeToParties: MatterUseCase<'write-to-parties'> = {
  action: 'write-to-parties',
  plan: async ({ seats = [], partyIds = [], text }, { services, trx, actor, matter }) => {
    if (seats.length + partyIds.length === 0) refuse(422, 'recipients-missing', { field: 'seats' });
    const { cityCode, unitId } = actor;
    const parties = await partiesOf(trx, cityCode, matter.id);
    if (partyIds.some((id) => !parties.some((party) => party.id === id)))
      refuse(422, 'unknown-party', { field: 'partyIds' });
    const addressed = parties.filter(({ id, seat }) => partyIds.includes(id) || seats.includes(seat as Seat));
    if (addressed.length === 0) refuse(422, 'unknown-party', { field: 'seats' });
    return {
      command: { action: 'write-to-parties' },
      data: { ...(seats.length > 0 && { seats }), ...(partyIds.length > 0 && { partyIds }) },
      sealed: { text },
      // Whoever chose to be told hears that there is word for them, and where; the words themselves stay here.
      write: (transaction) =>
        tellParties(services, transaction, {
          cityCode,
          matterId: matter.id,
          version: matter.version + 1,
          template: 'word-for-you',
          to: { partyIds: addressed.map(({ id }) => id) },
          unitId,
          step: null,
        }),
    };
  },
};
