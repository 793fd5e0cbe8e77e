import type { FastifyInstance } from 'fastify';
import { networkOf } from './network-of.ts';
import { refuse } from './refusal.ts';

/** A page brings a score of requests at once, and a whole office signs in at half past eight. */
const burstInSeconds = 10;
/** Past it the address that was quiet for longest is forgotten, which only a flood from very many does. */
const rememberedAtMost = 50_000;

type Bucket = { tokens: number; atMs: number };

export type AddressRate = {
  /** Counts a request; answers how many seconds to wait, 0 if it may be made. */
  take(address: string, nowMs: number): number;
};

/** So many requests a second for long, ten seconds' worth at once: a bucket that fills steadily and is emptied by requests. */
export function createAddressRate(perSecond: number): AddressRate {
  const most = perSecond * burstInSeconds;
  const buckets = new Map<string, Bucket>();
  return {
    take(address, nowMs) {
      const network = networkOf(address);
      const bucket = buckets.get(network) ?? { tokens: most, atMs: nowMs };
      buckets.delete(network);
      buckets.set(network, bucket);
      const [quietest] = buckets.keys();
      if (buckets.size > rememberedAtMost && quietest !== undefined) buckets.delete(quietest);
      bucket.tokens = Math.min(most, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * perSecond);
      bucket.atMs = nowMs;
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
      bucket.tokens -= 1;
      return 0;
    },
  };
}

/** A flood from one place is answered cheaply and early, before anybody is looked up. Health is asked by machines, often. */
export function limitAddresses(app: FastifyInstance, perSecond: number): void {
  if (perSecond === 0) return;
  const rate = createAddressRate(perSecond);
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.url !== '/healthz') {
      const seconds = rate.take(request.ip, performance.now());
      if (seconds > 0)
        refuse(429, 'too-many-requests', {
          params: { seconds },
          headers: { 'retry-after': String(seconds) },
        });
    }
    done();
  });
}
