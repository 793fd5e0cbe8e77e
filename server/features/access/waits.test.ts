import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '#server/app/http.ts';
import { openBrowser } from '#server/testing/browser.ts';
import { accessEvents } from '#server/testing/getting-in.queries.ts';
import { hireWithPassword, newName, pass, password, production } from '#server/testing/getting-in.ts';
import { hire } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { routes } from './public.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram({ config: production() });
});
afterAll(() => program?.stop());

/** Each test from an address of its own, so that only the one about addresses meets that wait. */
let address = '';
let addresses = 0;
beforeEach(() => {
  addresses += 1;
  address = `10.0.0.${addresses}`;
});

const tryOnce = (username: string, word: string, on = program) =>
  openBrowser(on, { address }).post('/api/auth/sign-in/username', { username, password: word });

async function lock(username: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let tries = 0; tries < 11; tries += 1) statuses.push((await tryOnce(username, 'wrong')).status);
  return statuses;
}

describe('wrong passwords', () => {
  it('are ten in a row, then the name waits, by the same words whether there is such a name or not', async () => {
    const name = newName();
    const { actor } = await hireWithPassword(program, '150204', 'clerk', name);
    const expected = [...Array.from({ length: 10 }, () => 401), 429];
    expect(await lock(name)).toEqual(expected);
    expect(await lock('nobody-of-that-name')).toEqual(expected);
    const [known, unknown] = [await tryOnce(name, 'wrong'), await tryOnce('nobody-of-that-name', 'wrong')];
    expect(known.body).toEqual(unknown.body);
    expect(known.headers['retry-after']).toBe('15');
    // The right one waits as well: else the wait would tell which one is right.
    expect((await tryOnce(name, password)).status).toBe(429);
    pass(program, 16);
    expect((await tryOnce(name, 'wrong')).status).toBe(401);
    expect((await tryOnce(name, 'wrong')).headers['retry-after']).toBe('30');
    pass(program, 31);
    expect((await tryOnce(name, password)).status).toBe(200);
    expect((await tryOnce(name, 'wrong')).status).toBe(401);
    expect(await accessEvents(program.admin.db, actor.userId)).toEqual(['account-locked']);
  });

  it('wait from now on where the clock ran ahead and was set back, not until the time that it had shown', async () => {
    const name = newName();
    await hireWithPassword(program, '150204', 'clerk', name);
    const day = 86_400;
    pass(program, 30 * day);
    await lock(name);
    pass(program, -30 * day);
    expect((await tryOnce(name, password)).headers['retry-after']).toBe('15');
    pass(program, 16);
    expect((await tryOnce(name, password)).status).toBe(200);
  });

  it('are counted also when they come at once, and by the name however it is written', async () => {
    const name = newName();
    await hireWithPassword(program, '150204', 'clerk', name);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => tryOnce(n % 2 ? name : name.toUpperCase(), 'wrong')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
  });

  it('are remembered by another process, and after a restart', async () => {
    const name = newName();
    await hireWithPassword(program, '150204', 'clerk', name);
    await lock(name);
    const other = await createApp({ ...program.services, principals: new Map() }, [routes]);
    expect((await tryOnce(name, password, { ...program, app: other })).status).toBe(429);
    await other.close();
  });

  it('make an address wait, whatever the names', async () => {
    const statuses: number[] = [];
    // A few at a time: on a busy machine some of sixty at once would not get a connection in time.
    while (statuses.length < 60) {
      const some = Array.from({ length: 6 }, (_, n) => tryOnce(`guessed-${statuses.length + n}`, 'wrong'));
      for (const { status } of await Promise.all(some)) statuses.push(status);
    }
    expect(statuses.every((status) => status === 401)).toBe(true);
    expect((await tryOnce('guessed-98', 'wrong')).status).toBe(429);
    const elsewhere = openBrowser(program, { address: '10.9.9.9' });
    const body = { username: 'guessed-99', password: 'wrong' };
    expect((await elsewhere.post('/api/auth/sign-in/username', body)).status).toBe(401);
  });

  it('are limited for whoever holds an open session, too', async () => {
    const name = newName();
    await hireWithPassword(program, '150204', 'clerk', name);
    const browser = openBrowser(program, { address });
    await browser.post('/api/auth/sign-in/username', { username: name, password });
    const codes: number[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      codes.push((await browser.post('/api/auth/prove', { password: 'wrong' })).status);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
  });
});

describe('a security administrator', () => {
  it('sees who is locked, and lifts it', async () => {
    const name = newName();
    const { actor } = await hireWithPassword(program, '150204', 'clerk', name);
    const security = await hire(program, '1502', 'security-admin', newName());
    await lock(name);
    const seen = (await security.get(`organisation/accounts?find=${name}`)).body.accounts[0];
    expect(Date.parse(seen.isLockedUntil)).toBe(program.services.clock.now().epochMilliseconds + 15_000);
    const url = `organisation/accounts/${actor.userId}/actions/unlock`;
    const unlocked = await security.post(url, {});
    expect([unlocked.status, unlocked.body.isLockedUntil]).toEqual([200, null]);
    expect((await security.post(url, {})).status).toBe(200);
    expect((await tryOnce(name, password)).status).toBe(200);
    expect(await accessEvents(program.admin.db, actor.userId)).toEqual([
      'account-locked',
      'account-unlocked',
    ]);
  });

  it('is the only one who does', async () => {
    const { actor } = await hire(program, '150204', 'clerk', newName());
    const url = `organisation/accounts/${actor.userId}/actions/unlock`;
    for (const [unit, role] of [
      ['1502', 'system-admin'],
      ['1502', 'auditor'],
      ['150204', 'supervisor'],
      ['150204', 'clerk'],
    ] as const) {
      const other = await hire(program, unit, role, newName());
      expect((await other.post(url, {})).status, role).toBe(403);
    }
    const security = await hire(program, '1502', 'security-admin', newName());
    const nobody = program.services.newId();
    expect((await security.post(`organisation/accounts/${nobody}/actions/unlock`, {})).status).toBe(404);
  });
});
