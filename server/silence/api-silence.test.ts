import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '#server/demo/seed.ts';
import { watchingRoutes } from '#server/proof/program-routes.fixture.ts';
import { type Address, requestTo, type Way, ways } from './every-request.fixture.ts';
import { createListeningProgram, type ListeningProgram } from './listening-program.fixture.ts';
import { marks, Watch } from './marks.ts';

type Parameter = { name: string; in: string; example?: string };
type Operation = {
  'x-demo-account'?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { example?: unknown }> };
};

let program: ListeningProgram;
let addresses: Address[];
const watch = new Watch();

beforeAll(async () => {
  const { made, routes } = await watchingRoutes(() => createListeningProgram());
  program = made;
  await seedDemo(program.services, () => undefined);
  const answer = await program.app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } });
  const paths: Record<string, Record<string, Operation>> = answer.json().paths;
  const described = Object.entries(paths).flatMap(([url, operations]) =>
    Object.entries(operations).map(([method, operation]) => addressOf(method.toUpperCase(), url, operation)),
  );
  const known = new Set(described.map(({ method, url }) => `${method} ${url.replace(/\{(\w+)\}/g, ':$1')}`));
  const hidden = routes
    .filter(({ method, url }) => !known.has(`${method} ${url}`) && !url.endsWith('/stream'))
    .map(({ method, url }) => addressOf(method === 'ANY' ? 'POST' : method, url, {}));
  addresses = [...described.filter(({ url }) => !url.endsWith('/stream')), ...hidden];
}, 180_000);
afterAll(() => program?.stop());

function addressOf(
  method: string,
  url: string,
  { requestBody, parameters = [], ...rest }: Operation,
): Address {
  const [media] = Object.values(requestBody?.content ?? {});
  const told = (place: string) =>
    Object.fromEntries(
      parameters
        .filter((one) => one.in === place && one.example !== undefined)
        .map((one) => [one.name, String(one.example)]),
    );
  return {
    method,
    url,
    params: told('path'),
    headers: told('header'),
    example: media?.example,
    account: rest['x-demo-account'],
  };
}

async function ask(address: Address, way: Way): Promise<number> {
  const { demoAccounts } = program.services;
  const account = demoAccounts.find(({ username }) => username === address.account) ?? demoAccounts[0];
  const request = requestTo(address, way, account?.token);
  const { statusCode, body } = await program.app.inject(request);
  if (statusCode >= 400 && statusCode !== 409) lookAtRefusal(request, body);
  if (statusCode < 300 && !address.url.includes('/demo/accounts')) watch.learn(body);
  return statusCode;
}

const refusalsThatTell: string[] = [];

/** A refusal may repeat to somebody what they sent, and nothing of anybody else. (A stale version shows the matter: 409.) */
function lookAtRefusal(request: object, body: string): void {
  const sent = new Set(watch.findIn(JSON.stringify(request)));
  const told = watch.findIn(body).filter((mark) => !sent.has(mark));
  if (told.length > 0) refusalsThatTell.push(`${told.join(', ')} in ${body.slice(0, 300)}`);
}

async function askEverything(way: Way): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  await trySigningIn();
  for (const address of addresses) {
    const status = await ask(address, way);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return statuses;
}

/** Not in the API's description: the identity provider has mouths of its own. */
async function trySigningIn(): Promise<void> {
  for (const [way, body] of [
    ['sign-in/username', { username: marks.user, password: marks.password }],
    ['change-password', { currentPassword: marks.password, newPassword: marks.password }],
    ['second-factor', { code: marks.secret, kind: 'totp' }],
    ['prove', { password: marks.password }],
    ['passkey/verify', { response: { id: marks.token, rawId: marks.token, type: 'public-key' } }],
  ] as const) {
    await program.app.inject({
      method: 'POST',
      url: `/api/auth/${way}`,
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        cookie: `hejie.session_token=${marks.cookie}.x`,
      },
      payload: body,
    });
  }
}

const times = (statuses: Map<number, number>, from: number): number =>
  [...statuses].reduce(
    (sum, [status, count]) => (status >= from && status < from + 100 ? sum + count : sum),
    0,
  );

async function expectSilence(): Promise<void> {
  expect(refusalsThatTell).toEqual([]);
  const output = await program.output();
  const found = watch.findIn(output);
  const where = found.map((mark) => {
    const at = output.indexOf(mark);
    return `${mark}: ${output.slice(Math.max(0, at - 300), at + 100)}`;
  });
  expect(where).toEqual([]);
}

it('knows every address of the program', () => {
  expect(addresses.length).toBeGreaterThan(120);
  for (const place of [
    '/api/v1/matters',
    '/api/auth/sign-in/username',
    '/p/follow',
    '/p/bring/files',
    '/metrics',
  ])
    expect(addresses.map(({ url }) => url.replace(/(.)\/$/, '$1'))).toContain(place);
});

it.each(ways)(
  'is silent about whoever asks %s',
  async (way) => {
    const statuses = await askEverything(way);
    if (way === 'as described') expect(times(statuses, 200)).toBeGreaterThan(80);
    else expect(times(statuses, 400)).toBeGreaterThan(80);
    expect(times(statuses, 500)).toBe(0);
    await expectSilence();
  },
  180_000,
);

it('has heard what was really given: the marks stand in what was stored, and the log was written', async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from hejie.matter where story like ${`%${marks.word}%`}`.execute(
    program.admin.db,
  );
  expect(rows[0]?.n).toBeGreaterThan(0);
  expect(watch.count).toBeGreaterThan(Object.keys(marks).length + 3);
  expect(program.lines().filter((line) => line.includes('"answered"')).length).toBeGreaterThan(500);
  expect(watch.findIn(`x ${encodeURIComponent(marks.name)} x`)).toEqual([marks.name]);
});

it('is silent where the database refuses the row, and quotes all of it', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'hejie' and table_type = 'BASE TABLE'`.execute(program.admin.db);
  const change = (name: string, what: string) =>
    sql.raw(`alter table hejie."${name}" ${what}`).execute(program.admin.db);
  for (const { name } of rows)
    await change(name, 'add constraint refused_for_a_test check (false) not valid');
  const statuses = await askEverything('as described');
  for (const { name } of rows) await change(name, 'drop constraint refused_for_a_test');
  expect(times(statuses, 500)).toBeGreaterThan(20);
  expect((await program.output()).includes('"constraint":"refused_for_a_test"')).toBe(true);
  await expectSilence();
}, 180_000);

it('is silent where the program may not read, and where the database is away', async () => {
  await sql`revoke select on all tables in schema hejie from hejie_app`.execute(program.admin.db);
  await sql`revoke select on all tables in schema sign_in from hejie_app`.execute(program.admin.db);
  program.services.principals.clear();
  expect(times(await askEverything('as described'), 500)).toBeGreaterThan(50);
  await expectSilence();
  await program.services.db.destroy();
  expect(times(await askEverything('as described'), 500)).toBeGreaterThan(50);
  await expectSilence();
}, 180_000);
