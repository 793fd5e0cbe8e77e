import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterRow } from '#contract/matters/list-matters.ts';
import type { MatterPresent, TaskView } from '#contract/matters/matter.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let helper: Person;
let supervisor: Person;
let across: Person;

const housing = unitIdOf('1502', '150204/housing');
const labour = unitIdOf('1502', '150204/labour');
const justice = unitIdOf('1502', '150204/justice');
const monday = '2026-03-02T01:00:00Z';

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  helper = await hire(program, '150204/labour', 'handler');
  supervisor = await hire(program, '150204', 'supervisor');
  across = await hire(program, '150203', 'dispatcher');
});
afterAll(() => program?.stop());

async function act(
  person: Person,
  matter: { id: string; version: number },
  action: string,
  fields: object = {},
): Promise<MatterPresent> {
  const answer = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200);
  return answer.body;
}

async function handled(): Promise<MatterPresent> {
  const { body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' }],
  });
  let matter = await act(dispatcher, body.matter, 'accept');
  matter = await act(dispatcher, matter, 'route', { unitId: housing });
  return act(handler, matter, 'accept-hand-over');
}

const ask = (matter: MatterPresent, unitId = labour, more: object = {}) =>
  act(handler, matter, 'ask-assistance', { unitId, text: '请核实用工备案。', ...more });
const actions = (matter: MatterPresent): string[] => matter.allowedActions.map(({ action }) => action);
const tasksOf = async (person: Person, id: string): Promise<TaskView[]> =>
  (await person.get(`matters/${id}`)).body.tasks;

describe('an office that is asked to assist', () => {
  it('reads the file, finds it in its queue by its own limit, and answers; the matter stays due as it was', async () => {
    let matter = await handled();
    expect((await helper.get(`matters/${matter.id}`)).status).toBe(404);
    const { dueOn } = matter;
    matter = await ask(matter);
    expect(matter).toMatchObject({ dueOn, holder: { id: housing }, status: 'handling' });
    expect(matter.clocks.map(({ step }) => step.code)).toEqual(['handle']);
    expect(actions(matter)).not.toContain('record-outcome');

    const { body: file } = await helper.get(`matters/${matter.id}`);
    expect(file.tasks).toMatchObject([
      {
        unit: { id: labour },
        askedBy: { id: housing },
        isOpen: true,
        isOurs: true,
        asked: '请核实用工备案。',
        dueOn: '2026-03-09',
        isLate: false,
        clock: { step: { code: 'assist' }, limit: { count: 5, unit: 'working-day' } },
      },
    ]);
    expect(actions(file)).toEqual(['answer-task', 'return-task', 'log-step', 'add-paper', 'review-safety']);
    for (const queue of ['mine', 'office']) {
      const { body } = await helper.get(`matters?queue=${queue}`);
      const row = body.matters.find(({ id }: MatterRow) => id === matter.id);
      expect(row).toMatchObject({ dueOn: '2026-03-09', isAssisting: true });
      expect(row.reason).toContain('请本单位协办');
      expect(body.days).toContainEqual({ dueOn: '2026-03-09', count: body.matters.length });
    }
    expect((await helper.get('matters?queue=mine&due=late')).body.matters).toEqual([]);
    const own = (await handler.get('matters?queue=mine&limit=100')).body.matters;
    expect(own.find(({ id }: MatterRow) => id === matter.id)).toMatchObject({ dueOn, isAssisting: false });

    matter = await act(helper, matter, 'answer-task', { text: '已备案，工资未付。' });
    expect((await helper.get('matters?queue=mine')).body.matters).toEqual([]);
    expect(await tasksOf(helper, matter.id)).toMatchObject([
      { isOpen: false, status: { code: 'answered' }, answer: '已备案，工资未付。' },
    ]);
    const { body: read } = await handler.get(`matters/${matter.id}`);
    expect(actions(read)).toContain('record-outcome');
    expect(read.timeline.slice(0, 2).map(({ title }: { title: string }) => title)).toEqual([
      '答复协办',
      expect.stringMatching(/^请 .+ 协办$/),
    ]);
    await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '十日内修好。' });
    expect((await helper.get(`matters/${matter.id}`)).body.allowedActions).toEqual([]);
  });

  it('may return the task, and reads no more then', async () => {
    let matter = await ask(await handled());
    matter = await act(helper, matter, 'return-task', { reason: '不在本局管辖范围。' });
    expect((await helper.get(`matters/${matter.id}`)).status).toBe(404);
    expect(await tasksOf(handler, matter.id)).toMatchObject([
      { status: { code: 'returned' }, answer: '不在本局管辖范围。' },
    ]);
    await act(handler, { ...matter, version: matter.version }, 'record-outcome', {
      outcome: 'settled',
      text: '和解。',
    });
  });

  it('may be another centre; not a department of one, nor whoever works on it already', async () => {
    let matter = await handled();
    const refused = async (unitId: string) =>
      (
        await handler.post(`matters/${matter.id}/actions/ask-assistance`, {
          version: matter.version,
          unitId,
          text: '请协助。',
        })
      ).body.code;
    expect(await refused(unitIdOf('1502', '150203/housing'))).toBe('department-of-another-centre');
    expect(await refused(dispatcher.actor.unitId)).toBe('takes-part-already');
    expect(await refused('00000000-0000-7000-8000-000000000000')).toBe('unknown-unit');
    matter = await act(handler, matter, 'ask-assistance', {
      unitId: across.actor.unitId,
      text: '请协助。',
      days: 2,
    });
    expect(await tasksOf(across, matter.id)).toMatchObject([{ dueOn: '2026-03-04' }]);
    await act(across, matter, 'answer-task', { text: '已协助。' });
  });
});

