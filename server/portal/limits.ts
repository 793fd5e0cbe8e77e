import { createHmac } from 'node:crypto';
import { type WaitRule, waitAfter } from '#domain/access/growing-wait.ts';
import type { Services } from '#server/app/services.ts';

/**
 * Counts tries in this process's memory, under a keyed hash of whom or what they come from (an address, a code):
 * nobody can read from it who was here. A try is counted with `count`; `secondsToWait` says whether one may be made.
 */
export type Limit = {
  readonly secondsToWait: (from: string) => number;
  readonly count: (from: string) => void;
  readonly tries: (from: string) => number;
  readonly forget: (from: string) => void;
};

type Tries = { count: number; lastMs: number; notBeforeMs: number };

/** So many are remembered; past it the oldest is forgotten first, which only an attack from very many addresses does. */
const rememberedAtMost = 50_000;

export function createLimit(
  { clock, keys }: Pick<Services, 'clock' | 'keys'>,
  purpose: string,
  rule: WaitRule,
): Limit {
  const key = keys.purposeKey(`portal-limit/${purpose}`);
  const remembered = new Map<string, Tries>();
  const hashOf = (from: string): string => createHmac('sha256', key).update(from).digest('base64url');
  const nowMs = (): number => clock.now().epochMilliseconds;

  const triesOf = (hash: string): Tries | undefined => {
    const tries = remembered.get(hash);
    if (tries === undefined || nowMs() - tries.lastMs <= rule.forgottenAfterSeconds * 1000) return tries;
    remembered.delete(hash);
    return undefined;
  };

  return {
    secondsToWait: (from) => {
      const tries = triesOf(hashOf(from));
      return tries === undefined ? 0 : Math.max(0, Math.ceil((tries.notBeforeMs - nowMs()) / 1000));
    },
    count: (from) => {
      const hash = hashOf(from);
      const count = (triesOf(hash)?.count ?? 0) + 1;
      const now = nowMs();
      remembered.delete(hash);
      remembered.set(hash, { count, lastMs: now, notBeforeMs: now + waitAfter(count, rule) * 1000 });
      const [oldest] = remembered.keys();
      if (remembered.size > rememberedAtMost && oldest !== undefined) remembered.delete(oldest);
    },
    tries: (from) => triesOf(hashOf(from))?.count ?? 0,
    forget: (from) => void remembered.delete(hashOf(from)),
  };
}
