import { hashPassword } from '#server/adapters/password.ts';
import { demoUserId, unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { type DemoPerson, demoPassword, demoPeople, postingId } from '#server/demo/accounts.ts';
import { baotou, type Cast, kundulun, qingshan, xianfengdao } from '#server/demo/casts.ts';
import { createDraw } from '#server/demo/draw.ts';
import { personName } from '#server/demo/parties.ts';
import { insertStaff } from './staff.queries.ts';

export type Level = 'township' | 'county' | 'city';

/** A centre that works, and the people there. */
export type SeededCentre = { readonly level: Level; readonly cast: Cast };

export type Staff = {
  readonly people: readonly DemoPerson[];
  /** In the order of their size, the largest first: by their codes, as one order is as good as another. */
  readonly centres: Readonly<Record<Level, readonly SeededCentre[]>>;
};

/** Whoever works at the demo's centres works there here, too; every other centre gets people of its own. */
const ofTheDemo = new Map([qingshan, kundulun, baotou, xianfengdao].map((cast) => [cast.centre, cast]));

/** The offices that have somebody, so that each kind of dispute finds one that is competent. */
const departments: Readonly<Record<Level, readonly string[]>> = {
  city: ['labour', 'housing', 'justice', 'health'],
  county: [
    'housing',
    'labour',
    'justice',
    'police',
    'market-regulation',
    'natural-resources',
    'health',
    'ecology',
    'womens-federation',
  ],
  township: ['justice', 'police', 'natural-resources'],
};

/** Everybody who works in the seeded city: the same people at every start. */
export function staffOf({ pack }: Pick<Services, 'pack'>): Staff {
  const draw = createDraw(20_260_926);
  const people: DemoPerson[] = [...demoPeople];
  const centres: Record<Level, SeededCentre[]> = { city: [], county: [], township: [] };
  const hire = (username: string, unit: string, role: DemoPerson['postings'][number][1]): string => {
    people.push({ username, name: personName(draw), postings: [[unit, role]] });
    return username;
  };
  const codes = [...pack.regions.keys()].sort();
  for (const code of codes) {
    const level = pack.regions.get(code)?.level as Level;
    const known = ofTheDemo.get(code);
    if (known !== undefined) {
      centres[level].push({ level, cast: known });
      continue;
    }
    const clerk = hire(`clerk-${code}`, code, 'clerk');
    const clerks = level === 'township' ? [clerk] : [clerk, hire(`clerk2-${code}`, code, 'clerk')];
    const dispatcher = hire(`dispatcher-${code}`, code, 'dispatcher');
    const supervisor = level === 'township' ? null : hire(`supervisor-${code}`, code, 'supervisor');
    const offices = departments[level].map((department) => ({
      unit: `${code}/${department}`,
      settlers: [hire(`handler-${code}-${department}`, `${code}/${department}`, 'handler')],
    }));
    const own = { unit: code, settlers: [hire(`mediator-${code}`, code, 'mediator')] };
    const regions = codes.filter((one) => one.startsWith(code));
    const callers = [...clerks, ...(supervisor === null ? [dispatcher] : [supervisor])];
    centres[level].push({
      level,
      cast: { centre: code, clerks, dispatcher, callers, offices, own, supervisor, regions },
    });
  }
  return { people, centres };
}

/** Makes the accounts and postings that are missing; all have the demo's password, of which one hash is enough. */
export async function hireStaff(services: Services, { people }: Staff): Promise<void> {
  const cityCode = services.pack.city.code;
  const now = services.clock.now().toString();
  const passwordHash = await hashPassword(demoPassword);
  const accounts = people.map(({ username, name }) => ({
    userId: demoUserId(username),
    accountId: services.newId(),
    username,
    name,
  }));
  const postings = people.flatMap(({ username, postings: held }) =>
    held.map((posting) => ({
      id: postingId(username, posting),
      userId: demoUserId(username),
      unitId: unitIdOf(cityCode, posting[0]),
      role: posting[1],
    })),
  );
  await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    insertStaff(trx, { cityCode, accounts, postings, passwordHash, now, fromDay: firstDay }),
  );
}

/** Before the oldest of all that is seeded. */
const firstDay = '2020-01-01';
