import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let security: Person;
let system: Person;
let clerk: Person;
let dispatcher: Person;
let supervisor: Person;
let count = 0;

const city = unitIdOf('1502', '1502');
const centre = unitIdOf('1502', '150204');
const housing = unitIdOf('1502', '150204/housing');

beforeAll(async () => {
  program = await createTestProgram();
  security = await hire(program, '1502', 'security-admin');
  system = await hire(program, '1502', 'system-admin');
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  supervisor = await hire(program, '150204', 'supervisor');
});
afterAll(() => program?.stop());

async function makeAccount(): Promise<string> {
  count += 1;
  const { body } = await security.post('organisation/accounts', { username: `qian-${count}`, name: '钱进' });
  return body.account.id;
}

const order = (userId: string, more: object = {}) => ({
  userId,
  unitId: centre,
  role: 'clerk',
  fromDay: '2026-03-01',
  ...more,
});

async function post(userId: string, more: object = {}) {
  const answer = await security.post('organisation/postings', order(userId, more));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

const end = (posting: { id: string; version: number }, more: object = {}) =>
  security.post(`organisation/postings/${posting.id}/actions/end`, { version: posting.version, ...more });

const postingOf = async (person: Person) =>
  (await security.get(`organisation/postings?userId=${person.actor.userId}`)).body.postings[0];

/** A matter that this handler has taken on at the housing department. */
async function handled(handler: Person, more: 'assigned' | 'resolved' = 'assigned') {
  const story = '小区顶楼漏水半年，物业一直没有修。';
  const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '138 0000 0000' }];
  const body = { channel: 'window', kind: '15', regionCode: '150204001', story, parties };
  let { body: matter } = { body: (await clerk.post('matters', body)).body.matter };
  const act = async (person: Person, action: string, fields: object = {}) => {
    const answer = await person.post(`matters/${matter.id}/actions/${action}`, {
      version: matter.version,
      ...fields,
    });
    expect(answer.status, `${action} ${JSON.stringify(answer.body)}`).toBe(200);
    matter = answer.body;
  };
  await act(dispatcher, 'accept');
  await act(dispatcher, 'route', { unitId: housing });
  await act(handler, 'accept-hand-over');
  if (more === 'resolved') {
    await act(handler, 'record-outcome', { outcome: 'settled', text: '双方达成一致。' });
    await act(handler, 'answer', { by: 'phone', text: '已答复。' });
  }
  return matter;
}