describe('the lead', () => {
  it('cannot close over an open task, and is told whose it is; its supervisor waives it with reasons', async () => {
    let matter = await ask(await ask(await handled()), justice);
    matter = await act(helper, matter, 'answer-task', { text: '已核实。' });
    matter = (await handler.get(`matters/${matter.id}`)).body;
    const over = await handler.post(`matters/${matter.id}/actions/record-outcome`, {
      version: matter.version,
      outcome: 'settled',
      text: '和解。',
    });
    expect(over.body).toMatchObject({ status: 422, code: 'open-tasks' });
    expect(over.body.detail).toContain('司法局');
    const waiving = { version: matter.version, unitId: justice, reason: '双方已就事实达成一致。' };
    expect((await dispatcher.post(`matters/${matter.id}/actions/waive-task`, waiving)).body.code).toBe(
      'not-your-role',
    );
    matter = await act(supervisor, matter, 'waive-task', waiving);
    expect(await tasksOf(handler, matter.id)).toMatchObject([
      { status: { code: 'waived' }, answer: '双方已就事实达成一致。' },
      { status: { code: 'answered' } },
    ]);
    await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '和解。' });
  });

  it('sees which of two assisting offices is late: on the file, in its queue, and in its supervisor’s list', async () => {
    const matter = await ask(await ask(await handled(), labour, { days: 1 }), justice, { days: 10 });
    program.services.clock.set('2026-03-05T02:00:00Z');
    expect(await tasksOf(handler, matter.id)).toMatchObject([
      { unit: { id: labour }, isLate: true, remaining: -2 },
      { unit: { id: justice }, isLate: false },
    ]);
    const { body } = await dispatcher.get('matters?queue=office&limit=100');
    const row = body.matters.find(({ id }: MatterRow) => id === matter.id);
    expect(row).toMatchObject({ isLate: false });
    expect(row.reason).toContain('1 家协办单位超期');
    expect((await helper.get('matters?queue=mine&due=late')).body.matters).toMatchObject([
      { id: matter.id, isLate: true },
    ]);
    const { body: overseen } = await supervisor.get('oversight/matters?lateTasks=true');
    expect(overseen.matters).toMatchObject([{ id: matter.id, lateAssisting: [{ id: labour }] }]);
    expect(overseen.matters[0].reason).toContain('协办单位超期');
    const { body: figures } = await supervisor.get('oversight/figures');
    const place = figures.rows.find(
      ({ region }: { region: { code: string } }) => region.code === '150204001',
    );
    expect(place.lateTasks).toBe(1);
    // Who oversees another region learns nothing of it.
    const elsewhere = await hire(program, '150203', 'supervisor');
    expect((await elsewhere.get('oversight/matters?lateTasks=true')).body.matters).toEqual([]);
    const seen = await inTransaction(program.services, elsewhere.actor, (trx) =>
      sql`select * from hejie.overseen_tasks('1502', '1502', null)`.execute(trx),
    );
    expect(seen.rows).toEqual([]);
    program.services.clock.set(monday);
    await act(supervisor, matter, 'waive-task', { unitId: labour, reason: '不再需要。' });
  });
});

describe('refusals', () => {
  it('of a role, a state and a stale version', async () => {
    const matter = await handled();
    const asking = { version: matter.version, unitId: labour, text: '请协助。' };
    const url = `matters/${matter.id}/actions/ask-assistance`;
    expect((await clerk.post(url, asking)).body.code).toBe('not-your-role');
    expect((await helper.post(url, asking)).status).toBe(404);
    const { body } = await clerk.post('matters', {
      channel: 'letter',
      kind: '99',
      regionCode: '150204',
      story: '来信一封。',
      parties: [{ seat: 'applicant', kind: 'anonymous' }],
    });
    const early = await dispatcher.post(`matters/${body.matter.id}/actions/ask-assistance`, {
      ...asking,
      version: 1,
    });
    expect(early.body.code).toBe('wrong-state');
    await ask(matter);
    expect((await handler.post(url, asking)).body).toMatchObject({ status: 409, code: 'stale-version' });
    const nobody = { version: matter.version + 1, text: '已核实。' };
    expect((await handler.post(`matters/${matter.id}/actions/answer-task`, nobody)).body.code).toBe(
      'not-your-part',
    );
  });

  it('of the second of two at once; the same request twice makes one task', async () => {
    let matter = await handled();
    const colleague = await hire(program, '150204/housing', 'mediator');
    const url = `matters/${matter.id}/actions/ask-assistance`;
    const asking = { version: matter.version, unitId: labour, text: '请协助。' };
    const answers = await Promise.all([handler, colleague].map((one) => one.post(url, asking)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    matter = (await handler.get(`matters/${matter.id}`)).body;
    const headers = { 'idempotency-key': 'ask-assistance-1' };
    const again = { ...asking, version: matter.version, unitId: justice };
    const first = await handler.post(url, again, headers);
    const second = await handler.post(url, again, headers);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await tasksOf(handler, matter.id)).toHaveLength(2);
  });
});

describe('the database', () => {
  it('shows tasks to those who take part alone, and holds no word of them in clear', async () => {
    const matter = await ask(await handled());
    const count = (person: Person) =>
      inTransaction(program.services, person.actor, async (trx) => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from hejie.task where matter_id = ${matter.id}`.execute(trx);
        return rows[0]?.n;
      });
    expect([await count(helper), await count(clerk), await count(across)]).toEqual([1, 1, 0]);
    const { rows } = await sql<{ stored: string }>`
      select t::text || coalesce((select string_agg(e::text, '') from hejie.event e where e.matter_id = t.matter_id), '')
        as stored from hejie.task t where t.matter_id = ${matter.id}`.execute(program.admin.db);
    expect(rows[0]?.stored).not.toContain('用工备案');
  });
});
