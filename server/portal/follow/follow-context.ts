import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#contract/language/language.ts';
import type { PartyAction } from '#domain/matters/vocabulary.ts';
import type { PartyAtMatter } from '#server/features/matters/public.ts';
import type { Portal } from '../frame.ts';
import type { Sending } from './sending.ts';

export type LeftOver = { readonly kept: string; readonly language?: Language };

/** What every page of following a matter needs. */
export type FollowContext = Portal & {
  readonly sending: Sending;
  /** The party behind a request; whoever is not in is led to the door, and told why if they were. */
  enter(request: FastifyRequest, reply: FastifyReply): Promise<PartyAtMatter | null>;
  /** Says that a step is not to be taken now, and why; what was written for it stands there to be copied. */
  notNow(reply: FastifyReply, party: PartyAtMatter, action: PartyAction, left?: LeftOver): FastifyReply;
};
