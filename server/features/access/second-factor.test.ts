import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '#server/testing/browser.ts';
import { accessEvents, ageSessions, keptOfAccess } from '#server/testing/getting-in.queries.ts';
import {
  codeAt,
  hireWithPassword,
  newName,
  pass,
  password,
  production,
  setUpTotp,
  signInAs,
} from '#server/testing/getting-in.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram({ config: production() });
});
afterAll(() => program?.stop());

const totp = (code: string) => ({ kind: 'totp', code });
const paper = (code: string) => ({ kind: 'recovery-code', code });

async function clerk() {
  const name = newName();
  const person = await hireWithPassword(program, '150204', 'clerk', name);
  const browser = await signInAs(program, name);
  return { name, person, browser, userId: person.actor.userId };
}
async function begin(name: string) {
  const browser = openBrowser(program);
  const answer = await browser.post('/api/auth/sign-in/username', { username: name, password });
  return { browser, answer };
}

describe('an authenticator app', () => {
  it('is asked for at every sign-in once its first code was right, and not before', async () => {
    const { name, browser } = await clerk();
    const begun = await browser.post('me/second-factor/totp');
    expect(begun.body.recoveryCodes).toHaveLength(10);
    expect((await begin(name)).answer.body).toEqual({ next: 'signed-in', offers: [] });
    const confirm = (code: string) => browser.post('me/second-factor/totp/actions/confirm', { code });
    expect((await confirm('000000')).body.code).toBe('wrong-code');
    const done = await confirm(codeAt(program, begun.body.secret));
    expect(done.body).toMatchObject({ hasTotp: true, factors: 2, recoveryCodesLeft: 10 });
    expect((await begin(name)).answer.body).toEqual({
      next: 'second-factor',
      offers: ['totp', 'recovery-code'],
    });
  });

  it('opens nothing while its code is missing, and everything with it', async () => {
    const { name, browser: first } = await clerk();
    const { secret } = await setUpTotp(program, first);
    const { browser } = await begin(name);
    for (const url of ['me', 'me/access', 'matters']) expect((await browser.get(url)).status, url).toBe(401);
    const change = { currentPassword: password, newPassword: 'another lake altogether' };
    expect((await browser.post('/api/auth/change-password', change)).status).toBe(401);
    expect((await browser.post('/api/auth/prove', { password })).status).toBe(401);
    expect((await browser.post('/api/auth/second-factor', totp(codeAt(program, secret)))).body.next).toBe(
      'signed-in',
    );
    expect((await browser.get('me/access')).body).toMatchObject({ factors: 2 });
    expect((await browser.get('matters')).status).toBe(200);
  });

  it('has its code taken once, also when it is sent twice at once', async () => {
    const { name, browser: first } = await clerk();
    const { secret } = await setUpTotp(program, first);
    const [one, other] = [(await begin(name)).browser, (await begin(name)).browser];
    const code = codeAt(program, secret);
    const answers = await Promise.all(
      [one, other].map((each) => each.post('/api/auth/second-factor', totp(code))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const third = (await begin(name)).browser;
    expect((await third.post('/api/auth/second-factor', totp(code))).body.code).toBe('wrong-code');
    pass(program, 30);
    expect((await third.post('/api/auth/second-factor', totp(codeAt(program, secret)))).status).toBe(200);
  });

  it('lets five codes be wrong, then the sign-in begins again', async () => {
    const { name, browser: first } = await clerk();
    const { secret } = await setUpTotp(program, first);
    const { browser } = await begin(name);
    const codes: string[] = [];
    for (let tries = 0; tries < 5; tries += 1)
      codes.push((await browser.post('/api/auth/second-factor', totp('000000'))).body.code);
    expect(codes).toEqual(['wrong-code', 'wrong-code', 'wrong-code', 'wrong-code', 'sign-in-again']);
    const right = await browser.post('/api/auth/second-factor', totp(codeAt(program, secret)));
    expect([right.status, right.body.code]).toEqual([401, 'sign-in-again']);
  });

  it('counts wrong codes over all sign-ins, however many at once, and makes them wait', async () => {
    const { name, browser: first, userId } = await clerk();
    const { secret } = await setUpTotp(program, first);
    const browsers = await Promise.all(Array.from({ length: 4 }, async () => (await begin(name)).browser));
    const answers = await Promise.all(
      browsers.flatMap((browser) =>
        Array.from({ length: 4 }, () => browser.post('/api/auth/second-factor', totp('000000'))),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    expect(await accessEvents(program.admin.db, userId)).toContain('account-locked');
    const right = () => browsers[0]?.post('/api/auth/second-factor', totp(codeAt(program, secret)));
    expect((await right())?.status).toBe(429);
    pass(program, 20);
    expect((await right())?.status).toBe(200);
  });

  it('is no longer waited for after ten minutes', async () => {
    const { name, browser: first, userId } = await clerk();
    const { secret } = await setUpTotp(program, first);
    const { browser } = await begin(name);
    await ageSessions(program.admin.db, userId, 10);
    const late = await browser.post('/api/auth/second-factor', totp(codeAt(program, secret)));
    expect([late.status, late.body.code]).toEqual([401, 'sign-in-again']);
  });

  it('is not set up twice, and is removed only with both factors', async () => {
    const { name, browser, userId } = await clerk();
    await setUpTotp(program, browser);
    expect((await browser.post('me/second-factor/totp')).body.code).toBe('second-factor-there');
    const removed = await browser.post('me/second-factor/totp/actions/remove');
    expect(removed.body).toMatchObject({ hasTotp: false, recoveryCodesLeft: 0 });
    expect((await browser.post('me/second-factor/totp/actions/remove')).body.code).toBe('no-second-factor');
    expect((await browser.post('me/second-factor/recovery-codes')).body.code).toBe('no-second-factor');
    expect((await begin(name)).answer.body.next).toBe('signed-in');
    expect(await accessEvents(program.admin.db, userId)).toEqual([
      'second-factor-set-up',
      'second-factor-removed',
    ]);
  });
});

describe('a recovery code', () => {
  it('stands in for the app once, also when it is sent twice at once', async () => {
    const { name, browser: first, userId } = await clerk();
    const { recoveryCodes } = await setUpTotp(program, first);
    const [code = '', another = ''] = recoveryCodes;
    const browsers = [(await begin(name)).browser, (await begin(name)).browser];
    const answers = await Promise.all(
      browsers.map((each) => each.post('/api/auth/second-factor', paper(code))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const { browser } = await begin(name);
    expect((await browser.post('/api/auth/second-factor', paper(code))).body.code).toBe('wrong-code');
    expect(
      (await browser.post('/api/auth/second-factor', paper(another.toUpperCase().replace('-', ' ')))).status,
    ).toBe(200);
    expect((await browser.get('me/access')).body.recoveryCodesLeft).toBe(8);
    expect(await accessEvents(program.admin.db, userId)).toContain('recovery-code-used');
  });

  it('is worth nothing once new ones were made', async () => {
    const { name, browser } = await clerk();
    const { recoveryCodes } = await setUpTotp(program, browser);
    const renewed = (await browser.post('me/second-factor/recovery-codes')).body.recoveryCodes;
    expect(renewed).toHaveLength(10);
    const { browser: other } = await begin(name);
    expect((await other.post('/api/auth/second-factor', paper(recoveryCodes[0] ?? ''))).status).toBe(422);
    expect((await other.post('/api/auth/second-factor', paper(renewed[0]))).status).toBe(200);
  });
});

it('keeps no secret, no code and no name that was tried', async () => {
  const { name, browser } = await clerk();
  const { secret, recoveryCodes } = await setUpTotp(program, browser);
  await openBrowser(program).post('/api/auth/sign-in/username', { username: name, password: 'wrong' });
  const kept = await keptOfAccess(program.admin.db);
  for (const word of [secret, ...recoveryCodes, name, '127.0.0.1', 'Firefox'])
    expect(kept).not.toContain(word);
});

describe('whoever administers, audits or supervises', () => {
  it.each([
    ['auditor', '1502', 'audit/changes'],
    ['system-admin', '1502', 'organisation/units'],
    ['security-admin', '1502', 'organisation/accounts'],
    ['supervisor', '150204', 'matters'],
  ] as const)('as %s, does nothing before the second factor is set up', async (role, unit, url) => {
    const name = newName();
    await hireWithPassword(program, unit, role, name);
    const browser = await signInAs(program, name);
    const refused = await browser.get(url);
    expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-needed']);
    expect((await browser.get('me')).status).toBe(200);
    expect((await browser.get('me/access')).body).toMatchObject({
      needsTwoFactors: true,
      isDemo: false,
      factors: 1,
    });
    const tokens = await browser.post('me/sessions/actions/end-others');
    expect(tokens.body.code).toBe('second-factor-needed');
    await setUpTotp(program, browser);
    expect((await browser.get(url)).status).toBe(200);
    const removed = await browser.post('me/second-factor/totp/actions/remove');
    expect([removed.status, removed.body.code]).toEqual([409, 'second-factor-compulsory']);
  });

  it('is asked nothing of the kind as a clerk', async () => {
    const { browser } = await clerk();
    expect((await browser.get('matters')).status).toBe(200);
  });
});
