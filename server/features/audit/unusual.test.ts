import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListLooksAnswer, UnusualAnswer } from '#contract/audit/unusual.ts';
import { shownFrom } from '#domain/audit/unusual-openings.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let auditor: Person;
let clerk: Person;
let dispatcher: Person;
let supervisor: Person;
const ids: string[] = [];
const words = '抽查办理质量，核对答复是否送达。';
const on = (instant: string) => program.services.clock.set(Temporal.Instant.from(instant));
const unusual = async (query = '', headers = {}): Promise<UnusualAnswer> => {
  const { status, body } = await auditor.get(`audit/unusual?${query}`, headers);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const ofRule = async (rule: string, query = 'fromDay=2026-03-02&untilDay=2026-03-08') =>
  (await unusual(query)).facts.filter((fact) => fact.rule === rule);
const behind = async (rule: string, more: string) =>
  (await auditor.get(`audit/openings?limit=100&behind=${rule}&${more}`)).body.openings;

/** Ten matters of one street at a county's centre, registered on a Monday morning. */
beforeAll(async () => {
  program = await createTestProgram();
  auditor = await hire(program, '1502', 'auditor');
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  supervisor = await hire(program, '1502', 'supervisor');
  for (let turn = 0; turn < shownFrom['one-place']; turn += 1) {
    const { body } = await clerk.post('matters', {
      channel: 'window',
      kind: '15',
      regionCode: '150204001',
      story: `顶楼漏水，第${turn}户。`,
      parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' }],
    });
    ids.push(body.matter.id);
  }
}, 60_000);
afterAll(() => program?.stop());

describe('unusual openings', () => {
  it('are none on an ordinary day', async () => {
    await dispatcher.get(`matters/${ids[0]}`);
    const answer = await unusual();
    expect(answer).toMatchObject({
      fromDay: '2026-02-24',
      untilDay: '2026-03-02',
      facts: [],
      isCapped: false,
    });
  });

  it('outside own work: shown from the number on, with it and the reason, and open to the openings behind', async () => {
    const open = (id = '') => supervisor.post(`matters/${id}/openings`, { purpose: 'quality-review', words });
    for (const id of ids.slice(0, 4)) expect((await open(id)).status).toBe(201);
    expect(await ofRule('outside-in-a-day')).toEqual([]);
    await open(ids[4]);
    await supervisor.get(`matters/${ids[4]}`);
    const [fact] = await ofRule('outside-in-a-day');
    expect(fact).toMatchObject({
      person: { username: 'supervisor-1502' },
      unit: { name: expect.stringContaining('包头') },
      roleLabel: '督办员',
      fromDay: '2026-03-02',
      untilDay: '2026-03-02',
      fact: '申请 5 次（达到 5 次就列出）',
      because: expect.stringContaining('督办'),
    });
    const day = 'user=supervisor-1502&fromDay=2026-03-02&untilDay=2026-03-02';
    const openings = await behind('outside-in-a-day', day);
    expect(openings).toHaveLength(5);
    expect(openings[0]).toMatchObject({
      what: 'purpose',
      purpose: { code: 'quality-review', label: '检查办理质量', words },
    });
    const page = (await auditor.get(`audit/openings?${day}`)).body.openings[0];
    expect(page).toMatchObject({ what: 'page', purpose: { code: 'quality-review', words } });
  });

  it('at night and on days off by the city’s calendar, not by the hour alone', async () => {
    for (const instant of [
      // Tuesday 20:10 in Baotou; Wednesday 06:50; Wednesday 19:50, when nobody minds.
      '2026-03-03T12:10:00Z',
      '2026-03-03T22:50:00Z',
      '2026-03-04T11:50:00Z',
    ]) {
      on(instant);
      for (const id of ids.slice(0, 3)) await dispatcher.get(`matters/${id}`);
    }
    // A Saturday at noon; the make-up working day of 2026-02-28 before it was none.
    on('2026-03-07T04:00:00Z');
    for (const id of ids.slice(0, 3)) await dispatcher.get(`matters/${id}`);
    on('2026-02-28T04:00:00Z');
    for (const id of ids.slice(0, 3)) await dispatcher.get(`matters/${id}`);
    on('2026-03-08T04:00:00Z');
    const facts = await ofRule('odd-hours', 'fromDay=2026-02-26&untilDay=2026-03-08');
    expect(facts.map(({ fromDay }) => fromDay)).toEqual(['2026-03-07', '2026-03-04', '2026-03-03']);
    expect(facts[1]?.fact).toBe('20:00 至次日 7:00 或者休息日 查阅 3 次（达到 3 次就列出）');
    const user = 'user=dispatcher-150204';
    expect(await behind('odd-hours', `${user}&fromDay=2026-03-04&untilDay=2026-03-04`)).toHaveLength(3);
  });

  it('of one place: many matters of one street by one account in a day', async () => {
    on('2026-03-05T02:00:00Z');
    for (const id of ids.slice(1)) await dispatcher.get(`matters/${id}`);
    expect(await ofRule('one-place')).toEqual([]);
    await dispatcher.get(`matters/${ids[0]}`);
    const [fact, ...rest] = await ofRule('one-place');
    expect(rest).toEqual([]);
    expect(fact).toMatchObject({
      fromDay: '2026-03-05',
      region: '150204001',
      fact: expect.stringContaining('20 件事项'),
    });
    const day = 'user=dispatcher-150204&fromDay=2026-03-05&untilDay=2026-03-05';
    expect(await behind('one-place', `${day}&region=150204001`)).toHaveLength(20);
    expect(await behind('one-place', `${day}&region=150204002`)).toEqual([]);
  });

  it('of sealed files: each, with the code and nothing else of it', async () => {
    on('2026-03-06T02:00:00Z');
    const { version, code } = (await dispatcher.get(`matters/${ids[9]}`)).body;
    const sealed = await dispatcher.post(`matters/${ids[9]}/actions/seal`, {
      version,
      ground: 'child-involved',
      reason: '涉及未成年人。',
      readerUserIds: [dispatcher.actor.userId],
    });
    expect(sealed.status, JSON.stringify(sealed.body)).toBe(200);
    await dispatcher.get(`matters/${ids[9]}`);
    const facts = await ofRule('sealed-file', 'fromDay=2026-03-06&untilDay=2026-03-06');
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ matterCode: code, person: { username: 'dispatcher-150204' } });
    const day = 'user=dispatcher-150204&fromDay=2026-03-06&untilDay=2026-03-06';
    const openings = await behind('sealed-file', day);
    expect(new Set(openings.map(({ matterCode }: { matterCode: string }) => matterCode))).toEqual(
      new Set([code]),
    );
  });

  it('look-ups of visitors in great number', async () => {
    on('2026-03-06T03:00:00Z');
    await sql`
      insert into hejie.access_log (city_code, id, at, user_id, unit_id, role, what, data)
      select '1502', gen_random_uuid(), ${program.services.clock.now().toString()}::timestamptz + n * interval '1 minute',
        ${clerk.actor.userId}::uuid, ${clerk.actor.unitId}::uuid, 'clerk', 'look-up', '{}'
      from generate_series(1, ${shownFrom['many-look-ups']}::int) n`.execute(program.admin.db);
    const [fact] = await ofRule('many-look-ups');
    expect(fact).toMatchObject({ person: { username: 'clerk-150204' }, fromDay: '2026-03-06' });
    const day = 'user=clerk-150204&fromDay=2026-03-06&untilDay=2026-03-06';
    expect(await behind('many-look-ups', day)).toHaveLength(30);
  });

  it('say nothing about parties or of what is in a file, in either language', async () => {
    const answer = JSON.stringify([
      await unusual('fromDay=2026-03-02&untilDay=2026-03-08'),
      await unusual('fromDay=2026-03-02&untilDay=2026-03-08', { 'accept-language': 'en' }),
    ]);
    expect(answer).not.toMatch(/王秀兰|漏水|138|score|rank/);
    expect(answer).toContain('Many files outside own work in a day');
  });

  it('are bounded in time and asked for by auditors alone, in the database, too', async () => {
    const { status, body } = await auditor.get('audit/unusual?fromDay=2026-01-01&untilDay=2026-03-01');
    expect([status, body.code]).toEqual([422, 'period-too-long']);
    expect((await auditor.get('audit/openings?behind=odd-hours')).status).toBe(400);
    for (const person of [clerk, supervisor, await hire(program, '1502', 'security-admin')]) {
      expect((await person.get('audit/unusual')).status).toBe(403);
      expect((await person.get('audit/looks')).status).toBe(403);
      const [from, until] = ['2026-03-01T00:00:00Z', '2026-03-09T00:00:00Z'];
      const found = await inTransaction(program.services, person.actor, async (trx) => [
        (
          await sql`select * from hejie.audited_sealed('1502', 'UTC', ${from}, ${until}, '{page}', 9)`.execute(
            trx,
          )
        ).rows,
        (
          await sql`select * from hejie.audited_places('1502', 'UTC', ${from}, ${until}, '{page}', 1, 9)`.execute(
            trx,
          )
        ).rows,
        (
          await sql`select * from hejie.audited_behind('1502', ${dispatcher.actor.userId}, ${from}, ${until}, false, null)`.execute(
            trx,
          )
        ).rows,
        (
          await sql`select * from hejie.audited_words('1502', array(select id from hejie.access_log))`.execute(
            trx,
          )
        ).rows,
      ]);
      expect(found).toEqual([[], [], [], []]);
    }
  });
});

