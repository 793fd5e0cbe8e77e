import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { createAccount, disableAccount, forgetPrincipal, issueToken, routes, setPassword } from './public.ts';

let program: TestProgram;
const password = 'a password 柠檬';
let centreId = '';
let departmentId = '';
let people = 0;

beforeAll(async () => {
  program = await createTestProgram({ features: [routes] });
  const centre = program.services.directory.centreOf('1502');
  centreId = centre?.id ?? '';
  departmentId = program.services.directory.all().find(({ kind }) => kind === 'department')?.id ?? '';
});
afterAll(() => program.stop());

async function makePerson(): Promise<{ userId: string; username: string; token: string }> {
  people += 1;
  const username = `li-${people}`;
  const made = await createAccount(program.services, { username, password, name: '李梅' });
  if ('refusal' in made) throw new Error(made.refusal.code);
  const token = await issueToken(program.services, { userId: made.userId, label: 'test' });
  return { userId: made.userId, username, token };
}

type Days = { from?: string; until?: string; ended?: string; unitId?: string; role?: string };

async function post(userId: string, days: Days = {}): Promise<string> {
  const id = program.services.newId();
  await program.admin.db
    .insertInto('hejie.posting')
    .values({
      city_code: program.services.pack.city.code,
      id,
      user_id: userId,
      unit_id: days.unitId ?? centreId,
      role: days.role ?? 'clerk',
      from_day: days.from ?? '2026-01-01',
      until_day: days.until ?? null,
      ended_at: days.ended ?? null,
      version: 1,
    })
    .execute();
  forgetPrincipal(program.services, userId);
  return id;
}

const me = (headers: Record<string, string>) => program.app.inject({ url: '/api/v1/me', headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function signIn(username: string, secret = password) {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const payload = { username, password: secret };
  return program.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers, payload });
}

type Answer = Awaited<ReturnType<typeof signIn>>;
const cookieOf = (answer: Answer): string =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

describe('signing in', () => {
  it('opens a session by cookie that no script and no foreign page can use', async () => {
    const { username, userId } = await makePerson();
    const answer = await signIn(username.toUpperCase());
    expect(answer.statusCode).toBe(200);
    expect(answer.cookies[0]).toMatchObject({
      name: 'hejie.session_token',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 8 * 3600,
    });
    const known = await me({ cookie: cookieOf(answer) });
    expect(known.statusCode).toBe(200);
    expect(known.json().user).toEqual({ id: userId, name: '李梅', username });
  });

  it('does not tell whether the name or the password was wrong', async () => {
    const { username } = await makePerson();
    const wrong = await signIn(username, 'not the password');
    const unknown = await signIn('nobody-here', 'not the password');
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.json()).toMatchObject({ code: 'invalid-credentials', detail: '用户名或密码不正确。' });
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect((await signIn('李')).statusCode).toBe(401);
  });

  it('ends at signing out', async () => {
    const { username } = await makePerson();
    const cookie = cookieOf(await signIn(username));
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    expect(
      (await program.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers })).statusCode,
    ).toBe(200);
    expect((await me({ cookie })).statusCode).toBe(401);
  });

  it('is slowed when somebody guesses', async () => {
    const { username } = await makePerson();
    const guesses = await Promise.all(Array.from({ length: 61 }, () => signIn(username, 'x')));
    expect(guesses.filter(({ statusCode }) => statusCode === 401)).toHaveLength(60);
    expect(guesses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
    expect((await signIn((await makePerson()).username)).statusCode).toBe(200);
  });

  it('offers nothing else: no registration, no other provider', async () => {
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'sign-in/social',
      'update-user',
      'delete-user',
      'request-password-reset',
    ]) {
      const payload = { email: 'a@b.c', password, name: 'x' };
      const answer = await program.app.inject({ method: 'POST', url: `/api/auth/${path}`, payload });
      expect(answer.statusCode, path).toBe(404);
    }
  });

  it('lets people change their own password, which ends their other sessions', async () => {
    const { username } = await makePerson();
    const [here, elsewhere] = [await signIn(username), await signIn(username)];
    const headers = { cookie: cookieOf(here), 'sec-fetch-site': 'same-origin' };
    const url = '/api/auth/change-password';
    const change = (currentPassword: string) =>
      program.app.inject({
        method: 'POST',
        url,
        headers,
        payload: { currentPassword, newPassword: 'another password' },
      });
    expect((await change('wrong password')).statusCode).toBe(401);
    expect((await change(password)).statusCode).toBe(200);
    expect((await me({ cookie: cookieOf(elsewhere) })).statusCode).toBe(401);
    expect((await signIn(username)).statusCode).toBe(401);
    expect((await signIn(username, 'another password')).statusCode).toBe(200);
  });
});

