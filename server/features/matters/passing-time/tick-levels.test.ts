import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeView } from '#contract/notices/notices.ts';
import type { LevelRow } from '#domain/levels/levels.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { followLevels } from '#server/features/levels/public.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { lockDueLevels } from './tick-levels.queries.ts';
import { tickLevels } from './tick-levels.ts';
import { wakePassingTime } from './wake-passing-time.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let supervisor: Person;
let handler: Person;
let upper: Person;
let neighbour: Person;

const cityCode = '1502';
const monday = '2026-03-02';
const centre = unitIdOf(cityCode, '150204');
const housing = unitIdOf(cityCode, '150204/housing');

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  supervisor = await hire(program, '150204', 'supervisor');
  handler = await hire(program, '150204/housing', 'handler');
  upper = await hire(program, '1502', 'supervisor');
  neighbour = await hire(program, '150203', 'supervisor');
});
afterAll(() => program?.stop());
beforeEach(async () => {
  // What earlier tests left is not to be found by the next tick.
  await sql`update hejie.matter set next_level_on = null`.execute(program.admin.db);
  program.services.levels.replace([]);
  morningOf(monday);
});

type Matter = { id: string; version: number };

const morningOf = (day: string) => program.services.clock.set(`${day}T01:00:00Z`);
const tick = (services = program.services) => tickLevels(services, { cityCode });
async function tickOn(day: string): Promise<void> {
  morningOf(day);
  await tick();
}

async function register(more: object = {}): Promise<Matter> {
  const { status, body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' }],
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.matter;
}
async function act(person: Person, matter: Matter, action: string, fields: object = {}): Promise<Matter> {
  const { status, body } = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(status, `${action}: ${JSON.stringify(body)}`).toBe(200);
  return body;
}
/** In a handler's hands, due on 30 March: three quarters of it are used on 23 March, nine tenths on the 28th. */
async function handled(): Promise<Matter> {
  let matter = await act(dispatcher, await register(), 'accept');
  matter = await act(dispatcher, matter, 'route', { unitId: housing });
  return act(handler, matter, 'accept-hand-over');
}

/** What was told of its colour, as `level > recipient`. */
async function told({ id }: Matter): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select n.level || ' > ' || coalesce(n.role, 'person') || ' at ' || u.code as line
    from hejie.notice n join hejie.unit u on u.city_code = n.city_code and u.id = n.unit_id
    where n.matter_id = ${id}::uuid and n.level is not null order by n.at, line`.execute(program.admin.db);
  return rows.map(({ line }) => line);
}
const toBoth = (level: string) => [`${level} > person at 150204/housing`, `${level} > supervisor at 150204`];
async function nextOn({ id }: Matter): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select next_level_on as day from hejie.matter where id = ${id}::uuid`.execute(program.admin.db);
  return rows[0]?.day ?? null;
}
async function heard(person: Person, { id }: Matter, language = 'zh'): Promise<NoticeView[]> {
  const { body } = await person.get('notices?limit=50', { 'accept-language': language });
  return body.notices.filter(({ matterId }: NoticeView) => matterId === id);
}

describe('the day of the next change', () => {
  it('is kept by registration and by every step, and ends with the matter', async () => {
    let matter = await register();
    // Due on Thursday the 5th: two thirds used on the 4th, all of it on the 5th.
    expect(await nextOn(matter)).toBe('2026-03-05');
    matter = await act(dispatcher, matter, 'accept');
    expect(await nextOn(matter)).toBe('2026-03-04');
    matter = await act(dispatcher, matter, 'route', { unitId: housing });
    matter = await act(handler, matter, 'accept-hand-over');
    expect(await nextOn(matter)).toBe('2026-03-23');
    matter = await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '已修好。' });
    expect(await nextOn(matter)).toBe('2026-03-05');
    matter = await act(handler, matter, 'answer', { text: '已修好。', by: 'phone' });
    matter = await act(clerk, matter, 'call-back', { result: 'satisfied' });
    matter = await act(dispatcher, matter, 'close');
    expect(await nextOn(matter)).toBeNull();
    matter = await act(dispatcher, matter, 'reopen', { reason: '又漏水了。' });
    expect(await nextOn(matter)).not.toBeNull();
  });

  it('comes along when matters are merged and split', async () => {
    const early = await act(dispatcher, await register(), 'accept');
    morningOf('2026-03-09');
    const late = await act(dispatcher, await register(), 'accept');
    expect(await nextOn(late)).toBe('2026-03-11');
    await act(dispatcher, late, 'merge', {
      intoId: early.id,
      intoVersion: early.version,
      reason: '同一处漏水。',
    });
    expect(await nextOn(late)).toBeNull();
    // What became late meanwhile is told with the step, and no longer by the tick.
    expect(await told(early)).toContain('orange > supervisor at 150204');
    expect(await nextOn(early)).toBe('2026-03-14');
    const { body: file } = await dispatcher.get(`matters/${early.id}`);
    const split = await dispatcher.post(`matters/${early.id}/actions/split`, {
      version: early.version + 1,
      kind: '04',
      subject: '车位收费',
      story: '地下车位的管理费没有公示标准。',
      partyIds: [file.parties[0].id],
      reason: '两件事。',
    });
    expect(split.status, JSON.stringify(split.body)).toBe(200);
    // The day already missed is missed there, too, and said so from the first.
    expect(await told(split.body.made)).toContain('orange > supervisor at 150204');
    expect(await nextOn(split.body.made)).toBe('2026-03-14');
  });
});

