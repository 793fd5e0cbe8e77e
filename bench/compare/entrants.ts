import { pageSize, type Works } from './adapter.ts';
import { type Filling, fill } from './fill.ts';
import { loadAdapter } from './load-adapter.ts';
import type { Matters } from './matters.ts';
import type { Contender } from './options.ts';
import { openRequests, type Requests } from './requests.ts';

export const workNames = ['create', 'life', 'list', 'search'] as const;
export type WorkName = (typeof workNames)[number];

/** A system that is signed in to and filled: it takes part in every turn. */
export type Entrant = {
  readonly name: string;
  readonly url: string;
  readonly lacks: readonly string[];
  readonly requests: Requests;
  /** Whose CPU time is its own. */
  readonly processes: readonly number[];
  readonly filled: string;
  /** One piece of work; thrown out of when the answer is not what it has to be. */
  work(name: WorkName): Promise<void>;
};

/** Signs in and fills; what hinders either is thrown, with the name of the system. */
export async function enter(contender: Contender, matters: Matters, filling: Filling): Promise<Entrant> {
  const requests = openRequests(contender.url, filling.lanes);
  try {
    const adapter = await loadAdapter(contender.adapter);
    const works = await adapter.open({ ...contender, requests, lanes: filling.lanes });
    return {
      name: adapter.name,
      url: contender.url,
      lacks: adapter.lacks,
      requests,
      processes: (contender.settings.processes ?? '').split(/\D+/).filter(Boolean).map(Number),
      filled: await fill(works, matters, filling),
      work: workOf(works, matters, filling),
    };
  } catch (fault) {
    requests.close();
    throw new Error(`${contender.adapter} takes no part: ${fault instanceof Error ? fault.message : fault}`);
  }
}

/** Two systems of one kind are told apart by their addresses. */
export function toldApart(entrants: readonly Entrant[]): Entrant[] {
  const isTwice = (name: string): boolean => entrants.filter((one) => one.name === name).length > 1;
  return entrants.map((one) => (isTwice(one.name) ? { ...one, name: `${one.name} at ${one.url}` } : one));
}

function workOf(works: Works, { ofLater, rareWord, hitsOf }: Matters, { tickets }: Filling): Entrant['work'] {
  let next = tickets;
  // More may have come in since; a page holds no more than a page.
  const rows = (found: number) => Math.min(pageSize, Math.max(found, tickets));
  const hits = hitsOf(rareWord, tickets);
  return async (name) => {
    if (name === 'create') await works.create(ofLater(next++));
    else if (name === 'life') await works.live(ofLater(next++));
    else if (name === 'list') {
      const found = await works.list();
      expectCount('rows of the queue', found, rows(found));
    } else expectCount(`hits of ${rareWord}`, await works.search(rareWord), hits);
  };
}

function expectCount(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}`);
}
