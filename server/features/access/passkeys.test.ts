import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '#server/testing/browser.ts';
import { accessEvents, ageSessions, sessionCount } from '#server/testing/getting-in.queries.ts';
import {
  codeAt,
  hireWithPassword,
  newName,
  origin,
  password,
  production,
  setUpTotp,
  signInAs,
} from '#server/testing/getting-in.ts';
import { SoftPasskey } from '#server/testing/soft-passkey.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { disableAccount, forgetPrincipal } from './public.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram({ config: production() });
});
afterAll(() => program?.stop());

async function clerk() {
  const name = newName();
  const { actor } = await hireWithPassword(program, '150204', 'clerk', name);
  const browser = await signInAs(program, name);
  return { name, browser, userId: actor.userId };
}

async function add(browser: Browser, passkey: SoftPasskey, label = '办公室电脑') {
  const options = await browser.post('me/passkeys/options');
  if (options.status !== 200) return options;
  return browser.post('me/passkeys', { label, response: passkey.create(options.body) });
}
async function use(browser: Browser, passkey: SoftPasskey) {
  const options = await browser.post('/api/auth/passkey/options');
  return browser.post('/api/auth/passkey/verify', { response: passkey.get(options.body) });
}
async function withPasskey() {
  const person = await clerk();
  const passkey = new SoftPasskey(origin);
  const added = await add(person.browser, passkey);
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  return { ...person, passkey };
}

describe('a passkey', () => {
  it('is made with its user verified, and gives the session its second factor', async () => {
    const { browser, userId } = await clerk();
    expect((await browser.get('/api/auth/ways')).body).toEqual({ citySignIn: null, passkey: true });
    const options = (await browser.post('me/passkeys/options')).body;
    expect(options.rp.id).toBe('hejie.example.gov.cn');
    expect(options.authenticatorSelection).toMatchObject({
      userVerification: 'required',
      residentKey: 'required',
    });
    expect(options.user.name).not.toContain('@');
    const added = await browser.post('me/passkeys', {
      label: '办公室电脑',
      response: new SoftPasskey(origin).create(options),
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ factors: 2, passkeys: [{ label: '办公室电脑' }] });
    expect(await accessEvents(program.admin.db, userId)).toEqual(['passkey-added']);
  });

  it('signs in alone, as two factors', async () => {
    const { passkey, name } = await withPasskey();
    const browser = openBrowser(program);
    expect((await use(browser, passkey)).body).toEqual({ next: 'signed-in', offers: [] });
    expect((await browser.get('me')).body.user.username).toBe(name);
    expect((await browser.get('me/access')).body.factors).toBe(2);
  });

  it('is asked for after the password, once there is one', async () => {
    const { passkey, name, userId } = await withPasskey();
    const browser = openBrowser(program);
    const begun = await browser.post('/api/auth/sign-in/username', { username: name, password });
    expect(begun.body).toEqual({ next: 'second-factor', offers: ['passkey'] });
    expect((await browser.get('me')).status).toBe(401);
    const before = await sessionCount(program.admin.db, userId);
    expect((await use(browser, passkey)).status).toBe(200);
    expect((await browser.get('me')).status).toBe(200);
    expect(await sessionCount(program.admin.db, userId)).toBe(before);
  });

  it('is refused where the device did not make sure of its user, from another site, and a second time', async () => {
    const { browser } = await clerk();
    expect((await add(browser, new SoftPasskey(origin, { isUserVerified: false }))).body.code).toBe(
      'passkey-refused',
    );
    expect((await add(browser, new SoftPasskey('https://evil.example'))).body.code).toBe('passkey-refused');
    expect((await browser.get('me/access')).body).toMatchObject({ passkeys: [], factors: 1 });
    const { passkey } = await withPasskey();
    const other = openBrowser(program);
    const options = (await other.post('/api/auth/passkey/options')).body;
    expect(options.userVerification).toBe('required');
    const response = passkey.get(options);
    expect((await other.post('/api/auth/passkey/verify', { response })).status).toBe(200);
    const again = openBrowser(program);
    await again.post('/api/auth/passkey/options');
    expect((await again.post('/api/auth/passkey/verify', { response })).body.code).toBe('passkey-refused');
    const unknown = await use(openBrowser(program), new SoftPasskey(origin));
    expect([unknown.status, unknown.body.code]).toEqual([422, 'passkey-refused']);
    expect((await again.post('/api/auth/passkey/verify', { response: { id: 7 } })).status).toBe(422);
  });

  it('renews the proof of whoever is signed in, and of nobody else', async () => {
    const { browser, passkey, userId } = await withPasskey();
    const stranger = await withPasskey();
    await ageSessions(program.admin.db, userId, 11);
    forgetPrincipal(program.services, userId);
    const act = () => browser.post('me/sessions/actions/end-others');
    expect((await act()).body.code).toBe('prove-again');
    expect((await use(browser, stranger.passkey)).body.code).toBe('passkey-refused');
    expect((await act()).body.code).toBe('prove-again');
    expect((await use(browser, passkey)).status).toBe(200);
    expect((await act()).status).toBe(200);
  });

  it('opens nothing for a disabled account', async () => {
    const { passkey, userId } = await withPasskey();
    await disableAccount(program.services, userId);
    expect((await use(openBrowser(program), passkey)).body.code).toBe('passkey-refused');
  });

  it('lifts the wait of a name that somebody guessed at', async () => {
    const { passkey, name, userId } = await withPasskey();
    const guess = () =>
      openBrowser(program, { address: '10.1.1.1' }).post('/api/auth/sign-in/username', {
        username: name,
        password: 'x',
      });
    for (let tries = 0; tries < 10; tries += 1) await guess();
    expect((await guess()).status).toBe(429);
    expect((await use(openBrowser(program), passkey)).status).toBe(200);
    expect((await guess()).status).toBe(401);
    expect(await accessEvents(program.admin.db, userId)).toEqual([
      'passkey-added',
      'account-locked',
      'account-unlocked',
    ]);
  });

  it('is removed by its holder only', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const { id } = (await one.browser.get('me/access')).body.passkeys[0];
    const url = `me/passkeys/${id}/actions/remove`;
    expect((await other.browser.post(url)).status).toBe(404);
    expect((await one.browser.post(url)).body.passkeys).toEqual([]);
    expect((await one.browser.post(url)).status).toBe(404);
    expect((await use(openBrowser(program), one.passkey)).status).toBe(422);
    expect(await accessEvents(program.admin.db, one.userId)).toEqual(['passkey-added', 'passkey-removed']);
  });
});

