import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let security: Person;
let system: Person;
let auditor: Person;
let clerk: Person;
let count = 0;

beforeAll(async () => {
  program = await createTestProgram();
  security = await hire(program, '1502', 'security-admin');
  system = await hire(program, '1502', 'system-admin');
  auditor = await hire(program, '1502', 'auditor');
  clerk = await hire(program, '150204', 'clerk');
});
afterAll(() => program?.stop());

function newUsername(): string {
  count += 1;
  return `zhao-${count}`;
}

async function makeAccount(more: object = {}) {
  const answer = await security.post('organisation/accounts', {
    username: newUsername(),
    name: '赵敏',
    ...more,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function signIn(username: string, password: string): Promise<number> {
  const headers = { host: 'localhost', 'sec-fetch-site': 'same-origin' };
  const payload = { username, password };
  const answer = await program.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers,
    payload,
  });
  return answer.statusCode;
}

const accountEvents = (subjectId: string) =>
  program.admin.db
    .selectFrom('hejie.organisation_event')
    .select(['type', 'actor_user_id', 'data'])
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();

describe('making an account', () => {
  it('shows an initial password once, with which one can sign in, and puts it on record', async () => {
    const { account, password } = await makeAccount();
    expect(password).toMatch(/^([2-9a-z]{4}-){3}[2-9a-z]{4}$/);
    expect(account).toMatchObject({ name: '赵敏', disabledAt: null, postings: [] });
    expect(await signIn(account.username, password)).toBe(200);
    expect(await accountEvents(account.id)).toMatchObject([
      { type: 'account-created', actor_user_id: security.actor.userId, data: { userId: account.id } },
    ]);
  });

  it('takes a password that is given, and does not show it', async () => {
    const { account, password } = await makeAccount({ password: 'given by hand 柠檬' });
    expect(password).toBeNull();
    expect(await signIn(account.username, 'given by hand 柠檬')).toBe(200);
  });

  it.each([
    [{ username: 'a', name: '赵' }, 422, 'account-name-invalid', 'username'],
    [{ username: 'zhao min', name: '赵' }, 422, 'account-name-invalid', 'username'],
    [{ username: 'zhao-min', name: '赵', password: 'short' }, 422, 'password-too-short', 'password'],
    [{ username: 'zhao-min', name: ' ' }, 400, 'invalid-input', undefined],
    [{ username: 'zhao-min' }, 400, 'invalid-input', undefined],
    [{ username: 'zhao-min', name: '赵', role: 'clerk' }, 400, 'invalid-input', undefined],
  ])('refuses %j', async (body, status, code, field) => {
    const answer = await security.post('organisation/accounts', body);
    expect(answer).toMatchObject({ status, body: { code, ...(field && { field }) } });
  });

  it('refuses a name that is taken, also by somebody at this moment', async () => {
    const order = { username: newUsername(), name: '赵敏' };
    const answers = await Promise.all([1, 2].map(() => security.post('organisation/accounts', order)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe('account-name-taken');
  });

  it('makes one account of the same request twice, also at once, and tells the password only once', async () => {
    const order = { username: newUsername(), name: '赵敏' };
    const headers = { 'idempotency-key': 'make-zhao-once' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => security.post('organisation/accounts', order, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.account.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.password !== null)).toHaveLength(1);
    const other = await security.post('organisation/accounts', { ...order, name: '别人' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('is for the security administrator alone', async () => {
    for (const person of [system, auditor, clerk]) {
      const answer = await person.post('organisation/accounts', { username: newUsername(), name: '赵敏' });
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect((await person.get('organisation/accounts')).status).toBe(403);
    }
  });
});

describe('listing accounts', () => {
  it('finds by a part of the name or user name, and pages by key', async () => {
    for (const username of ['page-c', 'page-a', 'page-b'])
      await makeAccount({ username, name: `翻页${username}` });
    const first = await security.get('organisation/accounts?find=PAGE-&limit=2');
    expect(first.body.accounts.map(({ username }: { username: string }) => username)).toEqual([
      'page-a',
      'page-b',
    ]);
    const second = await security.get(`organisation/accounts?find=page-&limit=2&after=${first.body.next}`);
    expect(second.body.accounts.map(({ username }: { username: string }) => username)).toEqual(['page-c']);
    expect(second.body.next).toBeNull();
    expect(
      (await security.get(`organisation/accounts?find=${encodeURIComponent('翻页page-b')}`)).body.accounts,
    ).toHaveLength(1);
    expect((await security.get('organisation/accounts?find=%25')).body.accounts).toEqual([]);
  });

  it('says what each is posted as, and refuses a made-up page', async () => {
    const { body } = await security.get('organisation/accounts?find=clerk-150204');
    expect(body.accounts[0].postings).toMatchObject([
      { role: 'clerk', roleLabel: '接待员', isInForce: true },
    ]);
    const bent = await security.get('organisation/accounts?after=4pyT');
    expect(bent).toMatchObject({ status: 400, body: { field: 'after' } });
  });
});

describe('setting a password anew', () => {
  it('ends the old one at once', async () => {
    const { account, password } = await makeAccount();
    const answer = await security.post(`organisation/accounts/${account.id}/actions/set-password`, {});
    expect(answer.status).toBe(200);
    expect(await signIn(account.username, password)).toBe(401);
    expect(await signIn(account.username, answer.body.password)).toBe(200);
    expect((await accountEvents(account.id)).map(({ type }) => type)).toEqual([
      'account-created',
      'password-set',
    ]);
  });

  it('is refused to others and for nobody', async () => {
    const nobody = program.services.newId();
    expect((await security.post(`organisation/accounts/${nobody}/actions/set-password`, {})).status).toBe(
      404,
    );
    expect((await clerk.post(`organisation/accounts/${nobody}/actions/set-password`, {})).status).toBe(403);
  });
});

describe('disabling an account', () => {
  it('ends access and postings at once, and setting a password brings the account back without them', async () => {
    const { account, password } = await makeAccount();
    const posting = { userId: account.id, unitId: clerk.actor.unitId, role: 'clerk', fromDay: '2026-03-01' };
    expect((await security.post('organisation/postings', posting)).status).toBe(201);
    const url = `organisation/accounts/${account.id}/actions/disable`;
    const answers = await Promise.all([security.post(url, {}), security.post(url, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const done = answers.find(({ status }) => status === 200)?.body;
    expect(done).toMatchObject({ account: { disabledAt: expect.any(String), postings: [] }, handedOver: 0 });
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('account-disabled');
    expect(await signIn(account.username, password)).toBe(401);
    expect((await accountEvents(account.id)).map(({ type }) => type)).toEqual([
      'account-created',
      'account-disabled',
    ]);

    const back = await security.post(`organisation/accounts/${account.id}/actions/set-password`, {});
    expect(back.body.account).toMatchObject({ disabledAt: null, postings: [] });
    expect(await signIn(account.username, back.body.password)).toBe(200);
  });

  it('is refused for oneself, for the last of a kind, to others', async () => {
    const own = await security.post(`organisation/accounts/${security.actor.userId}/actions/disable`, {});
    expect(own).toMatchObject({ status: 422, body: { code: 'own-account' } });
    const last = await security.post(`organisation/accounts/${auditor.actor.userId}/actions/disable`, {});
    expect(last).toMatchObject({ status: 422, body: { code: 'last-of-its-kind' } });
    expect(last.body.detail).toContain('审计员');
    expect((await auditor.get('me')).status).toBe(200);
    expect(
      (await system.post(`organisation/accounts/${clerk.actor.userId}/actions/disable`, {})).status,
    ).toBe(403);
  });
});
