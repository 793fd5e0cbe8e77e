import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '#server/testing/browser.ts';
import { type CityProvider, startCityProvider } from '#server/testing/city-provider.ts';
import { accessEvents, accountCount } from '#server/testing/getting-in.queries.ts';
import { hireWithPassword, newName, origin, production } from '#server/testing/getting-in.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { disableAccount } from './public.ts';

let program: TestProgram;
let city: CityProvider;
const secret = 'a secret of the city and of nobody else';

beforeAll(async () => {
  city = await startCityProvider(`${origin}/api/auth/city/callback`, secret);
  const citySignIn = {
    issuer: city.issuer,
    clientId: 'hejie',
    clientSecret: secret,
    name: '包头市统一身份认证',
    claim: 'preferred_username',
  };
  const config = { ...production(), gettingIn: { idleMinutes: 60, citySignIn } };
  program = await createTestProgram({ config: { ...config, bounds: await boundsWith(city.issuer) } });
});
afterAll(async () => {
  await program?.stop();
  await city?.stop();
});

/** The provider of this test stands on this machine, which outgoing calls reach only when it is named. */
async function boundsWith(issuer: string) {
  const { readConfig } = await import('#server/app/config.ts');
  const read = readConfig({});
  if (!read.ok) throw new Error(read.faults.join());
  return { ...read.config.bounds, outgoingAllow: [new URL(issuer).host] };
}

/** The browser goes there, signs in, and comes back. */
async function comeIn(next: CityProvider['next'], change: (address: string) => string = (same) => same) {
  const browser = openBrowser(program);
  city.next = next;
  const away = await browser.get('/api/auth/city');
  expect(away.status).toBe(302);
  const back = new URL(change(await city.walk(String(away.headers.location))));
  const answer = await browser.get(`${back.pathname}${back.search}`);
  return { browser, answer, away, back };
}
const where = (answer: { status: number; headers: Record<string, unknown> }) => [
  answer.status,
  answer.headers.location,
];

async function clerk() {
  const username = newName();
  const { actor } = await hireWithPassword(program, '150204', 'clerk', username);
  return { username, userId: actor.userId, subject: `subject-of-${username}` };
}

describe("the city's own sign-in", () => {
  it('is offered by its name, and asked with state, nonce and PKCE', async () => {
    const browser = openBrowser(program);
    expect((await browser.get('/api/auth/ways')).body.citySignIn).toEqual({ name: '包头市统一身份认证' });
    const away = await browser.get('/api/auth/city');
    const asked = new URL(String(away.headers.location)).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length, name).toBe(43);
    expect(String(away.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax; Secure/);
    expect(browser.cookie()).not.toContain(asked.get('nonce'));
  });

  it('says which account somebody is, with one factor; with two where it says so', async () => {
    const { username, userId, subject } = await clerk();
    const { browser, answer } = await comeIn({ subject, username: username.toUpperCase() });
    expect(where(answer)).toEqual([303, '/']);
    expect((await browser.get('me')).body.user.id).toBe(userId);
    expect((await browser.get('me/access')).body.factors).toBe(1);
    const stronger = await comeIn({ subject, username, methods: ['pwd', 'otp'] });
    expect((await stronger.browser.get('me/access')).body.factors).toBe(2);
    expect(await accessEvents(program.admin.db, userId)).toEqual(['city-sign-in-bound']);
  });

  it('signs nobody up, and nobody in who is disabled', async () => {
    const before = await accountCount(program.admin.db);
    const unknown = await comeIn({ subject: 'stranger', username: 'nobody-here' });
    expect(where(unknown.answer)).toEqual([303, '/sign-in?refused=city-sign-in-unknown']);
    expect((await unknown.browser.get('me')).status).toBe(401);
    expect(await accountCount(program.admin.db)).toBe(before);
    const one = await clerk();
    expect((await comeIn(one)).answer.status).toBe(303);
    await disableAccount(program.services, one.userId);
    const { browser, answer } = await comeIn(one);
    expect(where(answer)).toEqual([303, '/sign-in?refused=city-sign-in-unknown']);
    expect((await browser.get('me')).status).toBe(401);
  });

  it('goes by the unchanging subject once it is known: a user name given to another opens nothing', async () => {
    const one = await clerk();
    await comeIn(one);
    const taken = await comeIn({ subject: 'somebody-else', username: one.username });
    expect(where(taken.answer)).toEqual([303, '/sign-in?refused=city-sign-in-unknown']);
    const renamed = await comeIn({ subject: one.subject, username: 'another.name' });
    expect((await renamed.browser.get('me')).body.user.id).toBe(one.userId);
  });

  it.each([
    ['another state', (address: string) => address.replace(/state=[^&]+/, 'state=another')],
    ['another code', (address: string) => address.replace(/code=[^&]+/, 'code=another')],
    ['another provider', (address: string) => address.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
    ['no code', (address: string) => address.replace(/code=[^&]+/, 'error=access_denied')],
  ])('lets nobody in with %s', async (_, change) => {
    const { browser, answer } = await comeIn(await clerk(), change);
    expect(where(answer)).toEqual([303, '/sign-in?refused=city-sign-in-failed']);
    expect((await browser.get('me')).status).toBe(401);
  });

  it('lets nobody in by an answer that was begun in another browser, or is sent twice', async () => {
    const { back, browser } = await comeIn(await clerk());
    for (const other of [openBrowser(program), browser]) {
      const answer = await other.get(`${back.pathname}${back.search}`);
      expect(where(answer)).toEqual([303, '/sign-in?refused=city-sign-in-failed']);
    }
  });
});