describe('a step', () => {
  it('that makes a colour graver tells whoever answers for the matter, in its own transaction', async () => {
    let matter = await act(dispatcher, await register(), 'accept');
    matter = await act(dispatcher, matter, 'route', { unitId: housing });
    matter = await act(handler, matter, 'return-hand-over', { reason: '不属于本单位职责。' });
    expect(await told(matter)).toEqual(['blue > dispatcher at 150204', 'blue > supervisor at 150204']);
    expect(await heard(supervisor, matter)).toMatchObject([
      { kind: 'level-raised', level: 'blue', sentence: '预警升为蓝色', mayOpen: true },
    ]);
    expect(await heard(supervisor, matter, 'en')).toMatchObject([{ sentence: 'Warning raised to Blue' }]);
    // Those whose turn it is hear both in one.
    expect(await heard(dispatcher, matter)).toMatchObject([
      { kind: 'returned', level: 'blue', sentence: '被退回，等待重新分流' },
    ]);
  });

  it('tells nothing where the colour stays or becomes milder', async () => {
    const matter = await handled();
    await act(handler, matter, 'log-step', { kind: 'phone', text: '已联系物业。' });
    expect(await told(matter)).toEqual([]);
  });

  it('that puts somebody in danger on record is red at once, for the centre above, too', async () => {
    const safety = { danger: 'violence-threatened', hiddenFrom: [], help: 'consented' };
    const matter = await register({ safety });
    expect((await told(matter)).sort()).toEqual([
      'red > dispatcher at 150204',
      'red > supervisor at 1502',
      'red > supervisor at 150204',
    ]);
    expect(await heard(supervisor, matter)).toMatchObject([{ kind: 'in-danger', level: 'red' }]);
    const [above] = await heard(upper, matter);
    expect(above).toMatchObject({
      kind: 'level-raised',
      sentence: '预警升为红色',
      mayOpen: false,
      holder: { id: centre },
    });
    expect((await upper.get(`matters/${matter.id}`)).status).toBe(404);
    expect(await heard(neighbour, matter)).toEqual([]);
    expect((await upper.get('notices')).body.unread).toBeGreaterThan(0);
  });

  it('tells of a sealed matter none but its readers', async () => {
    const matter = await handled();
    await sql`update hejie.matter set seal_ground = 'other' where id = ${matter.id}::uuid`.execute(
      program.admin.db,
    );
    await sql`update hejie.participation set readers = array[${handler.actor.userId}::uuid, ${dispatcher.actor.userId}::uuid]
      where matter_id = ${matter.id}::uuid`.execute(program.admin.db);
    await tickOn('2026-04-09');
    expect(await told(matter)).toContain('red > supervisor at 1502');
    expect(await heard(supervisor, matter)).toEqual([]);
    expect(await heard(upper, matter)).toEqual([]);
    expect(await heard(handler, matter)).toMatchObject([{ kind: 'level-raised', level: 'red' }]);
  });

  it('taken before the tick tells what became due, also to whoever takes it, and the tick no more', async () => {
    const matter = await handled();
    morningOf('2026-03-24');
    await act(handler, matter, 'log-step', { kind: 'phone', text: '已联系物业。' });
    expect(await told(matter)).toEqual(toBoth('blue'));
    expect(await heard(handler, matter)).toMatchObject([{ kind: 'level-raised', level: 'blue' }, {}]);
    await tick();
    expect(await told(matter)).toEqual(toBoth('blue'));
  });
});

