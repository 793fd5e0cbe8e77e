import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let assistant: Person;
let supervisor: Person;

const registration = {
  channel: 'window',
  kind: '15',
  regionCode: '150204001',
  story: '小区顶楼漏水半年，物业一直没有修。',
  request: '修好屋面。',
  parties: [
    { seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' },
    { seat: 'respondent', kind: 'organisation', name: '安居物业' },
  ],
};

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  assistant = await hire(program, '150204/labour', 'handler');
  supervisor = await hire(program, '150204', 'supervisor');
});
afterAll(() => program?.stop());

type Seen = { readonly id: string; readonly version: number };

async function register(more: object = {}): Promise<Seen> {
  program.services.clock.set('2026-03-02T01:00:00Z');
  const { status, body } = await clerk.post('matters', { ...registration, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.matter;
}
async function act(by: Person, matter: Seen, action: string, fields: object = {}): Promise<Seen> {
  const path = `matters/${matter.id}/actions/${action}`;
  const { status, body } = await by.post(path, { version: matter.version, ...fields });
  expect(status, `${action}: ${JSON.stringify(body)}`).toBe(200);
  return body;
}
const rowIn = async (by: Person, { id }: Seen, list = 'matters?queue=office&limit=100') =>
  (await by.get(list)).body.matters.find((row: { id: string }) => row.id === id);
const view = async (by: Person, { id }: Seen) => (await by.get(`matters/${id}`)).body;

it('shows the colour with its reasons in the queue, on the page and to the supervisor, and changes with the day', async () => {
  const matter = await register();
  expect((await rowIn(clerk, matter)).level).toBe(null);
  expect((await view(clerk, matter)).level).toBe(null);
  // Three working days: due on Thursday the 5th.
  program.services.clock.set('2026-03-05T01:00:00Z');
  const yellow = { level: 'yellow', label: '黄色', reasons: ['期限已用 100%（规则：≥ 90%）'] };
  const row = await rowIn(clerk, matter);
  expect(row.level).toEqual(yellow);
  expect(row.reason).toBe('最后一天 · 期限已用 100%');
  expect((await view(clerk, matter)).level).toEqual(yellow);
  expect((await rowIn(supervisor, matter, 'oversight/matters')).level).toEqual(yellow);
  program.services.clock.set('2026-03-06T01:00:00Z');
  const { body } = await clerk.get(`matters/${matter.id}`, { cookie: 'hejie_language=en' });
  expect(body.level).toEqual({
    level: 'orange',
    label: 'Orange',
    reasons: ['1 calendar day overdue (rule: ≥ 1)'],
  });
});

it('shows danger red at once, and the colour goes with the end of the matter', async () => {
  const safety = { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' };
  const matter = await register({ safety });
  expect((await rowIn(clerk, matter)).level).toEqual({
    level: 'red',
    label: '红色',
    reasons: ['有人身安全危险，请优先保护和帮助'],
  });
  const ended = await act(clerk, matter, 'withdraw', { reason: '双方已和解。' });
  expect((await view(clerk, ended)).level).toBe(null);
  expect((await rowIn(dispatcher, ended, 'matters?queue=ended')).level).toBe(null);
});

it('shows to an office that assists the colour of the matter, not of its own task', async () => {
  let matter = await act(dispatcher, await register(), 'accept');
  matter = await act(dispatcher, matter, 'route', { unitId: handler.actor.unitId });
  matter = await act(handler, matter, 'accept-hand-over');
  await act(handler, matter, 'ask-assistance', {
    unitId: unitIdOf('1502', '150204/labour'),
    text: '请协助核实工资情况。',
  });
  // The task is late by then, the twenty working days of the matter have hardly begun.
  program.services.clock.set('2026-03-12T01:00:00Z');
  const row = await rowIn(assistant, matter);
  expect(row).toMatchObject({ isAssisting: true, isLate: true, level: null });
});

it('counts the limits past due in the queue, for those who take part', async () => {
  const { services } = program;
  const matter = await register();
  services.clock.set('2026-03-06T01:00:00Z');
  const when = [{ fact: 'steps-overdue', op: '>=', number: 1 }] as const;
  services.levels.replace([{ version: 1, inForceFrom: '2026-03-06', rows: [{ level: 'blue', when }] }]);
  const reasons = ['1 项期限已超（规则：≥ 1）'];
  expect((await rowIn(clerk, matter)).level).toMatchObject({ level: 'blue', reasons });
  expect((await view(clerk, matter)).level).toMatchObject({ level: 'blue', reasons });
  services.levels.replace([]);
  const overdue = (by: Person) =>
    inTransaction(services, by.actor, async (trx) => {
      const { rows } = await sql`
        select due_on from hejie.overdue_limits('1502', ${[matter.id]}::uuid[], '2026-03-06')`.execute(trx);
      return rows;
    });
  expect(await overdue(clerk)).toEqual([{ due_on: '2026-03-05' }]);
  expect(await overdue(assistant)).toEqual([]);
});

it('of a sealed matter tells the supervisor no colour that would give its danger away', async () => {
  const safety = { danger: 'child-in-danger', hiddenFrom: [], help: 'consented' };
  let matter = await act(dispatcher, await register({ safety }), 'accept');
  matter = await act(dispatcher, matter, 'route', { unitId: handler.actor.unitId });
  matter = await act(handler, matter, 'accept-hand-over');
  await act(supervisor, matter, 'seal', {
    ground: 'child-involved',
    reason: '涉及未成年人。',
    readerUserIds: [handler.actor.userId, dispatcher.actor.userId],
  });
  expect((await rowIn(supervisor, matter, 'oversight/matters?limit=100')).level).toBe(null);
  expect((await view(handler, matter)).level).toMatchObject({ level: 'red' });
});
