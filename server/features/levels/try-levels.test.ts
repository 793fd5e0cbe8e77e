import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TryLevelsAnswer } from '#contract/levels/level-rules.ts';
import { segmentsOf } from '#domain/levels/history.ts';
import type { LevelRow } from '#domain/levels/levels.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { levelledMatters } from './follow-levels.queries.ts';
import { levelHistory } from './try-levels.queries.ts';

let program: TestProgram;
let supervisor: Person;
let countySupervisor: Person;
let clerk: Person;
let dispatcher: Person;
let handler: Person;

const housing = unitIdOf('1502', '150204/housing');
const registration = {
  channel: 'window',
  kind: '15',
  regionCode: '150204001',
  subject: '屋面漏水',
  story: '小区顶楼漏水半年，物业一直没有修。',
  request: '修好屋面。',
  parties: [
    { seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' },
    { seat: 'respondent', kind: 'organisation', name: '安居物业' },
  ],
};
const red: LevelRow = { level: 'red', when: [{ fact: 'danger', op: '=', number: 1 }] };
const draft: LevelRow[] = [
  { level: 'blue', when: [{ fact: 'transfers', op: '>=', number: 1 }] },
  { level: 'yellow', when: [{ fact: 'parties', op: '>=', number: 3 }] },
  { level: 'orange', when: [{ fact: 'returns', op: '>=', number: 1 }] },
  red,
];

type Seen = { readonly id: string; readonly code: string; readonly version: number };

async function register(more: object = {}): Promise<Seen> {
  const { status, body } = await clerk.post('matters', { ...registration, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.matter;
}
async function act(by: Person, matter: Seen, action: string, fields: object = {}): Promise<Seen> {
  const { status, body } = await by.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(status, `${action}: ${JSON.stringify(body)}`).toBe(200);
  return body;
}
const day = (date: string) => program.services.clock.set(`${date}T02:00:00Z`);

beforeAll(async () => {
  program = await createTestProgram();
  supervisor = await hire(program, '1502', 'supervisor');
  countySupervisor = await hire(program, '150204', 'supervisor');
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
});
afterAll(() => program?.stop());

async function trial(rows: readonly LevelRow[] = draft): Promise<TryLevelsAnswer> {
  const { status, body } = await supervisor.post('levels/try', { rows });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

describe('trying rules on the past quarter', () => {
  it('tells what colour each matter would have had, from its events', async () => {
    day('2026-03-02');
    // Ended before the quarter began.
    await act(clerk, await register(), 'withdraw', { reason: '双方已和解。' });

    day('2026-06-01');
    const calm = await register();
    let returned = await act(dispatcher, await register(), 'accept');
    returned = await act(dispatcher, returned, 'route', { unitId: housing });
    returned = await act(handler, returned, 'return-hand-over', { reason: '不属于本部门职责。' });
    await act(dispatcher, calm, 'accept');

    let passedOn = await act(dispatcher, await register(), 'accept');
    passedOn = await act(dispatcher, passedOn, 'route', { unitId: housing });
    passedOn = await act(handler, passedOn, 'accept-hand-over');
    await act(handler, passedOn, 'transfer', {
      unitId: unitIdOf('1502', '150204/labour'),
      reason: '涉及劳动报酬。',
    });

    // In danger for a while, and not any more.
    const endangered = await register({
      safety: { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' },
    });
    day('2026-06-02');
    await act(clerk, endangered, 'review-safety', { safety: null, reason: '已妥善处理。' });

    // Sealed: it counts, but no list shows it.
    const third = { seat: 'respondent', kind: 'person', name: '李某' };
    let sealed = await register({ parties: [...registration.parties, third] });
    sealed = await act(dispatcher, sealed, 'accept');
    sealed = await act(dispatcher, sealed, 'route', { unitId: housing });
    sealed = await act(handler, sealed, 'accept-hand-over');
    await act(countySupervisor, sealed, 'seal', {
      ground: 'child-involved',
      reason: '涉及未成年人。',
      readerUserIds: [handler.actor.userId, dispatcher.actor.userId],
    });

    const answer = await trial();
    expect(answer).toMatchObject({ since: '2026-03-04', done: 5, total: 5, cursor: null, changed: 3 });
    expect(answer.draft).toEqual({ none: 1, blue: 1, yellow: 1, orange: 1, red: 1 });
    const byCode = new Map(answer.changes.map(({ code, from, to }) => [code, [from, to]]));
    expect(byCode.get(passedOn.code)).toEqual([null, 'blue']);
    expect(byCode.get(returned.code)).toEqual(['blue', 'orange']);
    expect(byCode.has(calm.code)).toBe(false);
    expect(byCode.has(endangered.code)).toBe(false);
    expect(byCode.has(sealed.code)).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('王秀兰');
    expect(Object.keys(answer.changes[0] ?? {}).sort()).toEqual(['code', 'from', 'isOpen', 'office', 'to']);
  });

  it('sees limits run out between two events', async () => {
    day('2026-06-30');
    const late = (days: number): LevelRow[] => [
      { level: 'orange', when: [{ fact: 'days-overdue', op: '>=', number: days }] },
      red,
    ];
    expect((await trial(late(10))).draft).toMatchObject({ none: 1, orange: 3, red: 1 });
    expect((await trial(late(60))).draft).toMatchObject({ none: 4, red: 1 });
  });

  it('rebuilds from the events what stands in the database', async () => {
    const { services } = program;
    const scope = { cityCode: '1502', zone: 'Asia/Shanghai', since: '2026-03-04T00:00:00Z' };
    const tried = await inTransaction(services, supervisor.actor, (trx) =>
      levelHistory(trx, scope, null, 100),
    );
    const stored = await inTransaction(services, { cityCode: '1502', role: 'program' }, (trx) =>
      levelledMatters(trx, '1502', null, 100),
    );
    expect(stored.length).toBeGreaterThan(4);
    for (const { id, runningDue, ...facts } of stored) {
      const history = tried.find((one) => one.id === id);
      // No number of parties but what the events say.
      const rebuilt = segmentsOf(history?.events ?? [], -1).at(-1)?.facts;
      expect(rebuilt).toEqual({ ...facts, runningDue: runningDue.toSorted() });
    }
  });

  it('goes on part by part, and each matter comes once', async () => {
    await sql`
      insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
        needs, is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings,
        not_reached_on, is_sampled, due_from, due_on, registered_at, is_history)
      select city_code, gen_random_uuid(), code || n, version, status, channel, kind, region_code, '', '', '', needs,
        is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings, not_reached_on,
        is_sampled, due_from, due_on, registered_at, false
      from (select * from hejie.matter where is_open order by id limit 1) m, generate_series(1, 450) n`.execute(
      program.admin.db,
    );
    await sql`
      insert into hejie.event (city_code, matter_id, version, id, type, actor_role, occurred_at, recorded_at, data)
      select m.city_code, m.id, 1, gen_random_uuid(), 'register', 'clerk', '2026-06-01T02:00:00Z', '2026-06-01T02:00:00Z',
        '{"to": "registered", "partyCount": 4}'
      from hejie.matter m where not exists (select from hejie.event e where e.matter_id = m.id)`.execute(
      program.admin.db,
    );
    const parts: TryLevelsAnswer[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { body } = await supervisor.post('levels/try', { rows: draft, ...(cursor && { cursor }) });
      parts.push(body);
      cursor = body.cursor;
    }
    expect(parts.map(({ done, total }) => [done, total])).toEqual([
      [200, 455],
      [400, 455],
      [455, 455],
    ]);
    expect(parts.reduce((sum, { draft: { yellow } }) => sum + yellow, 0)).toBe(451);
    const codes = parts.flatMap(({ changes }) => changes.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('refuses rules that the grammar refuses, and a cursor that is none', async () => {
    expect(await supervisor.post('levels/try', { rows: [] })).toMatchObject({
      status: 422,
      body: { code: 'level-rules-faulty', errors: [{ field: 'rows' }] },
    });
    expect((await supervisor.post('levels/try', { rows: draft, cursor: 'x' })).status).toBe(400);
  });
});