describe('the tick', () => {
  it('tells of each change once, on its day, to the handler and the supervisors', async () => {
    const matter = await handled();
    await tickOn('2026-03-22');
    expect(await told(matter)).toEqual([]);
    await tickOn('2026-03-23');
    expect(await told(matter)).toEqual(toBoth('blue'));
    expect(await nextOn(matter)).toBe('2026-03-28');
    await tick();
    await tickOn('2026-03-27');
    expect(await told(matter)).toEqual(toBoth('blue'));
    for (const day of ['2026-03-28', '2026-03-30', '2026-03-31', '2026-04-09']) await tickOn(day);
    expect(await told(matter)).toEqual([
      ...['blue', 'yellow', 'orange'].flatMap(toBoth),
      'red > person at 150204/housing',
      'red > supervisor at 1502',
      'red > supervisor at 150204',
    ]);
    expect(await nextOn(matter)).toBeNull();
    expect(await heard(handler, matter)).toMatchObject([
      { sentence: '预警升为红色', isRead: false, at: '2026-04-09T01:00:00.000Z' },
      { sentence: '预警升为橙色' },
      { sentence: '预警升为黄色' },
      { sentence: '预警升为蓝色' },
    ]);
  });

  it('after a sleep of days tells of the gravest colour, once', async () => {
    const matter = await handled();
    await tickOn('2026-04-02');
    expect(await told(matter)).toEqual(toBoth('orange'));
    expect(await nextOn(matter)).toBe('2026-04-09');
  });

  it('done by two at once tells once', async () => {
    const matters = await Promise.all([handled(), handled(), handled()]);
    morningOf('2026-03-23');
    await Promise.all([tick(), tick(), tick(), tick()]);
    for (const matter of matters) expect(await told(matter)).toEqual(toBoth('blue'));
  });

  it('killed in between tells nothing, and then once', async () => {
    const matter = await handled();
    morningOf('2026-03-23');
    const { db } = program.admin;
    await sql`create function hejie.kill() returns trigger language plpgsql as
      'begin raise exception ''killed after the notices''; end'`.execute(db);
    await sql`create trigger killed before update of next_level_on on hejie.matter
      for each row execute function hejie.kill()`.execute(db);
    await expect(tick()).rejects.toThrow('killed after the notices');
    await sql`drop trigger killed on hejie.matter`.execute(db);
    expect(await told(matter)).toEqual([]);
    expect(await nextOn(matter)).toBe('2026-03-23');
    await tick();
    expect(await told(matter)).toEqual(toBoth('blue'));
  });

  it('leaves a matter that somebody has in hand to them, and waits for nobody', async () => {
    const matter = await handled();
    morningOf('2026-03-23');
    await program.admin.db.transaction().execute(async (trx) => {
      await sql`select from hejie.matter where id = ${matter.id}::uuid for update`.execute(trx);
      await tick();
    });
    expect(await told(matter)).toEqual([]);
    await tick();
    expect(await told(matter)).toEqual(toBoth('blue'));
  });

  it('goes through more than it takes at a time', async () => {
    const matter = await handled();
    await sql`
      insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
        needs, is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings,
        not_reached_on, is_sampled, due_from, due_on, next_level_on, registered_at, is_history)
      select city_code, gen_random_uuid(), code || n, 1, 'accepted', channel, kind, region_code, '', '', '', needs, true, 1,
        lead_unit_id, lead_unit_id, false, 0, 0, '{}', false, '2026-03-02', '2026-03-09', '2026-03-08', registered_at, false
      from hejie.matter, generate_series(1, 450) n where id = ${matter.id}::uuid`.execute(program.admin.db);
    await tickOn('2026-03-10');
    const { rows } = await sql<{ told: number; left: number }>`
      select (select count(*)::int from hejie.notice where level = 'orange' and role = 'supervisor' and matter_id in (
          select id from hejie.matter where due_on = '2026-03-09' and version = 1)) as told,
        (select count(*)::int from hejie.matter where next_level_on <= '2026-03-10') as left`.execute(
      program.admin.db,
    );
    expect(rows).toEqual([{ told: 450, left: 0 }]);
    await sql`update hejie.matter set status = 'closed', due_on = null, next_level_on = null where version = 1
      and due_on = '2026-03-09'`.execute(program.admin.db);
  });

  it('tells nothing while the clock is set back, nor the same again when it comes round', async () => {
    const matter = await handled();
    await tickOn('2026-03-20');
    await tickOn('2026-03-23');
    await tickOn('2026-03-10');
    expect(await told(matter)).toEqual(toBoth('blue'));
    // A step reckons the next day anew.
    await act(handler, matter, 'log-step', { kind: 'phone', text: '已联系物业。' });
    expect(await nextOn(matter)).toBe('2026-03-23');
    await tickOn('2026-03-23');
    expect(await told(matter)).toEqual(toBoth('blue'));
    await tickOn('2026-03-28');
    expect(await told(matter)).toEqual([...toBoth('blue'), ...toBoth('yellow')]);
  });

  it('never looks at what has ended', async () => {
    const matter = await register();
    await act(dispatcher, matter, 'withdraw', { reason: '申请人撤回。' });
    await sql`update hejie.matter set next_level_on = '2026-03-05' where id = ${matter.id}::uuid`.execute(
      program.admin.db,
    );
    await tickOn('2026-03-20');
    expect(await told(matter)).toEqual([]);
  });

  it('late by a leap over a change of rules compares each day by the rules of that day', async () => {
    const rule = (level: LevelRow['level'], days: number): LevelRow => ({
      level,
      when: [{ fact: 'days-overdue', op: '>=', number: days }],
    });
    const matter = await handled();
    await tickOn('2026-03-23');
    // From the 29th on only a delay counts; the yellow of the 28th nobody was told of.
    const rules = [rule('yellow', 1), rule('red', 30)];
    program.services.levels.replace([{ version: 1, inForceFrom: '2026-03-29', rows: rules }]);
    await tickOn('2026-04-01');
    expect(await told(matter)).toEqual([...toBoth('blue'), ...toBoth('yellow')]);
    expect(await nextOn(matter)).toBe('2026-04-29');

    // Milder rules are no news.
    const other = await handled();
    await tickOn('2026-05-05');
    const milder = [{ version: 2, inForceFrom: '2026-05-06', rows: [rule('blue', 1)] }];
    program.services.levels.replace(milder);
    await tickOn('2026-05-20');
    expect((await told(other)).at(-1)).toBe('yellow > supervisor at 150204');
  });

  it('tells of a colour that new rules make graver, once, in whichever order rules and days are gone through', async () => {
    const { services } = program;
    const follow = () => followLevels(services, { cityCode });
    const [early, late] = [await handled(), await handled()];
    await tickOn('2026-03-10');
    const rows = [
      { level: 'blue', when: [{ fact: 'share-used', op: '>=', number: 50 }] },
      {
        level: 'orange',
        when: [
          { fact: 'parties', op: '>=', number: 1 },
          { fact: 'share-used', op: '>=', number: 80 },
        ],
      },
      { level: 'red', when: [{ fact: 'danger', op: '=', number: 1 }] },
    ];
    const body = { version: 0, rows, inForceFrom: '2026-03-20', note: '更早预警。' };
    expect((await upper.post('levels/versions', body)).status).toBe(201);
    await sql`update hejie.matter set next_level_on = '2026-03-20' where id = ${late.id}::uuid`.execute(
      program.admin.db,
    );
    morningOf('2026-03-20');
    await tick();
    // Here the day came first, there the rules.
    expect([await told(early), await told(late)]).toEqual([[], toBoth('blue')]);
    await follow();
    await tick();
    await follow();
    await tick();
    expect([await told(early), await told(late)]).toEqual([toBoth('blue'), toBoth('blue')]);
    expect(await nextOn(early)).toBe('2026-03-25');
    await tickOn('2026-03-25');
    expect(await told(late)).toEqual([...toBoth('blue'), ...toBoth('orange')]);
    await sql`delete from hejie.level_version`.execute(program.admin.db);
    await sql`delete from hejie.level_follow`.execute(program.admin.db);
  });

  it('is a job, and one is there at every start', async () => {
    const matter = await handled();
    morningOf('2026-03-23');
    await wakePassingTime(program.services);
    await runJobs(program.services);
    expect(await told(matter)).toEqual(toBoth('blue'));
  });

  it('is the program’s alone', async () => {
    const matter = await handled();
    morningOf('2026-03-23');
    const taken = (by: Parameters<typeof inTransaction>[1]) =>
      inTransaction(program.services, by, (trx) => lockDueLevels(trx, cityCode, '2026-03-23', 10));
    expect(await taken(supervisor.actor)).toEqual([]);
    expect(await taken({ cityCode: '1501', role: 'program' })).toEqual([]);
    expect(await taken({ cityCode, role: 'program' })).toEqual([matter.id]);
  });
});