describe('a token', () => {
  it('is as good as a session, for as long as it is valid', async () => {
    const { userId, username, token } = await makePerson();
    expect((await me(bearer(token))).json().user.username).toBe(username);
    const expiresAt = program.services.clock.now().add({ hours: 1 });
    const short = await issueToken(program.services, { userId, label: 'short', expiresAt });
    expect((await me(bearer(short))).statusCode).toBe(200);
    const now = program.services.clock.now();
    program.services.clock.set(now.add({ hours: 2 }));
    forgetPrincipal(program.services, userId);
    expect((await me(bearer(short))).statusCode).toBe(401);
    expect((await me(bearer(token))).statusCode).toBe(200);
    program.services.clock.set(now);
  });

  it.each(['', 'Bearer ', 'Bearer wrong', 'Basic YTpi', 'bearer\u00e9'])(
    '%j is nobody',
    async (authorization) => {
      expect((await me({ authorization })).statusCode).toBe(401);
    },
  );

  it('is not kept', async () => {
    const { token } = await makePerson();
    const kept = JSON.stringify(await program.admin.db.selectFrom('hejie.api_token').selectAll().execute());
    expect(kept).not.toContain(token);
  });
});

describe('acting under a posting', () => {
  it('takes those in force today in the city, and the first unless told', async () => {
    const { userId, token } = await makePerson();
    expect((await me(bearer(token))).json()).toMatchObject({
      postings: [],
      acting: null,
      mode: 'demo',
      language: 'zh',
    });
    // 2 March 2026, 09:00 in Baotou
    const second = await post(userId, { from: '2026-02-01', unitId: departmentId, role: 'handler' });
    const first = await post(userId, { from: '2026-01-01', until: '2026-03-02' });
    await post(userId, { from: '2026-03-03', role: 'dispatcher' });
    await post(userId, { until: '2026-03-01', role: 'supervisor' });
    await post(userId, { ended: '2026-02-01T00:00:00Z', role: 'leader' });
    const known = (await me(bearer(token))).json();
    expect(known.postings.map(({ id }: { id: string }) => id)).toEqual([first, second]);
    expect(known.acting).toBe(first);
    expect(known.postings[0]).toMatchObject({
      role: 'clerk',
      roleLabel: '接待员',
      unitKind: 'centre',
      unitName: '包头市综治中心',
    });
    expect((await me({ ...bearer(token), 'hejie-posting': second })).json().acting).toBe(second);
    const english = (await me({ ...bearer(token), 'accept-language': 'en' })).json();
    expect(english.postings[0]).toMatchObject({ roleLabel: 'Clerk', unitName: 'Baotou Centre' });
  });

  it("refuses somebody else's posting", async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const posting = await post(other.userId);
    const answer = await me({ ...bearer(one.token), 'hejie-posting': posting });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().code).toBe('not-your-posting');
  });

  it('ends at midnight in the city, not in UTC', async () => {
    const { userId, token } = await makePerson();
    await post(userId, { until: '2026-03-02' });
    const { clock } = program.services;
    const now = clock.now();
    for (const [instant, count] of [
      ['2026-03-02T15:59:59Z', 1],
      ['2026-03-02T16:00:00Z', 0],
    ] as const) {
      clock.set(instant);
      forgetPrincipal(program.services, userId);
      expect((await me(bearer(token))).json().postings).toHaveLength(count);
    }
    clock.set(now);
  });
});

describe('an account', () => {
  it.each([
    [{ username: 'ab' }, 'account-name-invalid'],
    [{ username: '李梅李梅' }, 'account-name-invalid'],
    [{ username: "x' or 1=1" }, 'account-name-invalid'],
    [{ password: 'short' }, 'password-too-short'],
    [{ password: 'x'.repeat(129) }, 'password-too-long'],
  ])('with %j is refused', async (part, code) => {
    const made = await createAccount(program.services, {
      username: 'fine.name_1',
      password,
      name: 'x',
      ...part,
    });
    expect(made).toMatchObject({ refusal: { code } });
  });

  it('has a name of its own, also when two are made at once', async () => {
    const order = { username: 'Twice', password, name: 'x' };
    const made = await Promise.all([
      createAccount(program.services, order),
      createAccount(program.services, order),
    ]);
    expect(made.filter((each) => 'userId' in each)).toHaveLength(1);
    expect(made.find((each) => 'refusal' in each)).toMatchObject({
      refusal: { code: 'account-name-taken', params: { username: 'twice' } },
    });
  });

  it('that is disabled opens nothing any more, and works again with a new password', async () => {
    const { userId, username, token } = await makePerson();
    const cookie = cookieOf(await signIn(username));
    expect((await me({ cookie })).statusCode).toBe(200);
    expect(await disableAccount(program.services, userId)).toEqual({});
    expect((await me({ cookie })).statusCode).toBe(401);
    expect((await me(bearer(token))).statusCode).toBe(401);
    expect((await signIn(username)).statusCode).toBe(401);
    expect(await setPassword(program.services, userId, 'a newer password')).toEqual({});
    expect((await signIn(username, 'a newer password')).statusCode).toBe(200);
    expect((await me(bearer(token))).statusCode).toBe(401);
  });

  it('that does not exist cannot be changed', async () => {
    const nobody = program.services.newId();
    expect(await setPassword(program.services, nobody, password)).toEqual({ refusal: { code: 'not-found' } });
    expect(await disableAccount(program.services, nobody)).toEqual({ refusal: { code: 'not-found' } });
  });
});

it('tells the demo accounts in demo mode', async () => {
  const account = { username: 'a', password: 'b', name: 'c', role: 'clerk', region: '1502', token: 't' };
  program.services.demoAccounts.push(account);
  expect((await program.app.inject({ url: '/api/v1/demo/accounts' })).json()).toEqual([account]);
});
