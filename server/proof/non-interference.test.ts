import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMatterCode, makeMatterCode } from '#domain/matters/matter-code.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Visitor } from '#server/portal/follow/visitor.fixture.ts';
import { visitorOf } from '#server/portal/follow/visitor.fixture.ts';
import { hire, type Person } from '#server/testing/people.ts';
import type { TestProgram } from '#server/testing/test-program.ts';
import { type Asked, askAs } from './answers.fixture.ts';
import { type Observer, oversees, refusedAtDoor } from './observers.fixture.ts';
import { enter } from './party-visits.fixture.ts';
import { places } from './places.fixture.ts';
import { nameOf } from './program-routes.fixture.ts';
import { askedOf, readingsOf } from './readings.fixture.ts';
import { rows } from './route-rows.fixture.ts';
import { numberIds, statementsOf, twinOf } from './twins.fixture.ts';
import { makeWorld, type World } from './world.fixture.ts';

// Two programs, the same to the last byte, but that one has a whole matter more. Whoever takes no part in it must not be
// able to tell which of the two they are asking.
let world: World;
let twin: TestProgram;
let extra: { id: string; code: string };
let extraPeople: { handler: Person; dispatcher: Person; clerk: Person };

/** Where a row may differ by what is expressly told of the extra matter, and why. */
const mayDiffer: readonly {
  readonly route: string;
  readonly by: (one: Observer) => boolean;
  readonly why: string;
}[] = [
  ...['matters', 'figures'].map((what) => ({
    route: `GET /api/v1/oversight/${what}`,
    by: (one: Observer) => oversees(one, world.matter('elsewhere')),
    why: 'The region is theirs: what it owes is what they are told.',
  })),
  ...['openings', 'changes', 'unusual'].map((what) => ({
    route: `GET /api/v1/audit/${what}`,
    by: ({ role }: Observer) => role === 'auditor',
    why: 'An auditor sees who did what.',
  })),
  {
    route: 'GET /api/v1/matters/:id/openings',
    by: (one) => oversees(one, world.matter('elsewhere')),
    why: 'The same of one of them, before it is opened for a purpose.',
  },
  {
    route: 'POST /api/v1/intake/suggestions',
    by: ({ state }) => state === 'posted',
    why: 'Perhaps the same dispute: code and centre of an open one. Compared below, field by field.',
  },
  {
    route: 'GET /api/v1/matters/:id/similar',
    by: ({ state }) => state === 'posted',
    why: 'The same.',
  },
];

beforeAll(async () => {
  world = await makeWorld();
  const { unrelated } = places;
  const handler = await hire(world.program, `${unrelated}/housing`, 'handler', 'extra-handler');
  const dispatcher = await hire(world.program, unrelated, 'dispatcher', 'extra-dispatcher');
  const clerk = await hire(world.program, unrelated, 'clerk', 'extra-clerk');
  extraPeople = { handler, dispatcher, clerk };
  twin = await twinOf(world.program);
  numberIds(twin, 'eeee0');
  extra = await bringExtra(twin);
  for (const program of [world.program, twin]) numberIds(program, 'aaaa0');
  // Both go on with what they share.
  for (const program of [world.program, twin]) await goOn(program);
}, 240_000);
afterAll(async () => {
  await twin?.stop();
  await world?.program.stop();
});

const at = (program: TestProgram, { actor, token }: Person) => ({
  async post(url: string, body: object) {
    const headers = { authorization: `Bearer ${token}`, 'hejie-posting': actor.postingId };
    const answer = await askAs(program, { headers }, { method: 'POST', url: `/api/v1/${url}`, body });
    if (answer.status >= 300) throw new Error(`${url}: ${answer.whole}`);
    return JSON.parse(answer.whole.slice(answer.whole.lastIndexOf('\n') + 1));
  },
});

/** Like another one in everything that could be asked for: story, kind, phones. It goes through steps, letters and a look. */
async function bringExtra(program: TestProgram): Promise<{ id: string; code: string }> {
  const { handler, dispatcher, clerk } = extraPeople;
  const { phones } = world.matter('handling');
  const { matter } = await at(program, clerk).post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150205001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties: [
      { seat: 'applicant', kind: 'person', name: '王多余', phone: phones[0] },
      { seat: 'respondent', kind: 'person', name: '李多余', phone: phones[1] },
    ],
  });
  let { version } = matter;
  const act = async (by: Person, action: string, fields: object = {}) => {
    ({ version } = await at(program, by).post(`matters/${matter.id}/actions/${action}`, {
      version,
      ...fields,
    }));
  };
  await act(dispatcher, 'accept');
  await act(dispatcher, 'route', { unitId: unitIdOf('1502', `${places.unrelated}/housing`) });
  await act(handler, 'accept-hand-over');
  await act(handler, 'log-step', { kind: 'phone', text: '多余的话。' });
  await act(dispatcher, 'write-to-parties', { seats: ['applicant'], text: '多余的信。' });
  await act(handler, 'record-outcome', { outcome: 'settled', text: '多余的结果。' });
  return { id: matter.id, code: matter.code };
}

