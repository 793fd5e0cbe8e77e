import { refuse } from '#server/app/refusal.ts';
import type { PartyUseCase } from '../../steps/use-case.ts';
import { markRated } from './party-actions.queries.ts';

/** 评价: how it was handled, once, from 1 to 5 and in words. It judges the office's work and nobody's person. */
export const rateHandling: PartyUseCase<{ version: number; rating: number; text: string }> = {
  action: 'rate',
  plan: ({ rating, text }, { services, party, matter }) => ({
    data: { rating },
    ...(text !== '' && { sealed: { text } }),
    write: async (trx) => {
      const isFirst = await markRated(trx, party, matter.id, services.clock.now().toString());
      if (!isFirst) refuse(422, 'already-rated');
    },
  }),
};