describe('who looked', () => {
  it('is on record for each page, with the filters, and shown; a name that is no account is not kept', async () => {
    on('2026-03-09T02:00:00Z');
    const second = await hire(program, '1502', 'auditor', 'second-auditor');
    await second.get('audit/openings?user=clerk-150204&fromDay=2026-03-02');
    await second.get(`audit/openings?user=${encodeURIComponent('王秀兰')}`);
    await second.get('audit/changes');
    await second.get('audit/unusual?fromDay=2026-03-06&untilDay=2026-03-06');
    const { looks } = (await auditor.get('audit/looks?limit=4')).body as ListLooksAnswer;
    expect(looks.map(({ person, what, asked }) => [person.username, what, asked])).toEqual([
      ['second-auditor', 'audit-unusual', ['2026-03-06', '2026-03-06']],
      ['second-auditor', 'audit-changes', []],
      ['second-auditor', 'audit-openings', []],
      ['second-auditor', 'audit-openings', ['clerk-150204', '2026-03-02']],
    ]);
    // The look at the looks is one, too.
    const [last] = ((await second.get('audit/looks?limit=1')).body as ListLooksAnswer).looks;
    expect(last).toMatchObject({ what: 'audit-looks', person: { username: 'auditor-1502' } });
  });

  it('is paged by key, and is no opening of a file', async () => {
    const seen: string[] = [];
    let after = '';
    for (let turn = 0; turn < 3; turn += 1) {
      const { body } = await auditor.get(`audit/looks?limit=2${after}`);
      seen.push(...body.looks.map(({ id }: { id: string }) => id));
      after = `&after=${body.next}`;
    }
    expect(new Set(seen).size).toBe(6);
    const { openings } = (await auditor.get('audit/openings?limit=100&user=second-auditor')).body;
    expect(openings).toEqual([]);
  });
});
