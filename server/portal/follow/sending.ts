import { createHash, randomBytes } from 'node:crypto';
import { isHttpProblem } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import type { PartyAtMatter, PartyOrder } from '#server/features/matters/public.ts';
import { createLimit } from '../limits.ts';
import { sendingRule } from './door-limits.ts';

/** How a step went: it is done, the matter moved meanwhile, it cannot be taken any more, or too many were sent. */
export type Sent =
  | { readonly how: 'done' }
  | { readonly how: 'moved' }
  | { readonly how: 'not-now' }
  | { readonly how: 'wait'; readonly seconds: number };

export type Sending = ReturnType<typeof createSending>;

/** The key of a form, made with its page: pressing twice sends once. */
export function newFormKey(): string {
  return randomBytes(12).toString('base64url');
}

/** Sends a party's steps, each once, and no flood of them. */
export function createSending(services: Services) {
  const limit = createLimit(services, 'party-sends', sendingRule);
  return async function send(
    party: PartyAtMatter,
    form: { readonly key: string; readonly version: number; readonly content: unknown },
    step: (order: PartyOrder) => Promise<void>,
  ): Promise<Sent> {
    const seconds = limit.secondsToWait(party.partyId);
    if (seconds > 0) return { how: 'wait', seconds };
    limit.count(party.partyId);
    // The same words from the same page are the same request, whatever version it finds; other words are another one.
    const idempotencyKey = createHash('sha256')
      .update(`${form.key}\n${JSON.stringify(form.content)}`)
      .digest('base64url');
    try {
      await step({ version: form.version, idempotencyKey });
      return { how: 'done' };
    } catch (thrown) {
      if (!isHttpProblem(thrown)) throw thrown;
      if (thrown.code === 'key-reused') return { how: 'done' };
      if (thrown.code === 'stale-version') return { how: 'moved' };
      const lost = ['wrong-state', 'not-your-seat', 'already-rated', 'reopening-asked-already', 'not-found'];
      if (lost.includes(thrown.code)) return { how: 'not-now' };
      throw thrown;
    }
  };
}
