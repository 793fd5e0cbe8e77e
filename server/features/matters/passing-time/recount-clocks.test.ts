import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClockView } from '#contract/matters/clock.ts';
import type { EventView } from '#contract/matters/matter.ts';
import type { NoticeView } from '#contract/notices/notices.ts';
import { makeCityCalendar } from '#server/adapters/calendar.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { openByCode, readAsParty } from '#server/features/matters/public.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { recountClocks } from './recount-clocks.ts';

let program: TestProgram;
/** The same program after the State Council's notice for 2027 has come with the pack. */
let withHolidays: Services;
let clerk: Person;
let dispatcher: Person;
let supervisor: Person;
let handler: Person;
let assistant: Person;

const cityCode = '1502';
const housing = unitIdOf(cityCode, '150204/housing');
const labour = unitIdOf(cityCode, '150204/labour');

beforeAll(async () => {
  program = await createTestProgram({ now: '2026-12-21T01:00:00Z' });
  const { services } = program;
  const calendar = makeCityCalendar({
    holidays: ['2027-01-01', '2027-01-04', '2027-01-05'],
    makeUpWorkdays: ['2027-01-09', '2027-01-10'],
    publishedYears: [2027],
  });
  withHolidays = { ...services, calendar };
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  supervisor = await hire(program, '150204', 'supervisor');
  handler = await hire(program, '150204/housing', 'handler');
  assistant = await hire(program, '150204/labour', 'handler');
});
afterAll(() => program?.stop());
beforeEach(async () => {
  program.services.clock.set('2026-12-21T01:00:00Z');
  // What earlier tests left is certain.
  await sql`update hejie.clock set is_provisional = false`.execute(program.admin.db);
});

type Matter = { id: string; version: number };

async function act(person: Person, matter: Matter, action: string, fields: object = {}): Promise<Matter> {
  const { status, body } = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(status, `${action}: ${JSON.stringify(body)}`).toBe(200);
  return body;
}
async function handled(): Promise<Matter & { code: string; secret: string }> {
  const { status, body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties: [
      { seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000', toldBy: 'sms' },
      { seat: 'respondent', kind: 'organisation', name: '安居物业' },
    ],
  });
  expect(status, JSON.stringify(body)).toBe(201);
  let matter = await act(dispatcher, body.matter, 'accept');
  matter = await act(dispatcher, matter, 'route', { unitId: housing });
  matter = await act(handler, matter, 'accept-hand-over');
  return { ...matter, code: body.matter.code, secret: body.receipt.secrets[0].secret };
}
const asHandled = ['registered', 'accepted', 'handling'];
const recount = (services: Services = withHolidays) => recountClocks(services, { cityCode });
const fileOf = async ({ id }: Matter, person = handler) => (await person.get(`matters/${id}`)).body;

async function stored({ id }: Matter) {
  const { rows } = await sql<{ version: number; due: string; from: string; next: string; clocks: string[] }>`
    select m.version, m.due_on as due, m.due_from as from, m.next_level_on as next,
      (select array_agg(c.step || ' ' || c.due_on || case when c.is_provisional then ' provisional' else '' end order by c.step)
        from hejie.clock c where c.matter_id = m.id and c.ended_on is null) as clocks
    from hejie.matter m where m.id = ${id}::uuid`.execute(program.admin.db);
  return rows[0];
}
async function messagesOn({ id }: Matter): Promise<string[]> {
  const { rows } = await sql<{ template: string }>`
    select template from hejie.message where matter_id = ${id}::uuid order by id`.execute(program.admin.db);
  return rows.map(({ template }) => template);
}
async function heard(person: Person, { id }: Matter): Promise<NoticeView[]> {
  const { body } = await person.get('notices?limit=50');
  return body.notices.filter(({ matterId }: NoticeView) => matterId === id);
}

