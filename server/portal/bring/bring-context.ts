import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Portal } from '../frame.ts';
import type { createBringLimits } from './bring-limits.ts';
import type { OpenDraft } from './draft.ts';
import type { World } from './questions.ts';

/** What every page on the way of bringing a matter works with. */
export type BringContext = Portal & {
  readonly limits: ReturnType<typeof createBringLimits>;
  readonly world: () => World;
  /** The draft behind a request. Whoever has none is led to the beginning, and told why. */
  enter(request: FastifyRequest, reply: FastifyReply): Promise<OpenDraft | null>;
};

export const config = { policy: 'public' } as const;