async function goOn(program: TestProgram): Promise<void> {
  const as = async (name: string, matter: 'registered' | 'handling', action: string, fields: object) => {
    const { id, version } = world.matter(matter);
    const url = `/api/v1/matters/${id}/actions/${action}`;
    const answer = await askAs(program, world.observer(name), {
      method: 'POST',
      url,
      body: { version, ...fields },
    });
    expect(answer.status, answer.whole).toBe(200);
  };
  await as(`dispatcher@${places.lead}`, 'registered', 'accept', {});
  await as(`handler@${places.holder}`, 'handling', 'log-step', { kind: 'phone', text: '共同的一步。' });
}

/**
 * What differs for everybody, whichever program they ask: the seals of cookies and the keys of forms are drawn by lot, and
 * HTTP has a clock of its own.
 */
const normal = (whole: string): string =>
  whole
    .replace(/hejie_\w+=[\w-]+/g, 'hejie=…')
    .replace(/(name="(?:key|form)" value=")[^"]*/g, '$1…')
    .replace(/"date":"[^"]+"/g, '"date":…')
    .replace(/"x-ratelimit-reset":"?\d+"?/g, '"x-ratelimit-reset":…');

/** Where two answers part, with a little around it. */
function differing(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 60);
  return `…${around(one)}… and …${around(other)}…`;
}

/** Those who take no part in the extra matter; of those who work on none, the ones at three places. */
const strangers = (): Observer[] =>
  world.observers.filter((one) => {
    if (refusedAtDoor('work-on-matters', one) === null) return one.place !== 'unrelated';
    return one.place === null || ['lead', 'upper', 'unrelated'].includes(one.place);
  });

/** What each of them asks: every route that reads, by the codes and ids of both what is there and what is more. */
function questionsOf(observer: Observer): { route: string; asked: Asked }[] {
  const more = { ...world.matter('elsewhere'), ...extra, paperIds: [], messageIds: [] };
  const known = [world.matter('handling'), more];
  const reads = world.routes.filter((route) => {
    const row = rows[nameOf(route)];
    const isRead = route.method === 'GET' || /\/(choices|preview|suggestions|look-up)$/.test(route.url);
    if (row === undefined || row.neverEnds || row.isOptional || !isRead) return false;
    return route.url.startsWith('/api/v1') && refusedAtDoor(row.policy, observer) === null;
  });
  return reads.flatMap((route) => {
    const { about } = rows[nameOf(route)] ?? {};
    const asked =
      about === 'matter' || about === 'outside'
        ? known.map((matter) => askedOf(route, matter))
        : readingsOf(route, known, observer);
    return asked.map((one) => ({ route: nameOf(route), asked: one }));
  });
}

async function askBoth(observer: Observer, asked: Asked) {
  // Who is remembered for a second is remembered by the machine's clock.
  for (const { services } of [world.program, twin]) services.principals.clear();
  const without = await statementsOf(() => askAs(world.program, observer, asked));
  const withMore = await statementsOf(() => askAs(twin, observer, asked));
  return { without, withMore };
}

describe('a matter more', () => {
  it('changes no answer to anybody who takes no part in it: no list, count, total, search, suggestion, board or notice', async () => {
    const faults: string[] = [];
    let compared = 0;
    for (const observer of strangers()) {
      for (const { route, asked } of questionsOf(observer)) {
        if (mayDiffer.some((one) => one.route === route && one.by(observer))) continue;
        const { without, withMore } = await askBoth(observer, asked);
        compared += 1;
        if (normal(without.made.whole) !== normal(withMore.made.whole))
          faults.push(
            `${observer.name} at ${asked.method} ${asked.url} can tell: ${differing(normal(without.made.whole), normal(withMore.made.whole))}`,
          );
        if (without.statements.length !== withMore.statements.length)
          faults.push(`${observer.name} at ${asked.method} ${asked.url} takes another path`);
      }
    }
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
  }, 580_000);

  it('is seen by whoever takes part, so that the comparison could tell', async () => {
    const { dispatcher } = extraPeople;
    const as: Observer = {
      ...world.observer(`dispatcher@${places.unrelated}`),
      headers: { authorization: `Bearer ${dispatcher.token}`, 'hejie-posting': dispatcher.actor.postingId },
    };
    // Without opening it: an opening would be a fact for the auditor below.
    for (const url of [`/api/v1/matters?code=${extra.code}`]) {
      const { without, withMore } = await askBoth(as, { method: 'GET', url });
      expect(normal(without.made.whole), url).not.toBe(normal(withMore.made.whole));
    }
  });
});

const ask: Asked = {
  method: 'POST',
  url: '/api/v1/intake/suggestions',
  body: { text: '小区顶楼漏水半年，物业一直没有修。', kind: '15', regionCode: '150205001' },
};
const clerk = () => world.observer(`clerk@${places.upper}`);

