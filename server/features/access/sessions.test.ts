import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '#server/testing/browser.ts';
import {
  ageProof,
  ageSessions,
  ageStart,
  endPostingOn,
  sessionCount,
} from '#server/testing/getting-in.queries.ts';
import {
  hireWithPassword,
  newName,
  password,
  production,
  setUpTotp,
  signInAs,
} from '#server/testing/getting-in.ts';
import { hire } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { forgetPrincipal } from './public.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram({ config: production() });
});
afterAll(() => program?.stop());

async function clerk() {
  const name = newName();
  const { actor, token } = await hireWithPassword(program, '150204', 'clerk', name);
  const browser = await signInAs(program, name);
  return { name, browser, actor, token };
}
const status = async (browser: Browser, url = 'me') => (await browser.get(url)).status;
/** What this process remembers for a second is forgotten. */
const forget = (userId: string) => forgetPrincipal(program.services, userId);

describe('a session', () => {
  it('ends when it was idle for the configured hour, and lives on while it is used', async () => {
    const { browser, actor } = await clerk();
    await ageSessions(program.admin.db, actor.userId, 50);
    forget(actor.userId);
    expect(await status(browser)).toBe(200);
    await ageSessions(program.admin.db, actor.userId, 50);
    forget(actor.userId);
    expect(await status(browser)).toBe(200);
    await ageSessions(program.admin.db, actor.userId, 61);
    forget(actor.userId);
    expect(await status(browser)).toBe(401);
  });

  it('ends after twelve hours, however busy', async () => {
    const { browser, actor } = await clerk();
    await ageStart(program.admin.db, actor.userId, 719);
    forget(actor.userId);
    expect(await status(browser)).toBe(200);
    await ageStart(program.admin.db, actor.userId, 1);
    forget(actor.userId);
    expect(await status(browser)).toBe(401);
    expect(await sessionCount(program.admin.db, actor.userId)).toBe(0);
  });

  it('that was opened while the clock ran ahead is over: it would last longer than any may', async () => {
    const { browser, actor } = await clerk();
    await ageStart(program.admin.db, actor.userId, -30);
    forget(actor.userId);
    expect(await status(browser)).toBe(401);
    expect(await sessionCount(program.admin.db, actor.userId)).toBe(0);
  });

  it('is listed with its device and nothing more, and ended by its holder only', async () => {
    const { name, browser, actor } = await clerk();
    const other = await signInAs(program, name);
    const { sessions } = (await browser.get('me/access')).body;
    expect(sessions).toHaveLength(2);
    expect(Object.keys(sessions[0]).sort()).toEqual([
      'device',
      'factors',
      'id',
      'isThis',
      'lastUsedAt',
      'startedAt',
    ]);
    expect(sessions.map(({ device }: { device: string }) => device)).toEqual([
      'Firefox · Linux',
      'Firefox · Linux',
    ]);
    const { id } = sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    const stranger = await clerk();
    expect((await stranger.browser.post(`me/sessions/${id}/actions/end`)).status).toBe(404);
    expect(await status(other)).toBe(200);
    const ended = await browser.post(`me/sessions/${id}/actions/end`);
    expect([ended.status, ended.body.sessions.length]).toEqual([200, 1]);
    expect(await status(other)).toBe(401);
    expect((await browser.post(`me/sessions/${id}/actions/end`)).status).toBe(404);
    const [third, fourth] = [await signInAs(program, name), await signInAs(program, name)];
    expect((await browser.post('me/sessions/actions/end-others')).body.sessions).toHaveLength(1);
    expect([await status(third), await status(fourth), await status(browser)]).toEqual([401, 401, 200]);
    expect(await sessionCount(program.admin.db, actor.userId)).toBe(1);
  });
});

describe('a dangerous act', () => {
  const acts = [
    'me/second-factor/totp',
    'me/second-factor/recovery-codes',
    'me/passkeys/options',
    'me/sessions/actions/end-others',
  ];

  it('asks for a proof of the last ten minutes; the password is one, and then it is done', async () => {
    const { browser, actor } = await clerk();
    await ageSessions(program.admin.db, actor.userId, 11);
    forget(actor.userId);
    for (const act of acts) {
      const answer = await browser.post(act);
      expect([act, answer.status, answer.body.code]).toEqual([act, 403, 'prove-again']);
    }
    expect(await status(browser, 'me/access')).toBe(200);
    const wrong = await browser.post('/api/auth/prove', { password: 'not it at all' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong-password']);
    expect((await browser.post(acts[3] ?? '')).status).toBe(403);
    expect((await browser.post('/api/auth/prove', { password })).status).toBe(204);
    expect((await browser.post(acts[3] ?? '')).status).toBe(200);
    // Nor one that was given while the clock ran ahead.
    await ageProof(program.admin.db, actor.userId, -30);
    forget(actor.userId);
    expect((await browser.post(acts[3] ?? '')).body.code).toBe('prove-again');
  });

  it('is asked the same of a security administrator', async () => {
    const name = newName();
    const { actor } = await hireWithPassword(program, '1502', 'security-admin', name);
    const browser = await signInAs(program, name);
    await setUpTotp(program, browser);
    await ageSessions(program.admin.db, actor.userId, 11);
    forget(actor.userId);
    const body = { username: newName(), name: '新人' };
    expect((await browser.post('organisation/accounts', body)).body.code).toBe('prove-again');
    expect(await status(browser, 'organisation/accounts')).toBe(200);
    await browser.post('/api/auth/prove', { password });
    expect((await browser.post('organisation/accounts', body)).status).toBe(201);
  });
});

describe('when the last posting ends', () => {
  it('by an administrator, every session ends in the same moment; with another posting none does', async () => {
    const { browser, actor, name } = await clerk();
    const second = await hire(program, '150204', 'dispatcher', name);
    const security = await hire(program, '1502', 'security-admin', newName());
    const end = (id: string) => security.post(`organisation/postings/${id}/actions/end`, { version: 1 });
    expect((await end(actor.postingId)).status).toBe(200);
    expect(await status(browser)).toBe(200);
    expect((await end(second.actor.postingId)).status).toBe(200);
    expect(await status(browser)).toBe(401);
    expect(await sessionCount(program.admin.db, actor.userId)).toBe(0);
  });

  it('because its day went by, the session ends with it', async () => {
    const { browser, actor } = await clerk();
    const { clock } = program.services;
    const now = clock.now();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await endPostingOn(program.admin.db, actor.postingId, today);
    clock.set(new Date().toISOString());
    forget(actor.userId);
    expect(await status(browser, 'matters')).toBe(200);
    clock.set(tomorrow);
    forget(actor.userId);
    expect(await status(browser, 'matters')).toBe(401);
    clock.set(now);
  });

  it('by disabling the account, sessions and tokens end', async () => {
    const { browser, actor, token } = await clerk();
    const security = await hire(program, '1502', 'security-admin', newName());
    expect((await security.post(`organisation/accounts/${actor.userId}/actions/disable`, {})).status).toBe(
      200,
    );
    expect(await status(browser)).toBe(401);
    const headers = { host: 'hejie.example.gov.cn', authorization: `Bearer ${token}` };
    expect((await program.app.inject({ url: '/api/v1/me', headers })).statusCode).toBe(401);
  });
});