describe('a limit that crosses into a year without a calendar', () => {
  it('is provisional, and stays so while none is published', async () => {
    const matter = await handled();
    // 20 working days from Monday 21 December, the first of January off.
    expect(await stored(matter)).toMatchObject({
      version: 4,
      due: '2027-01-19',
      clocks: ['handle 2027-01-19 provisional'],
    });
    const { clocks } = await fileOf(matter);
    expect(clocks.find(({ endedOn }: ClockView) => endedOn === null)).toMatchObject({ isProvisional: true });
    await recount(program.services);
    expect((await stored(matter))?.version).toBe(4);
  });

  it('is reckoned again when it is, as one event; a day that is merely certain now is told to nobody', async () => {
    const matter = await handled();
    const before = await stored(matter);
    await recount();
    // Two days off more, and two to make up for them.
    expect(await stored(matter)).toEqual({ ...before, version: 5, clocks: ['handle 2027-01-19'] });
    expect(await messagesOn(matter)).toEqual(asHandled);
    expect(await heard(handler, matter)).toMatchObject([{ kind: 'offered' }]);
    const { timeline } = await fileOf(matter);
    expect(timeline[0]).toMatchObject({ type: 'recount', facts: [] });
  });

  it('tells the parties and the handler that the day moved, and shows why', async () => {
    const matter = await handled();
    const before = await stored(matter);
    const more = {
      holidays: ['2027-01-01', '2027-01-11', '2027-01-12', '2027-01-13'],
      makeUpWorkdays: [],
      publishedYears: [2027],
    };
    await recount({ ...withHolidays, calendar: makeCityCalendar(more) });
    const after = await stored(matter);
    expect(after).toMatchObject({ version: 5, due: '2027-01-22', clocks: ['handle 2027-01-22'] });
    expect([before?.next, after?.next]).toEqual(['2027-01-12', '2027-01-14']);

    const { rows } = await sql<{ role: string; user: string | null; data: Record<string, unknown> }>`
      select actor_role as role, actor_user_id as "user", data from hejie.event
      where matter_id = ${matter.id}::uuid and type = 'recount'`.execute(program.admin.db);
    expect(rows).toEqual([
      {
        role: 'program',
        user: null,
        data: {
          changed: [
            {
              id: expect.any(String),
              pauses: [],
              extensions: [],
              dueOn: '2027-01-22',
              isProvisional: false,
            },
          ],
          dueBefore: '2027-01-19',
          dueAfter: '2027-01-22',
          dueOn: '2027-01-22',
        },
      },
    ]);
    expect(await messagesOn(matter)).toEqual([...asHandled, 'limit-recounted']);
    expect(await heard(handler, matter)).toMatchObject([
      { kind: 'recounted', sentence: '节假日公布，期限重新计算' },
      { kind: 'offered' },
    ]);
    expect(await heard(supervisor, matter)).toEqual([]);

    const { timeline } = await fileOf(matter);
    expect(timeline[0] as EventView).toMatchObject({
      type: 'recount',
      title: '节假日公布，重新计算期限',
      actor: '系统',
      facts: [
        { label: '原到期日', value: expect.stringMatching(/2027.*19/) },
        { label: '现到期日', value: expect.stringMatching(/2027.*22/) },
      ],
    });
    const door = { code: matter.code, secret: matter.secret };
    const party = await openByCode(program.services, door);
    if (party === null) throw new Error('the door stayed shut');
    const seen = await readAsParty(program.services, party, 'zh');
    expect(JSON.stringify(seen)).toContain('recount');
  });

  it('is reckoned again once, however often and by however many', async () => {
    const matters = [await handled(), await handled()];
    await Promise.all([recount(), recount(), recount()]);
    await recount();
    for (const matter of matters) expect((await stored(matter))?.version).toBe(5);
  });

  it('waits for a step that is under way, and reckons what it left', async () => {
    const matter = await handled();
    let recounting: Promise<void> = Promise.resolve();
    await program.admin.db.transaction().execute(async (trx) => {
      await sql`select from hejie.matter where id = ${matter.id}::uuid for update`.execute(trx);
      recounting = recount();
      await new Promise((resolve) => setTimeout(resolve, 200));
      await sql`update hejie.matter set version = 5 where id = ${matter.id}::uuid`.execute(trx);
      await sql`insert into hejie.event (city_code, matter_id, version, id, type, actor_role, occurred_at, recorded_at, data)
        values (${cityCode}, ${matter.id}::uuid, 5, gen_random_uuid(), 'log-step', 'handler', now(), now(), '{}')`.execute(
        trx,
      );
    });
    await recounting;
    expect(await stored(matter)).toMatchObject({ version: 6, clocks: ['handle 2027-01-19'] });
  });

  it('moves the days of assisting offices with it', async () => {
    let matter: Matter = await handled();
    program.services.clock.set('2026-12-30T01:00:00Z');
    matter = await act(handler, matter, 'ask-assistance', { unitId: labour, text: '请核实用工情况。' });
    expect((await stored(matter))?.clocks).toContain('assist 2027-01-07 provisional');
    await recount();
    expect((await stored(matter))?.clocks).toContain('assist 2027-01-09');
    const { rows } = await sql<{ due: string }>`
      select due_on as due from hejie.task where matter_id = ${matter.id}::uuid`.execute(program.admin.db);
    expect(rows).toEqual([{ due: '2027-01-09' }]);
    await act(assistant, await fileOf(matter, assistant), 'answer-task', { text: '已核实。' });
  });

  it('that became later than feared is no graver, one that is past due is', async () => {
    const matter = await handled();
    program.services.clock.set('2027-01-20T01:00:00Z');
    const fewer = {
      holidays: ['2027-01-01'],
      makeUpWorkdays: ['2027-01-02', '2027-01-03'],
      publishedYears: [2027],
    };
    await recount({ ...withHolidays, calendar: makeCityCalendar(fewer) });
    expect(await stored(matter)).toMatchObject({ due: '2027-01-15', next: '2027-01-25' });
    // Nobody had been told of blue and yellow meanwhile; now it is said as it stands.
    expect(await heard(supervisor, matter)).toMatchObject([{ kind: 'level-raised', level: 'orange' }]);
    expect(await heard(handler, matter)).toMatchObject([{ kind: 'recounted', level: 'orange' }, {}]);
  });

  it('is a job at every start and every day', async () => {
    const matter = await handled();
    await inTransaction(withHolidays, { cityCode, role: 'program' }, (trx) =>
      withHolidays.jobs.enqueue(trx, { name: 'recount-clocks', payload: { cityCode } }),
    );
    await runJobs(withHolidays);
    expect((await stored(matter))?.version).toBe(5);
  });

  it('is the program’s alone to reckon again', async () => {
    const matter = await handled();
    const call = (by: Parameters<typeof inTransaction>[1]) =>
      inTransaction(program.services, by, (trx) =>
        sql`select hejie.write_recount(${cityCode}, ${matter.id}::uuid, 5, '2030-01-01', '2030-01-01', null, '{}', '{}',
          '{}', ${program.services.newId()}::uuid, now(), '{}')`.execute(trx),
      );
    await call(supervisor.actor);
    await call(handler.actor);
    await call({ cityCode: '1501', role: 'program' });
    expect((await stored(matter))?.version).toBe(4);
  });
});
