import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let security: Person;
let supervisor: Person;
let stranger: Person;
let clerk: Person;
let deputy: Person;
let count = 0;

const housing = unitIdOf('1502', '150204/housing');

beforeAll(async () => {
  program = await createTestProgram();
  security = await hire(program, '1502', 'security-admin');
  supervisor = await hire(program, '150204', 'supervisor');
  stranger = await hire(program, '150203', 'supervisor');
  clerk = await hire(program, '150204', 'clerk');
  deputy = await hire(program, '150204/housing', 'mediator');
});
afterAll(() => program?.stop());

function newHandler(): Promise<Person> {
  count += 1;
  return hire(program, '150204/housing', 'handler', `sun-${count}`);
}

const order = (person: Person, more: object = {}) => ({
  unitId: housing,
  userId: person.actor.userId,
  deputyUserId: deputy.actor.userId,
  fromDay: '2026-03-02',
  untilDay: '2026-03-13',
  ...more,
});
const arrange = (by: Person, person: Person, more: object = {}, headers = {}) =>
  by.post('organisation/absences', order(person, more), headers);
const cancel = (by: Person, absence: { id: string; version: number }) =>
  by.post(`organisation/absences/${absence.id}/actions/cancel`, { version: absence.version });

describe('arranging an absence', () => {
  it('is done by the supervisor, the person or the security administrator, and is on record', async () => {
    for (const who of ['supervisor', 'person', 'security'] as const) {
      const handler = await newHandler();
      const by = { supervisor, person: handler, security }[who];
      const answer = await arrange(by, handler);
      expect(answer, who).toMatchObject({
        status: 201,
        body: {
          unit: { id: housing },
          deputy: { id: deputy.actor.userId },
          isNow: true,
          mayCancel: true,
          version: 1,
        },
      });
      const events = await program.admin.db
        .selectFrom('hejie.organisation_event')
        .select(['type', 'actor_user_id'])
        .where('subject_id', '=', answer.body.id)
        .execute();
      expect(events).toEqual([{ type: 'absence-created', actor_user_id: by.actor.userId }]);
    }
  });

  it('is refused to colleagues, to other centres and to roles without this work', async () => {
    const handler = await newHandler();
    const leader = await hire(program, '150204', 'leader');
    for (const by of [deputy, clerk, stranger, leader]) {
      expect(await arrange(by, handler)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  it.each([
    ['backwards', { untilDay: '2026-03-01' }, 'days-reversed'],
    ['in the past', { fromDay: '2026-02-01', untilDay: '2026-03-01' }, 'days-over'],
    ['at no unit', { unitId: '01900000-0000-7000-8000-000000000000' }, 'unknown-unit'],
  ])('is refused %s', async (_name, more, code) => {
    expect(await arrange(security, await newHandler(), more)).toMatchObject({ status: 422, body: { code } });
  });

  it('wants a deputy who is there and can do the work', async () => {
    const handler = await newHandler();
    const as = (deputyUserId: string) => arrange(supervisor, handler, { deputyUserId });
    expect((await as(handler.actor.userId)).body.code).toBe('deputy-oneself');
    expect((await as(clerk.actor.userId)).body.code).toBe('deputy-not-posted');
    const away = await newHandler();
    expect((await arrange(supervisor, away)).status).toBe(201);
    expect((await as(away.actor.userId)).body.code).toBe('deputy-absent');
    expect((await arrange(security, clerk)).body.code).toBe('absent-not-posted');
  });

  it('is there once, of the same request twice and of two at once', async () => {
    const handler = await newHandler();
    const headers = { 'idempotency-key': 'absence-of-sun' };
    const same = await Promise.all([1, 2].map(() => arrange(supervisor, handler, {}, headers)));
    expect(same.map(({ status }) => status)).toEqual([201, 201]);
    expect(same[0]?.body).toEqual(same[1]?.body);
    const other = await arrange(supervisor, handler, { untilDay: '2026-03-20' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });

    const second = await newHandler();
    const two = await Promise.all([arrange(supervisor, second), arrange(security, second)]);
    expect(two.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(two.find(({ status }) => status === 422)?.body.code).toBe('absence-overlaps');
  });
});

describe('what an absence does', () => {
  it("puts the absent colleague's matters into the deputy's queue until it is cancelled", async () => {
    const handler = await newHandler();
    const dispatcher = await hire(program, '150204', 'dispatcher');
    const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '138 0000 0000' }];
    const story = '小区顶楼漏水半年，物业一直没有修。';
    const registration = { channel: 'window', kind: '15', regionCode: '150204001', story, parties };
    let { matter } = (await clerk.post('matters', registration)).body;
    for (const [person, action, fields] of [
      [dispatcher, 'accept', {}],
      [dispatcher, 'route', { unitId: housing }],
      [handler, 'accept-hand-over', {}],
    ] as const) {
      matter = (
        await person.post(`matters/${matter.id}/actions/${action}`, { version: matter.version, ...fields })
      ).body;
    }
    const isMine = async () =>
      (await deputy.get('matters?queue=mine')).body.matters.some(
        ({ id }: { id: string }) => id === matter.id,
      );
    expect(await isMine()).toBe(false);
    const { body: absence } = await arrange(supervisor, handler);
    expect(await isMine()).toBe(true);
    await cancel(supervisor, absence);
    expect(await isMine()).toBe(false);
  });

  it('ends when one of the two leaves the office', async () => {
    const handler = await newHandler();
    const { body: absence } = await arrange(supervisor, handler);
    const { body: held } = await security.get(`organisation/postings?userId=${handler.actor.userId}`);
    await security.post(`organisation/postings/${held.postings[0].id}/actions/end`, { version: 1 });
    expect((await cancel(supervisor, absence)).body.code).toBe('absence-cancelled');
  });
});

describe('cancelling an absence', () => {
  it('happens once; a stale or strange one is refused', async () => {
    const handler = await newHandler();
    const { body: absence } = await arrange(supervisor, handler);
    expect(await cancel(deputy, absence)).toMatchObject({ status: 403 });
    expect(await cancel(supervisor, { ...absence, version: 3 })).toMatchObject({
      status: 409,
      body: { code: 'stale-version', current: { version: 1 } },
    });
    const answers = await Promise.all([cancel(handler, absence), cancel(supervisor, absence)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('absence-cancelled');
    expect(await cancel(supervisor, { id: program.services.newId(), version: 1 })).toMatchObject({
      status: 404,
    });
  });

  it('is refused once it is over', async () => {
    const { body: absence } = await arrange(supervisor, await newHandler());
    const monday = program.services.clock.now();
    program.services.clock.set(monday.add({ hours: 24 * 20 }));
    expect(await cancel(supervisor, absence)).toMatchObject({ status: 422, body: { code: 'absence-over' } });
    program.services.clock.set(monday);
  });
});

describe('listing absences', () => {
  it('shows those of an office to it and its centre, the latest first, in pages; not to others', async () => {
    const first = await supervisor.get(`organisation/absences?unitId=${housing}&limit=2`);
    expect(first.body.absences).toHaveLength(2);
    const next = await supervisor.get(
      `organisation/absences?unitId=${housing}&limit=100&after=${first.body.next}`,
    );
    const ids = [...first.body.absences, ...next.body.absences].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await deputy.get('organisation/absences')).body.absences[0]).toMatchObject({ mayCancel: false });
    expect((await stranger.get(`organisation/absences?unitId=${housing}`)).status).toBe(403);
    expect((await security.get(`organisation/absences?unitId=${housing}`)).status).toBe(200);
  });
});
