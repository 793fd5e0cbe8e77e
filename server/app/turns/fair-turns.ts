/** How a piece of work is counted, and with whom it shares. */
export type Asker = {
  readonly kind: string;
  readonly address: string;
  /** Who asks, as far as one can tell without asking the database. */
  readonly key: string;
};

export type TurnRules = {
  readonly kinds: Readonly<Record<string, KindRules>>;
  /** How much is worked on at once for one address, whoever asks from there. */
  readonly perAddress: number;
  readonly waitingPerAsker: number;
  readonly waitingAtMost: number;
};

type KindRules = {
  /** How much of it is worked on at once in all, and for one asker. */
  readonly atOnce: number;
  readonly perAsker: number;
  /** So much at a time as fast as it goes; beyond, an asker gets so many turns a second. */
  readonly burst: number;
  readonly perSecond: number;
  /** While others wait, a turn is kept for so many times as long as its work took: a crowd leaves room to everybody else. */
  readonly restInCrowd?: number;
};

export type FairTurns = {
  /** Resolves with how to give the turn back; null at once where too much waits already. */
  take(asker: Asker): Promise<() => void> | null;
  readonly waiting: () => number;
};

type Waiter = { readonly asker: Asker; readonly start: () => void };
type Clock = { readonly now: () => number; readonly later: (work: () => void, ms: number) => void };

const realTime: Clock = {
  now: () => performance.now(),
  later: (work, ms) => void setTimeout(work, ms).unref(),
};

/**
 * Who asks for much at once waits for themself and not others for them: of one asker, and of one address, only so much is
 * worked on at a time. The rest waits its turn in the order in which it came.
 */
export function createFairTurns(rules: TurnRules, { now, later }: Clock = realTime): FairTurns {
  const working = new Map<string, number>();
  const waitingOf = new Map<string, number>();
  const buckets = new Map<string, { level: number; atMs: number }>();
  const waiting: Waiter[] = [];

  const counted = (counts: Map<string, number>, name: string, by: number): void => {
    const count = (counts.get(name) ?? 0) + by;
    if (count <= 0) counts.delete(name);
    else counts.set(name, count);
  };
  const placesOf = ({ kind, address, key }: Asker): readonly [string, number][] => {
    const { atOnce = 1, perAsker = 1 } = rules.kinds[kind] ?? {};
    return [
      [`kind ${kind}`, atOnce],
      [`address ${address}`, rules.perAddress],
      [`asker ${kind} ${key}`, perAsker],
    ];
  };
  const fits = (asker: Asker): boolean =>
    placesOf(asker).every(([place, atMost]) => (working.get(place) ?? 0) < atMost);

  function begin(asker: Asker): () => void {
    for (const [place] of placesOf(asker)) counted(working, place, 1);
    const restMs = restAfter(asker);
    const startedAt = now();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const { restInCrowd = 0 } = rules.kinds[asker.kind] ?? {};
      const crowdMs = waiting.length > 0 ? (now() - startedAt) * restInCrowd : 0;
      const leftMs = Math.max(startedAt + restMs - now(), crowdMs);
      if (leftMs > 0) later(() => end(asker), leftMs);
      else end(asker);
    };
  }

  function end(asker: Asker): void {
    for (const [place] of placesOf(asker)) counted(working, place, -1);
    for (let index = 0; index < waiting.length; ) {
      const next = waiting[index];
      if (next === undefined || !fits(next.asker)) {
        index += 1;
        continue;
      }
      waiting.splice(index, 1);
      counted(waitingOf, next.asker.key, -1);
      next.start();
    }
  }

  /** A bucket that fills with each turn and empties with time; once it is full, a turn is kept until there is room. */
  function restAfter({ kind, key }: Asker): number {
    const { burst = 1, perSecond = 1, perAsker = 1 } = rules.kinds[kind] ?? {};
    const name = `${kind} ${key}`;
    const { level, atMs } = buckets.get(name) ?? { level: 0, atMs: now() };
    const left = Math.max(0, level - ((now() - atMs) / 1000) * perSecond) + 1;
    buckets.delete(name);
    buckets.set(name, { level: Math.min(left, burst + 1), atMs: now() });
    const [oldest] = buckets.keys();
    if (buckets.size > bucketsAtMost && oldest !== undefined) buckets.delete(oldest);
    return left > burst ? (1000 / perSecond) * perAsker : 0;
  }

  return {
    take(asker) {
      if (fits(asker)) return Promise.resolve(begin(asker));
      const isFull =
        waiting.length >= rules.waitingAtMost || (waitingOf.get(asker.key) ?? 0) >= rules.waitingPerAsker;
      if (isFull) return null;
      const { promise, resolve } = Promise.withResolvers<() => void>();
      counted(waitingOf, asker.key, 1);
      waiting.push({ asker, start: () => resolve(begin(asker)) });
      return promise;
    },
    waiting: () => waiting.length,
  };
}

/** Past it whoever asked longest ago is forgotten first. */
const bucketsAtMost = 10_000;
