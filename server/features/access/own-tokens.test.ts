import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MyAccess, TokenView } from '#contract/access/getting-in.ts';
import type { Browser } from '#server/testing/browser.ts';
import { accessEvents, ageSessions, endPostingOn, keptOfAccess } from '#server/testing/getting-in.queries.ts';
import { hireWithPassword, newName, pass, production, signInAs } from '#server/testing/getting-in.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { forgetPrincipal } from './public.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram({ config: production() });
});
afterAll(() => program?.stop());

async function dispatcher() {
  const name = newName();
  const person = await hireWithPassword(program, '150204', 'dispatcher', name);
  const browser = await signInAs(program, name);
  return { name, browser, actor: person.actor };
}
/** Without those of the program itself, such as the one with which these people call in tests. */
async function ownTokens(browser: Browser): Promise<TokenView[]> {
  const { tokens } = (await browser.get('me/access')).body as MyAccess;
  return tokens.filter(({ scope }) => scope !== null);
}

const order = (postingId: string, more: object = {}) => ({
  label: '对接程序',
  postingId,
  scope: ['work-on-matters'],
  isReadOnly: false,
  days: 30,
  ...more,
});

async function call(token: string, method: 'GET' | 'POST', url: string, more: Record<string, string> = {}) {
  const headers = { host: 'hejie.example.gov.cn', authorization: `Bearer ${token}`, ...more };
  const answer = await program.app.inject({
    method,
    url: `/api/v1/${url}`,
    headers,
    ...(method === 'POST' ? { payload: {} } : {}),
  });
  const isJson = /json/.test(String(answer.headers['content-type']));
  return { status: answer.statusCode, code: isJson ? (answer.json().code ?? '') : '' };
}

describe('a token that somebody makes', () => {
  it('opens the doors in its scope under its posting, and no other', async () => {
    const { browser, actor } = await dispatcher();
    const made = await browser.post('me/tokens', order(actor.postingId));
    expect(made.status).toBe(201);
    const { token, view } = made.body;
    expect(view).toMatchObject({
      label: '对接程序',
      scope: ['work-on-matters'],
      isReadOnly: false,
      lastUsedAt: null,
    });
    expect((await call(token, 'GET', 'matters')).status).toBe(200);
    expect((await call(token, 'GET', 'me')).status).toBe(200);
    for (const [method, url] of [
      ['POST', 'matters'],
      ['GET', 'organisation/postings'],
      ['POST', 'me/tokens'],
      ['POST', 'me/second-factor/totp'],
      ['POST', 'me/sessions/actions/end-others'],
      ['POST', `me/tokens/${view.id}/actions/revoke`],
      ['POST', `matters/${view.id}/actions/seal`],
    ] as const)
      expect([url, await call(token, method, url)]).toEqual([url, { status: 403, code: 'outside-token' }]);
    expect((await ownTokens(browser))[0]?.lastUsedAt).not.toBeNull();
    expect(await accessEvents(program.admin.db, actor.userId)).toEqual(['token-made']);
    expect(await keptOfAccess(program.admin.db)).not.toContain(token);
  });

  it('only reads when it is read-only', async () => {
    const { browser, actor } = await dispatcher();
    const { token } = (await browser.post('me/tokens', order(actor.postingId, { isReadOnly: true }))).body;
    expect((await call(token, 'GET', 'matters')).status).toBe(200);
    const id = program.services.newId();
    expect(await call(token, 'POST', `matters/${id}/actions/accept`)).toEqual({
      status: 403,
      code: 'outside-token',
    });
  });

  it('does not act under another posting of the same person', async () => {
    const { name, browser, actor } = await dispatcher();
    const other = await hire(program, '150203', 'clerk', name);
    const { token } = (await browser.post('me/tokens', order(actor.postingId))).body;
    expect(await call(token, 'GET', 'matters', { 'hejie-posting': other.actor.postingId })).toEqual({
      status: 403,
      code: 'not-your-posting',
    });
  });

  it('ends on its day, and none is made without one', async () => {
    const { browser, actor } = await dispatcher();
    const { token } = (await browser.post('me/tokens', order(actor.postingId, { days: 1 }))).body;
    const now = program.services.clock.now();
    pass(program, 86_399);
    expect((await call(token, 'GET', 'me')).status).toBe(200);
    pass(program, 1);
    forgetPrincipal(program.services, actor.userId);
    expect((await call(token, 'GET', 'me')).status).toBe(401);
    program.services.clock.set(now);
    for (const days of [0, 367, null])
      expect((await browser.post('me/tokens', order(actor.postingId, { days }))).status).toBe(400);
  });

  it('is made once for the same request, and shown once', async () => {
    const { browser, actor } = await dispatcher();
    const send = (more = {}) =>
      browser.post('me/tokens', order(actor.postingId, more), { 'idempotency-key': 'k-1234567890123456' });
    const [one, other] = await Promise.all([send(), send()]);
    expect([one?.status, other?.status]).toEqual([201, 201]);
    expect(one?.body.view.id).toBe(other?.body.view.id);
    expect([one?.body.token, other?.body.token].filter((token) => token === null)).toHaveLength(1);
    expect((await send({ days: 31 })).body.code).toBe('key-reused');
    expect(await ownTokens(browser)).toHaveLength(1);
  });

  it('is refused for a posting of somebody else, for doors the posting lacks, and without a fresh proof', async () => {
    const [one, other] = [await dispatcher(), await dispatcher()];
    const make = (body: object) => one.browser.post('me/tokens', body);
    expect((await make(order(other.actor.postingId))).body.code).toBe('not-your-posting');
    expect((await make(order(one.actor.postingId, { scope: ['manage-accounts'] }))).body).toMatchObject({
      code: 'scope-not-yours',
      field: 'scope',
    });
    expect((await make(order(one.actor.postingId, { scope: ['no-such-door'] }))).status).toBe(400);
    await ageSessions(program.admin.db, one.actor.userId, 11);
    forgetPrincipal(program.services, one.actor.userId);
    expect((await make(order(one.actor.postingId))).body.code).toBe('prove-again');
  });

  it('is revoked by its holder only, once', async () => {
    const [one, other] = [await dispatcher(), await dispatcher()];
    const { token, view } = (await one.browser.post('me/tokens', order(one.actor.postingId))).body;
    const url = `me/tokens/${view.id}/actions/revoke`;
    expect((await other.browser.post(url)).status).toBe(404);
    expect((await call(token, 'GET', 'me')).status).toBe(200);
    expect((await one.browser.post(url)).status).toBe(200);
    expect(await ownTokens(one.browser)).toEqual([]);
    expect((await call(token, 'GET', 'me')).status).toBe(401);
    expect((await one.browser.post(url)).status).toBe(404);
    expect(await accessEvents(program.admin.db, one.actor.userId)).toEqual(['token-made', 'token-revoked']);
  });
});

