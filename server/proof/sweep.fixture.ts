import { type Answer, type Asked, askAs, eachOf } from './answers.fixture.ts';
import { type Exception, exceptions } from './exceptions.fixture.ts';
import { fingerprint } from './fingerprint.fixture.ts';
import { type Marks, marksOf } from './marks.fixture.ts';
import type { KnownMatter } from './matters-of-the-world.fixture.ts';
import { mayStep, type Observer, oversees, partsOf, refusedAtDoor } from './observers.fixture.ts';
import { nameOf, type ProgramRoute } from './program-routes.fixture.ts';
import { askedOf, readingsOf, stale } from './readings.fixture.ts';
import { type Row, rows } from './route-rows.fixture.ts';
import type { World } from './world.fixture.ts';

/** How an attempt ended. */
export type Outcome = 'let in' | 'refused at the door' | 'nothing there' | 'not their step';
export type Tried = { readonly route: string; readonly observer: Observer; readonly outcome: Outcome };

export type Sweep = {
  readonly faults: string[];
  readonly tried: Tried[];
  readonly requests: number;
  /** Which exceptions something was shown by. */
  readonly used: ReadonlySet<Exception>;
};

type Sight = {
  readonly marks: Marks;
  readonly matters: readonly KnownMatter[];
  readonly faults: string[];
  readonly used: Set<Exception>;
};

/** Tries these routes as these people on these matters, and says what should not have been. */
export async function sweep(
  world: Pick<World, 'program' | 'routes' | 'observers' | 'matters'>,
  table: Readonly<Record<string, Row>> = rows,
): Promise<Sweep> {
  const { program, observers, matters } = world;
  const sight: Sight = { marks: marksOf(matters), matters, faults: [], used: new Set() };
  const tried: Tried[] = [];
  let requests = 0;
  let before = await fingerprint(program.admin.db);
  for (const observer of observers) {
    const attempts = world.routes.flatMap((route) =>
      attemptsOf(route, table[nameOf(route)], observer, matters),
    );
    await eachOf(attempts, async (attempt) => {
      const answer = await askAs(program, observer, attempt.asked);
      requests += 1;
      const outcome = judge(attempt, observer, answer, sight);
      if (outcome !== null) tried.push({ route: attempt.route, observer, outcome });
    });
    const after = await fingerprint(program.admin.db);
    if (after !== before) sight.faults.push(`${observer.name} changed something: ${changed(before, after)}`);
    before = after;
  }
  return { faults: sight.faults, tried, requests, used: sight.used };
}

type Attempt = {
  readonly route: string;
  readonly row: Row;
  readonly asked: Asked;
  readonly matter: KnownMatter | null;
};

/** What somebody tries on one route. Whoever may take a step sends a past version, so that it is not taken. */
function attemptsOf(
  route: ProgramRoute,
  row: Row | undefined,
  observer: Observer,
  matters: readonly KnownMatter[],
): Attempt[] {
  if (row === undefined) return [];
  const name = nameOf(route);
  const base = { route: name, row };
  if (row.about === 'matter' || row.about === 'outside' || row.about === 'step') {
    return triedOn(matters, route, row, observer).map((matter) => {
      const may = row.about === 'step' && mayStep(observer, matter, actionOf(route.url));
      const asked = askedOf(route, matter, matter.version + (may ? stale : 0));
      // Whoever may is let in with an empty body, so that nothing is done.
      const isIn =
        row.about !== 'step' &&
        (partsOf(observer, matter).length > 0 || mayOpenOutside(row, observer, matter));
      return { ...base, matter, asked: isIn && asked.method !== 'GET' ? { ...asked, body: {} } : asked };
    });
  }
  const isRefused = refusedAtDoor(row.policy, observer) !== null;
  if (row.neverEnds && !isRefused) return [];
  // The portal is tried with its own sessions; of these people it knows nobody.
  if (!route.url.startsWith('/api/v1')) return [];
  return readingsOf(route, matters, observer)
    .slice(0, isRefused ? 1 : undefined)
    .map((asked) => ({ ...base, asked, matter: null }));
}

/**
 * On which matters somebody tries a route: whoever takes part reads them all and takes every step that is theirs. All steps go one course, and whoever is
 * stopped at the door is stopped before the matter is looked at: there each tries a part of the matters, another one for
 * each route, so that every role at every place meets every state, and every step every state. (The whole product, 64,000
 * attempts, was tried once and found nothing else.)
 */
