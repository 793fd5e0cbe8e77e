import { LRUCache } from 'lru-cache';

/**
 * What is dear to count and asked again and again. It is remembered for a few seconds, and no longer than until this
 * process changes a matter, so that whoever did something sees it; who ask at once wait for one count.
 */
export type Remembered = {
  /** `key` says everything on which the answer depends, also who may see it. */
  of<T>(key: string, count: () => Promise<T>): Promise<T>;
  /** After the commit of a change. */
  forget(): void;
};

const rememberedAtMost = 500;
/** Of what other processes have changed nobody here hears. */
const rememberedForMs = 10_000;

export function createRemembered(forMs = rememberedForMs): Remembered {
  const counts = new LRUCache<string, Promise<unknown>>({ max: rememberedAtMost, ttl: forMs });
  return {
    of<T>(key: string, count: () => Promise<T>): Promise<T> {
      const known = counts.get(key);
      if (known !== undefined) return known as Promise<T>;
      const counting = count();
      counts.set(key, counting);
      counting.catch(() => counts.peek(key) === counting && counts.delete(key));
      return counting;
    },
    forget() {
      if (counts.size > 0) counts.clear();
    },
  };
}
