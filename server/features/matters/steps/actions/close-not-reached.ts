import { randomInt } from 'node:crypto';
import type { MatterUseCase } from '../use-case.ts';

/** Nobody could be called back; a supervisor looks at a sample drawn by chance. */
export const closeNotReached: MatterUseCase<'close-not-reached'> = {
  action: 'close-not-reached',
  plan: ({ note }, { services }) => ({
    command: { action: 'close-not-reached', isDrawn: randomInt(services.pack.city.reviewOneIn) === 0 },
    ...(note && { sealed: { text: note } }),
  }),
};