function triedOn(
  matters: readonly KnownMatter[],
  route: ProgramRoute,
  row: Row,
  observer: Observer,
): readonly KnownMatter[] {
  const isStopped = refusedAtDoor(row.policy, observer) !== null;
  const first = route.url.length + observer.name.length;
  return matters.filter((matter, index) => {
    const isTheirs = !isStopped && partsOf(observer, matter).length > 0;
    const isStep = row.about === 'step';
    const isAll = isTheirs && (!isStep || mayStep(observer, matter, actionOf(route.url)));
    const everyHowManyth = isAll ? 1 : isStopped || (isStep && !isTheirs) ? 6 : 2;
    return (index + first) % everyHowManyth === 0;
  });
}

/** A supervisor of the region, of a matter in which they take no part; a sealed one is opened by nobody. */
function mayOpenOutside(row: Row, observer: Observer, matter: KnownMatter): boolean {
  if (row.about !== 'outside' || matter.readers !== null) return false;
  return oversees(observer, matter) && partsOf(observer, matter).length === 0;
}

const actionOf = (url: string): string => url.split('/').at(-1) ?? '';

function judge(attempt: Attempt, observer: Observer, answer: Answer, sight: Sight): Outcome | null {
  const { route, row, matter } = attempt;
  const say = (what: string): null => {
    const on = matter === null ? attempt.asked.url : `the ${matter.name} matter`;
    sight.faults.push(`${observer.name} at ${route}, ${on}: ${what}`);
    return null;
  };
  for (const leak of leaksIn(answer.whole, route, observer, sight)) say(leak);
  const { status, code } = answer;
  if (status >= 500) return say(`broke with ${status}`);
  const door = refusedAtDoor(row.policy, observer);
  if (door !== null) {
    return status === door ? 'refused at the door' : say(`answered ${status}; the door must answer ${door}`);
  }
  if (matter === null) {
    // A header that names a posting which is none is refused wherever somebody acts.
    if (status === 403 && (observer.state !== 'posted' || row.needsSession)) return 'refused at the door';
    return status === 401 || status === 403
      ? say(`refused with ${status} though its row lets them in`)
      : 'let in';
  }
  if (mayOpenOutside(row, observer, matter)) {
    return status === 404 || status === 403 ? say(`answered ${status}; it is of their region`) : 'let in';
  }
  if (partsOf(observer, matter).length === 0) {
    const isSealed = matter.readers !== null && row.about !== 'step' && status === 403 && code === 'sealed';
    if (status === 404 || isSealed) return 'nothing there';
    return say(`answered ${status} ${code ?? ''}; whoever takes no part must get 404`);
  }
  // A paper, a message, an opening of theirs need not be there.
  if (row.about === 'outside') return 'let in';
  if (row.about === 'matter') {
    return status === 404 && !route.endsWith('/resend') && !route.endsWith('/:paperId')
      ? say('got 404 though they take part')
      : 'let in';
  }
  if (mayStep(observer, matter, actionOf(route))) {
    return status === 409 && code === 'stale-version'
      ? 'let in'
      : say(`answered ${status} ${code ?? ''} to a past version`);
  }
  return status === 409 || status === 422
    ? 'not their step'
    : say(`answered ${status}; it is not their step`);
}

/** Whatever stands in an answer of a matter in which its reader takes no part, and no exception tells them. */
export function leaksIn(
  text: string,
  route: string,
  observer: Observer,
  { marks, used }: Pick<Sight, 'marks' | 'used'>,
): string[] {
  return marks.in(text).flatMap(({ kind, matter }) => {
    if (partsOf(observer, matter).length > 0 && refusedAtDoor('work-on-matters', observer) === null)
      return [];
    const allowed = exceptions.find(
      (one) => one.route === route && one.shows.includes(kind) && one.to(observer, matter),
    );
    if (allowed === undefined) return [`shows the ${kind} of the ${matter.name} matter`];
    used.add(allowed);
    return [];
  });
}

function changed(before: string, after: string): string {
  const was = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !was.has(line))
    .map((line) => line.slice(0, -32))
    .join(', ');
}