describe('when a posting ends, its tokens end at once', () => {
  let security: Person;
  beforeAll(async () => {
    security = await hire(program, '1502', 'security-admin', newName());
  });

  async function tokenOfTwo() {
    const one = await dispatcher();
    const other = await hire(program, '150203', 'clerk', one.name);
    forgetPrincipal(program.services, one.actor.userId);
    const make = async (postingId: string) =>
      (await one.browser.post('me/tokens', order(postingId))).body.token as string;
    const tokens = [await make(one.actor.postingId), await make(other.actor.postingId)] as const;
    return { ...one, tokens };
  }
  const reads = async (token: string) => (await call(token, 'GET', 'matters')).status;

  it('by an administrator', async () => {
    const { actor, tokens } = await tokenOfTwo();
    expect([await reads(tokens[0]), await reads(tokens[1])]).toEqual([200, 200]);
    const url = `organisation/postings/${actor.postingId}/actions/end`;
    expect((await security.post(url, { version: 1 })).status).toBe(200);
    expect([await reads(tokens[0]), await reads(tokens[1])]).toEqual([401, 200]);
  });

  it('because its day went by', async () => {
    const { actor, tokens } = await tokenOfTwo();
    await endPostingOn(program.admin.db, actor.postingId, '2026-03-01');
    forgetPrincipal(program.services, actor.userId);
    expect([await reads(tokens[0]), await reads(tokens[1])]).toEqual([401, 200]);
  });

  it('because the account is disabled', async () => {
    const { actor, tokens } = await tokenOfTwo();
    await security.post(`organisation/accounts/${actor.userId}/actions/disable`, {});
    expect([await reads(tokens[0]), await reads(tokens[1])]).toEqual([401, 401]);
  });
});
