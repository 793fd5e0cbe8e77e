import { setTimeout as wait } from 'node:timers/promises';
import { load } from '../load/load.ts';
import type { Works } from './adapter.ts';
import { chineseWord, type Matters } from './matters.ts';
import type { Options } from './options.ts';

export type Filling = Pick<Options, 'tickets' | 'lanes' | 'patience'>;

const asLongAsItTakes = 86_400;

/**
 * The same matters for everybody, by the same work that is measured later; the first one that fails is thrown. Answers
 * with a sentence on what can be found afterwards.
 */
export async function fill(works: Works, matters: Matters, filling: Filling): Promise<string> {
  const { tickets, lanes } = filling;
  let next = 0;
  const create = async (matter: number): Promise<void> => {
    try {
      await works.create(matters.of(matter));
    } catch (fault) {
      next = tickets;
      throw fault;
    }
  };
  await load(lanes, asLongAsItTakes, () => (next < tickets ? create(next++) : null));
  return searchable(works, matters, filling);
}

/** Indexers that run by the minute are waited for. */
async function searchable(works: Works, matters: Matters, { tickets, patience }: Filling): Promise<string> {
  const { rareWord } = matters;
  const wanted = matters.hitsOf(rareWord, tickets);
  const filledAt = performance.now();
  const wentBy = (): number => (performance.now() - filledAt) / 1000;
  try {
    while ((await works.search(rareWord)) !== wanted) {
      if (wentBy() > patience) return `${rareWord} not found within ${patience} s`;
      await wait(500);
    }
    const seconds = wentBy().toFixed(1);
    const hits = matters.hitsOf(chineseWord, tickets);
    // Runs before may have left more.
    const found = Math.min(hits, await works.search(chineseWord));
    return `found ${rareWord} after ${seconds} s; ${chineseWord} in running text, page 1: ${found} of ${hits}`;
  } catch {
    // Every turn at searching will say what is the matter.
    return 'its search cannot be asked';
  }
}