describe('the last second factor of somebody who must have one', () => {
  it('stays, also when both are removed at the same moment', async () => {
    const name = newName();
    await hireWithPassword(program, '1502', 'auditor', name);
    const browser = await signInAs(program, name);
    await setUpTotp(program, browser);
    expect((await add(browser, new SoftPasskey(origin))).status).toBe(201);
    const { id } = (await browser.get('me/access')).body.passkeys[0];
    const answers = await Promise.all([
      browser.post('me/second-factor/totp/actions/remove'),
      browser.post(`me/passkeys/${id}/actions/remove`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { hasTotp, passkeys } = (await browser.get('me/access')).body;
    expect(Number(hasTotp) + passkeys.length).toBe(1);
  });

  it('cannot be joined by a thief who knows the password only', async () => {
    const { name, userId } = await withPasskey();
    const thief = openBrowser(program);
    await thief.post('/api/auth/sign-in/username', { username: name, password });
    for (const url of ['me/second-factor/totp', 'me/passkeys/options'])
      expect((await thief.post(url)).status, url).toBe(401);
    // The city's sign-in opens a session of one factor that does not wait: the second is asked for here.
    const { setCookies } = await program.services.signIn.open(userId, 1, new Headers());
    const headers = {
      host: 'hejie.example.gov.cn',
      'sec-fetch-site': 'same-origin',
      cookie: String(setCookies[0]?.split(';')[0]),
    };
    for (const url of ['me/second-factor/totp', 'me/passkeys/options']) {
      const answer = await program.app.inject({
        method: 'POST',
        url: `/api/v1/${url}`,
        headers,
        payload: {},
      });
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'second-factor-needed']);
    }
  });
});

it('a session of one factor has two after the code', async () => {
  const name = newName();
  const { actor } = await hireWithPassword(program, '150204', 'supervisor', name);
  const { secret } = await setUpTotp(program, await signInAs(program, name));
  const { setCookies } = await program.services.signIn.open(actor.userId, 1, new Headers());
  const headers = {
    host: 'hejie.example.gov.cn',
    'sec-fetch-site': 'same-origin',
    cookie: String(setCookies[0]?.split(';')[0]),
  };
  const send = (method: 'GET' | 'POST', url: string, payload?: object) =>
    program.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  expect((await send('GET', '/api/v1/matters')).json().code).toBe('second-factor-needed');
  const code = codeAt(program, secret);
  expect((await send('POST', '/api/auth/second-factor', { kind: 'totp', code })).statusCode).toBe(200);
  expect((await send('GET', '/api/v1/matters')).statusCode).toBe(200);
});
