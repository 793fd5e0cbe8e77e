import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes as organisation } from '#server/features/organisations/public.ts';
import { codeAt } from '#server/testing/getting-in.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { makeFirstAdministratorLink, routes } from './public.ts';

const origin = 'https://hejie.example';
let program: TestProgram;

beforeAll(async () => {
  const secrets = { kind: 'given', masterKey: Buffer.alloc(32, 1), sessionSecret: 'x'.repeat(32) } as const;
  program = await createTestProgram({
    features: [routes, organisation],
    config: { mode: 'production', origin, secrets },
  });
});
afterAll(() => program.stop());

const password = 'four words you remember';
const post = (payload: object, url = '/api/v1/first-administrator') =>
  program.app.inject({ method: 'POST', url, payload, headers: { 'sec-fetch-site': 'same-origin' } });

async function tokenOfNewLink(): Promise<string> {
  const link = await makeFirstAdministratorLink(program.services, origin);
  const [address, token] = link?.split('#token=') ?? [];
  expect(address).toBe(`${origin}/first-administrator`);
  return token ?? '';
}

it('makes the first security administrator once, from the newest link, within a day', async () => {
  const { clock } = program.services;
  const order = { username: 'wang.security', password, name: '王安' };
  const replaced = await tokenOfNewLink();
  const expired = await tokenOfNewLink();
  expect((await post({ ...order, token: replaced })).json()).toMatchObject({
    status: 422,
    code: 'link-used-or-expired',
  });
  const start = clock.now();
  clock.set(start.add({ hours: 24 }));
  expect((await post({ ...order, token: expired })).statusCode).toBe(422);
  clock.set(start);

  const token = await tokenOfNewLink();
  expect((await post({ ...order, token, username: '王安王安' })).json().code).toBe('account-name-invalid');
  for (const [word, code] of [
    ['Password2026!', 'password-leaked'],
    ['wang.security', 'password-has-name'],
  ])
    expect((await post({ ...order, token, password: word })).json().code).toBe(code);
  const twice = await Promise.all([
    post({ ...order, token }),
    post({ ...order, token, username: 'other.one' }),
  ]);
  expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([204, 422]);

  expect(await makeFirstAdministratorLink(program.services, origin)).toBeNull();
  const username = twice[0]?.statusCode === 204 ? 'wang.security' : 'other.one';
  const signedIn = await post({ username, password }, '/api/auth/sign-in/username');
  expect(signedIn.cookies[0]).toMatchObject({
    name: '__Secure-hejie.session_token',
    secure: true,
    httpOnly: true,
  });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const me = (await program.app.inject({ url: '/api/v1/me', headers: { cookie } })).json();
  expect(me).toMatchObject({
    mode: 'production',
    postings: [{ role: 'security-admin', unitKind: 'centre' }],
  });
  // Nothing else before the second factor is set up.
  const send = (method: 'GET' | 'POST', url: string, payload?: object) =>
    program.app.inject({
      method,
      url: `/api/v1/${url}`,
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      ...(payload ? { payload } : {}),
    });
  expect((await send('GET', 'organisation/accounts')).json().code).toBe('second-factor-needed');
  const { secret } = (await send('POST', 'me/second-factor/totp', {})).json();
  const code = codeAt(program, secret);
  expect((await send('POST', 'me/second-factor/totp/actions/confirm', { code })).statusCode).toBe(200);
  expect((await send('GET', 'organisation/accounts')).statusCode).toBe(200);
});

it('has no demo accounts, and is strict about transport', async () => {
  const answer = await program.app.inject({ url: '/api/v1/demo/accounts' });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
});

it('takes requests through a proxy, but changes only from its own origin', async () => {
  const host = 'internal:8420';
  const forwarded = { host, 'x-forwarded-for': '10.0.0.1' };
  expect((await program.app.inject({ url: '/healthz', headers: forwarded })).statusCode).toBe(200);
  const headers = { host, origin: 'http://internal:8420' };
  const url = '/api/auth/sign-out';
  expect((await program.app.inject({ method: 'POST', url, headers })).statusCode).toBe(403);
});