describe('perhaps the same dispute', () => {
  const bodyOf = (whole: string) => JSON.parse(whole.slice(whole.lastIndexOf('\n') + 1));

  it('tells of the matter more its code, centre, kind and stage, and nothing else differs', async () => {
    const { without, withMore } = await askBoth(clerk(), ask);
    const [plain, more] = [bodyOf(without.made.whole), bodyOf(withMore.made.whole)];
    const told = more.similar.filter(({ code }: { code: string }) => code === formatMatterCode(extra.code));
    expect(told).toHaveLength(1);
    expect(Object.keys(told[0]).sort()).toEqual(
      ['centre', 'centreId', 'code', 'id', 'kind', 'reasons', 'score', 'status', 'statusLabel'].sort(),
    );
    expect(told[0].id).toBeNull();
    expect(JSON.stringify(told)).not.toMatch(/多余|1390/);
    expect({ ...more, similar: [] }).toEqual({ ...plain, similar: [] });
  });
});

describe('the portal', () => {
  const pages = [
    '/p',
    '/p/help/centres',
    '/p/follow',
    '/p/follow/matter',
    '/p/follow/matter/print',
    '/p/follow/telling',
  ];

  it('shows the parties of other matters the same pages', async () => {
    for (const name of ['handling', 'closed', 'passed-on'] as const) {
      for (const { seat, secret } of world.matter(name).parties) {
        const code = formatMatterCode(world.matter(name).code);
        const visitors = await Promise.all(
          [world.program, twin].map((one) => enter(one, code, secret, '203.0.113.77')),
        );
        for (const url of pages) {
          const [plain, more] = await Promise.all(visitors.map((visitor) => visitor.get(url)));
          expect(normal(more?.body ?? ''), `${seat} of ${name} at ${url}`).toBe(normal(plain?.body ?? '-'));
        }
      }
    }
  });

  it('answers the code of the matter more, with a wrong secret, as it answers a code that does not exist', async () => {
    // Somebody's who is no party here.
    const secret = twin.services.keys.partySecret(extra.id, 1);
    const knock = async (program: TestProgram, code: string, address: string) => {
      const visitor: Visitor = visitorOf(program, address);
      const { made, statements } = await statementsOf(() =>
        visitor.send('/p/follow', { code: formatMatterCode(code), secret }),
      );
      const headers = JSON.stringify(made.headers);
      return { whole: `${made.statusCode}\n${headers}\n${normal(made.body)}`, statements };
    };
    const there = await knock(twin, extra.code, '203.0.113.81');
    const away = await knock(world.program, extra.code, '203.0.113.81');
    expect(there.whole).toBe(away.whole);
    expect(there.whole.startsWith('422')).toBe(true);
    expect(there.statements).toEqual(away.statements);
    expect(there.statements.length).toBeGreaterThan(2);
  });
});

describe('a code that exists, and one that does not', () => {
  const never = makeMatterCode({ year: 2026, random: Buffer.from('01234567') });

  it('take the same path to the same answer, in linking, merging, the queue, the search and by id', async () => {
    const handling = world.matter('handling');
    const body = { version: handling.version + 1 };
    const lead = `dispatcher@${places.lead}`;
    const merge = { ...body, intoId: extra.id, intoVersion: 1, reason: '并案。' };
    const asks: [string, Asked][] = [
      [lead, post('link', { ...body, code: formatMatterCode(extra.code), linkReason: 'related' })],
      [lead, post('merge', merge)],
      [lead, { method: 'GET', url: `/api/v1/matters?code=${never}` }],
      [`clerk@${places.origin}`, { method: 'GET', url: `/api/v1/search?q=${extra.code}` }],
      [`supervisor@${places.lead}`, { method: 'GET', url: `/api/v1/matters/${extra.id}/destinations` }],
    ];
    for (const [who, asked] of asks) {
      const { without, withMore } = await askBoth(world.observer(who), asked);
      expect(normal(withMore.made.whole), asked.url).toBe(normal(without.made.whole));
      expect(withMore.statements, asked.url).toEqual(without.statements);
    }
    function post(action: string, fields: object): Asked {
      return { method: 'POST', url: `/api/v1/matters/${handling.id}/actions/${action}`, body: fields };
    }
  });

  it('take an auditor the same path, too, where nobody has opened the file', async () => {
    const auditor = world.observer(`auditor@${places.upper}`);
    const url = `/api/v1/audit/openings?code=${extra.code}`;
    const { without, withMore } = await askBoth(auditor, { method: 'GET', url });
    expect(normal(withMore.made.whole)).toBe(normal(without.made.whole));
    expect(withMore.statements).toEqual(without.statements);
  });
});

describe('once it is sealed', () => {
  it('nothing is told of it at all, not even that it is perhaps the same dispute', async () => {
    const { dispatcher, handler } = extraPeople;
    const { version } = await present(twin, extra.id);
    await at(twin, dispatcher).post(`matters/${extra.id}/actions/seal`, {
      version,
      ground: 'other',
      reason: '多余。',
      readerUserIds: [dispatcher.actor.userId, handler.actor.userId],
    });
    const { without, withMore } = await askBoth(clerk(), ask);
    expect(normal(withMore.made.whole)).toBe(normal(without.made.whole));
  });
});

async function present(program: TestProgram, id: string): Promise<{ version: number }> {
  const { db } = program.admin;
  const row = await db.selectFrom('hejie.matter').select('version').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Error('it is not there');
  return row;
}