const stored = (id: string) =>
  program.admin.db
    .selectFrom('hejie.matter')
    .select(['version', 'handler_user_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const lastEvent = (id: string) =>
  program.admin.db
    .selectFrom('hejie.event')
    .selectAll()
    .where('matter_id', '=', id)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();

describe('posting somebody', () => {
  it('gives access from the next request on, and is on record', async () => {
    const colleague = await hire(program, '150204', 'clerk', 'second-posting');
    const posting = await post(colleague.actor.userId, {
      unitId: housing,
      role: 'mediator',
      untilDay: '2026-12-31',
    });
    expect(posting).toMatchObject({
      version: 1,
      unit: { id: housing, kind: 'department' },
      role: 'mediator',
      roleLabel: '调解员',
      untilDay: '2026-12-31',
      isInForce: true,
    });
    const me = await colleague.get('me');
    expect(me.body.postings.map(({ role }: { role: string }) => role)).toEqual(['clerk', 'mediator']);
    const events = await program.admin.db
      .selectFrom('hejie.organisation_event')
      .select(['type', 'data'])
      .where('subject_id', '=', posting.id)
      .execute();
    expect(events).toMatchObject([
      { type: 'posting-created', data: { userId: colleague.actor.userId, role: 'mediator' } },
    ]);
  });

  it('keeps the three administrators apart from each other and from work', async () => {
    const userId = await makeAccount();
    await post(userId);
    const refused = await security.post(
      'organisation/postings',
      order(userId, { unitId: city, role: 'auditor' }),
    );
    expect(refused).toMatchObject({ status: 422, body: { code: 'posting-apart', field: 'role' } });
    const answers = await Promise.all(
      ['auditor', 'system-admin'].map(async (role) => {
        return security.post('organisation/postings', order(await makeAccount(), { unitId: city, role }));
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('keeps them apart also when two administrators post one account at the same moment', async () => {
    const userId = await makeAccount();
    const answers = await Promise.all(
      ['auditor', 'system-admin', 'security-admin'].map((role) =>
        security.post('organisation/postings', order(userId, { unitId: city, role })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  it.each([
    ['oneself', () => ({ userId: security.actor.userId }), 'posting-for-oneself'],
    ['as a clerk at a department', () => ({ unitId: housing }), 'role-not-at-unit'],
    ['as an auditor of a county', () => ({ role: 'auditor' }), 'role-not-at-unit'],
    ['backwards', () => ({ untilDay: '2026-02-01' }), 'days-reversed'],
    ['for days gone by', () => ({ fromDay: '2026-01-01', untilDay: '2026-03-01' }), 'days-over'],
    ['at no unit', () => ({ unitId: program.services.newId() }), 'unknown-unit'],
    ['nobody', () => ({ userId: program.services.newId() }), 'not-found'],
  ])('refuses to post %s', async (_name, more, code) => {
    const answer = await security.post('organisation/postings', order(await makeAccount(), more()));
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it('refuses the same posting twice, and allows it again once it has run out', async () => {
    const userId = await makeAccount();
    await post(userId, { untilDay: '2026-03-02' });
    expect((await security.post('organisation/postings', order(userId))).body.code).toBe('posting-twice');
    const monday = program.services.clock.now();
    program.services.clock.set(monday.add({ hours: 24 }));
    await post(userId, { fromDay: '2026-03-03' });
    program.services.clock.set(monday);
  });

  it('makes one posting of the same request twice, also at once; another body is refused', async () => {
    const userId = await makeAccount();
    const headers = { 'idempotency-key': 'post-qian-once' };
    const answers = await Promise.all(
      [1, 2].map(() => security.post('organisation/postings', order(userId), headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const other = await security.post('organisation/postings', order(userId, { role: 'leader' }), headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('is for the security administrator alone', async () => {
    for (const person of [system, supervisor, clerk]) {
      const answer = await person.post('organisation/postings', order(await makeAccount()));
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });
});

describe('reading who is posted', () => {
  it('shows colleagues their office and its centre its departments, pages by key, and hides the rest', async () => {
    const first = await supervisor.get(`organisation/postings?unitId=${centre}&limit=2`);
    expect(first.body.postings).toHaveLength(2);
    const second = await supervisor.get(
      `organisation/postings?unitId=${centre}&limit=2&after=${first.body.next}`,
    );
    expect(second.status).toBe(200);
    const seen = [...first.body.postings, ...second.body.postings].map(({ id }: { id: string }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await supervisor.get(`organisation/postings?unitId=${housing}`)).status).toBe(200);
    expect((await supervisor.get(`organisation/postings?unitId=${city}`)).status).toBe(403);
    expect((await clerk.get(`organisation/postings?userId=${clerk.actor.userId}`)).status).toBe(403);
    expect((await system.get('organisation/postings')).status).toBe(200);
  });
});

describe('ending a posting', () => {
  it('hands the open work over to a successor, each matter with an event of its own', async () => {
    const leaving = await hire(program, '150204/housing', 'handler', 'leaving-1');
    const successor = await hire(program, '150204/housing', 'mediator', 'successor-1');
    const [open, resolved] = [await handled(leaving), await handled(leaving, 'resolved')];
    const answer = await end(await postingOf(leaving), { successorUserId: successor.actor.userId });
    expect(answer).toMatchObject({
      status: 200,
      body: { handedOver: 1, posting: { isInForce: false, version: 2 } },
    });
    expect(await stored(open.id)).toEqual({
      version: open.version + 1,
      handler_user_id: successor.actor.userId,
    });
    expect(await lastEvent(open.id)).toMatchObject({
      type: 'hand-over-work',
      version: open.version + 1,
      actor_user_id: security.actor.userId,
      actor_role: 'security-admin',
      data: { handlerUserId: successor.actor.userId },
    });
    // Whoever handled it may not call back on it, so a finished matter keeps its handler.
    expect((await stored(resolved.id)).handler_user_id).toBe(leaving.actor.userId);
    expect((await leaving.get('matters')).status).toBe(403);
    const file = await successor.get(`matters/${open.id}`);
    expect(file.body.timeline ?? file.body.events).toContainEqual(
      expect.objectContaining({ type: 'hand-over-work' }),
    );
  });

  it('leaves the work to be assigned where nobody is named, and none where the person still settles there', async () => {
    const leaving = await hire(program, '150204/housing', 'handler', 'leaving-2');
    await post(leaving.actor.userId, { unitId: housing, role: 'mediator' });
    const open = await handled(leaving);
    const { body: held } = await security.get(`organisation/postings?userId=${leaving.actor.userId}`);
    expect((await end(held.postings[0])).body.handedOver).toBe(0);
    expect((await end(held.postings[1])).body.handedOver).toBe(1);
    expect((await stored(open.id)).handler_user_id).toBeNull();
  });

  it('refuses a successor from elsewhere, and then moves nothing', async () => {
    const leaving = await hire(program, '150204/housing', 'handler', 'leaving-3');
    const open = await handled(leaving);
    const posting = await postingOf(leaving);
    for (const successorUserId of [clerk.actor.userId, leaving.actor.userId, program.services.newId()]) {
      const answer = await end(posting, { successorUserId });
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'successor-not-posted', field: 'successorUserId' },
      });
    }
    expect((await stored(open.id)).version).toBe(open.version);
    expect((await leaving.get('matters')).status).toBe(200);
  });

  it('lets one of two at once win, and tells the other', async () => {
    const posting = await post(await makeAccount());
    const answers = await Promise.all([end(posting), end(posting)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('posting-ended');
    const stale = await end({ id: (await post(await makeAccount())).id, version: 7 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version', current: { version: 1 } } });
    expect((await end({ id: program.services.newId(), version: 1 })).status).toBe(404);
  });

  it('never ends the last of the three kinds, also when the last two end at once', async () => {
    const posting = await postingOf(security);
    expect(await end(posting)).toMatchObject({ status: 422, body: { code: 'last-of-its-kind' } });
    const second = await hire(program, '1502', 'security-admin', 'security-2');
    const postings = [posting, await postingOf(second)];
    const answers = await Promise.all(postings.map((one) => end(one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const staying = answers[0]?.status === 200 ? second : security;
    expect((await staying.get('organisation/accounts')).status).toBe(200);
    security = staying;
  });

  it('is for the security administrator alone', async () => {
    const posting = await post(await makeAccount());
    const answer = await system.post(`organisation/postings/${posting.id}/actions/end`, { version: 1 });
    expect(answer.status).toBe(403);
  });
});

describe('the narrow door past participation', () => {
  it('opens to nobody but whoever administers postings', async () => {
    const handler = await hire(program, '150204/housing', 'handler', 'stays');
    const open = await handled(handler);
    const { handOverWork } = await import('#server/features/matters/public.ts');
    const { inTransaction } = await import('#server/database/transaction.ts');
    const work = { unitId: housing, fromUserId: handler.actor.userId, toUserId: null };
    for (const person of [system, clerk]) {
      const attempt = inTransaction(program.services, person.actor, (trx) =>
        handOverWork(program.services, trx, person.actor, work),
      );
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
    expect((await stored(open.id)).version).toBe(open.version);
  });
});
