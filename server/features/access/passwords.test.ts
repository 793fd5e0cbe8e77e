import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOfPassword } from '#domain/access/password-rule.ts';
import { leakedPasswords } from '#server/adapters/leaked-passwords.ts';
import { demoPassword } from '#server/demo/accounts.ts';
import { openBrowser } from '#server/testing/browser.ts';
import { accessEvents } from '#server/testing/getting-in.queries.ts';
import { hireWithPassword, newName, password, signInAs } from '#server/testing/getting-in.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let security: Person;
beforeAll(async () => {
  program = await createTestProgram();
  security = await hire(program, '1502', 'security-admin');
});
afterAll(() => program?.stop());

const bad = [
  ['too short', 'password-too-short'],
  ['x'.repeat(129), 'password-too-long'],
  ['Qwertyuiop', 'password-leaked'],
  ['iloveyou-2026!', 'password-leaked'],
] as const;

describe('a password that everybody tries first', () => {
  it.each(bad)('%s is refused for a new account and when an administrator sets it', async (word, code) => {
    const username = newName();
    const body = { username, name: '新人', password: word };
    expect((await security.post('organisation/accounts', body)).body).toMatchObject({
      code,
      field: 'password',
    });
    const { actor } = await hireWithPassword(program, '150204', 'clerk', username);
    const url = `organisation/accounts/${actor.userId}/actions/set-password`;
    expect((await security.post(url, { password: word })).body).toMatchObject({ code, field: 'password' });
    expect((await security.post(url, { password: username.padEnd(10, '0') })).body.code).toBe(
      'password-has-name',
    );
  });

  it.each(bad)('%s is refused when somebody changes their own', async (word, code) => {
    const username = newName();
    const { actor } = await hireWithPassword(program, '150204', 'clerk', username);
    const browser = await signInAs(program, username);
    const change = (newPassword: string, currentPassword = password) =>
      browser.post('/api/auth/change-password', { currentPassword, newPassword });
    expect((await change(word)).body).toMatchObject({ status: 422, code, field: 'newPassword' });
    expect((await change('a much better one', 'not the present one')).status).toBe(401);
    expect((await change('a much better one')).status).toBe(200);
    expect((await browser.get('me')).status).toBe(200);
    expect(await accessEvents(program.admin.db, actor.userId)).toEqual(['password-changed']);
    const body = { username, password: 'a much better one' };
    expect((await openBrowser(program).post('/api/auth/sign-in/username', body)).status).toBe(200);
  });

  it('is none of those that a demo has, or that are made for new accounts', async () => {
    expect(refusalOfPassword(demoPassword, 'clerk-qingshan', leakedPasswords)).toBeNull();
    for (let made = 0; made < 5; made += 1) {
      const answer = await security.post('organisation/accounts', { username: newName(), name: '新人' });
      expect(answer.status).toBe(201);
    }
  });
});

describe('a demo', () => {
  it('asks nobody for a second factor, and says so', async () => {
    const username = newName();
    await hireWithPassword(program, '1502', 'auditor', username);
    const browser = await signInAs(program, username);
    expect((await browser.get('audit/changes')).status).toBe(200);
    expect((await browser.get('me')).body.mode).toBe('demo');
    expect((await browser.get('me/access')).body).toMatchObject({
      needsTwoFactors: true,
      isDemo: true,
      factors: 1,
    });
    expect((await browser.get('/api/auth/ways')).body).toEqual({ citySignIn: null, passkey: true });
  });

  it('has no sign-in of a city', async () => {
    for (const url of ['/api/auth/city', '/api/auth/city/callback?code=a&state=b'])
      expect((await openBrowser(program).get(url)).status).toBe(404);
  });
});
