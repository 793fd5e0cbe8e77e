import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { openingHours, purposeCodes } from '#domain/access/outside-opening.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { act, hireAll, type People, register, toHandling } from '../steps/side-ways/side-ways.fixture.ts';
import { enterOpening } from './opening.queries.ts';

let program: TestProgram;
let people: People;
/** At the city's centre, above the county's, which holds the matters; and one beside. */
let above: Person;
let beside: Person;
let matter: MatterPresent;

const words = '超期十天，核对为什么没有答复。';
const mediation = { procedure: 'people-mediation', confirmed: ['both-agree', 'no-suit-pending'] };
const body = { purpose: 'late-matter', words };
const at = (person: Person, id: string, more: object = body, headers = {}) =>
  person.post(`matters/${id}/openings`, more, headers);
const read = (person: Person, id: string) => person.get(`matters/${id}`);
const logged = async (matterId: string) => {
  const { rows } = await sql<{ what: string; purpose: string | null; isUnder: boolean; userId: string }>`
    select what, purpose, opening_id is not null as "isUnder", user_id as "userId" from hejie.access_log
    where matter_id = ${matterId}::uuid order by id`.execute(program.admin.db);
  return rows;
};

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
  above = await hire(program, '1502', 'supervisor');
  beside = await hire(program, '150203', 'supervisor');
  matter = await toHandling(people);
}, 60_000);
afterAll(() => program?.stop());

describe('asking to open', () => {
  it('says first what may be known, and for what', async () => {
    const { status, body: answer } = await above.get(`matters/${matter.id}/openings`);
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      matter: { code: matter.code, kind: { code: '15' }, status: 'handling' },
      hours: openingHours,
      running: null,
    });
    expect(answer.purposes.map(({ code }: { code: string }) => code)).toEqual(purposeCodes);
    expect(JSON.stringify(answer)).not.toMatch(/漏水|王秀兰|138/);
  });

  it('opens the file to read, for that person, and is on record with the purpose', async () => {
    expect((await read(above, matter.id)).status).toBe(404);
    const opened = await at(above, matter.id);
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    expect(opened.body).toMatchObject({ purpose: { code: 'late-matter' }, words });
    const { status, body: file } = await read(above, matter.id);
    expect(status).toBe(200);
    expect(file).toMatchObject({
      subject: '屋面漏水',
      allowedActions: [],
      messages: [],
      opening: { id: opened.body.id, words, until: opened.body.until },
    });
    expect(file.roadmap.next).toEqual([]);
    expect(file.parties.map(({ name }: { name: string }) => name)).toEqual(['王秀兰', '安居物业']);
    expect(JSON.stringify(file)).not.toMatch(/13800000000|00Y43/);
    const rows = await logged(matter.id);
    expect(rows.slice(-2)).toEqual([
      { what: 'purpose', purpose: 'late-matter', isUnder: true, userId: above.actor.userId },
      { what: 'page', purpose: 'late-matter', isUnder: true, userId: above.actor.userId },
    ]);
  });

  it('keeps the words sealed: in no row do they stand in clear', async () => {
    const { rows } = await sql<{ sealed: Buffer }>`select sealed from hejie.opening`.execute(
      program.admin.db,
    );
    const clear = await sql<{ text: string }>`
      select to_jsonb(l)::text as text from hejie.access_log l union all select e.data::text from hejie.event e`.execute(
      program.admin.db,
    );
    expect([rows.length > 0, clear.rows.length > 3]).toEqual([true, true]);
    expect(rows.some(({ sealed }) => sealed.includes('超期十天'))).toBe(false);
    expect(clear.rows.some(({ text }) => text.includes('超期十天'))).toBe(false);
  });

  it('is that person’s alone, under that posting', async () => {
    const colleague = await hire(program, '1502', 'supervisor', 'second-supervisor');
    expect((await read(colleague, matter.id)).status).toBe(404);
    expect((await read(people.upper, matter.id)).status).toBe(404);
  });

  it.each([
    ['no purpose of the list', { purpose: 'curiosity', words }, 400],
    ['no words', { purpose: 'late-matter' }, 400],
    ['too few', { purpose: 'late-matter', words: '看看' }, 400],
    ['nothing but spaces', { purpose: 'late-matter', words: ' '.repeat(20) }, 400],
    ['few words between spaces', { purpose: 'late-matter', words: `看看${' '.repeat(20)}` }, 400],
    ['too many', { purpose: 'late-matter', words: '字'.repeat(501) }, 400],
  ])('is refused with %s', async (_name, asked, status) => {
    expect((await at(above, matter.id, asked)).status).toBe(status);
  });

  it('is refused to every other role, to a region beside, and for what there is not', async () => {
    for (const role of ['leader', 'auditor', 'system-admin', 'security-admin', 'clerk'] as const) {
      const person = await hire(program, '1502', role);
      expect([role, (await at(person, matter.id)).status]).toEqual([role, 403]);
      expect([role, (await person.get(`matters/${matter.id}/openings`)).status]).toEqual([role, 403]);
    }
    const department = await hire(program, '150204/labour', 'supervisor');
    expect((await at(department, matter.id)).status).toBe(403);
    const elsewhere = await at(beside, matter.id);
    const nowhere = await at(beside, '01900000-0000-7000-8000-000000000000');
    expect([elsewhere.status, nowhere.status]).toEqual([404, 404]);
    expect(elsewhere.body).toEqual(nowhere.body);
  });

  it('needs no purpose for own work', async () => {
    const answer = await at(people.supervisor, matter.id);
    expect([answer.status, answer.body.code]).toEqual([409, 'own-work']);
  });

  it('opens once for the same request, also for two at once; the same key with other words is refused', async () => {
    const other = await toHandling(people);
    const key = { 'idempotency-key': 'opening-0001' };
    const [one, two] = await Promise.all([at(above, other.id, body, key), at(above, other.id, body, key)]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.id).toBe(two.body.id);
    expect((await at(above, other.id, body, key)).body.id).toBe(one.body.id);
    const changed = await at(above, other.id, { ...body, words: `${words}再看一次。` }, key);
    expect([changed.status, changed.body.code]).toEqual([422, 'key-reused']);
    const rows = await logged(other.id);
    expect(rows.filter(({ what }) => what === 'purpose')).toHaveLength(1);
  });
});

describe('an opening', () => {
  it('runs out, and is asked for again', async () => {
    const one = await toHandling(people);
    await at(above, one.id);
    const monday = program.services.clock.now();
    program.services.clock.set(monday.add({ hours: openingHours }).subtract({ seconds: 1 }));
    expect((await read(above, one.id)).status).toBe(200);
    program.services.clock.set(monday.add({ hours: openingHours }));
    expect((await read(above, one.id)).status).toBe(404);
    expect((await above.get(`matters/${one.id}/openings`)).body.running).toBeNull();
    expect((await at(above, one.id)).status).toBe(201);
    expect((await read(above, one.id)).status).toBe(200);
    program.services.clock.set(monday);
  });

  it('ends when the file is sealed, and a sealed one is not opened', async () => {
    const one = await toHandling(people);
    await at(above, one.id);
    expect((await read(above, one.id)).status).toBe(200);
    await act(people.dispatcher, one, 'seal', {
      ground: 'child-involved',
      reason: '涉及未成年人。',
      readerUserIds: [people.handler.actor.userId, people.dispatcher.actor.userId],
    });
    for (const answer of [await read(above, one.id), await at(above, one.id), await at(beside, one.id)]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'sealed']);
    }
  });

  it('lets nothing be done: every action and every other page of the matter stays shut', async () => {
    const { version } = (await read(above, matter.id)).body;
    for (const [action, fields] of [
      ['log-step', { kind: 'note', text: '看过了。' }],
      ['write-to-parties', { seats: ['applicant'], text: '您好。' }],
      ['seal', { ground: 'other', reason: '不该这样。', readerUserIds: [above.actor.userId] }],
      ['transfer', { unitId: people.handler.actor.unitId, reason: '不该这样。' }],
    ] as const) {
      const { status } = await above.post(`matters/${matter.id}/actions/${action}`, { version, ...fields });
      expect([action, status]).toEqual([action, 404]);
    }
    for (const page of ['destinations', 'similar', 'readers', 'colleagues', 'clocks/handle']) {
      expect([page, (await above.get(`matters/${matter.id}/${page}`)).status]).toEqual([page, 404]);
    }
    expect((await above.get(`search?q=${encodeURIComponent('漏水')}`)).body.hits).toEqual([]);
    expect((await above.get('matters?queue=office')).body.matters).toEqual([]);
  });

  it('shows its papers, each on record, and none that was given in confidence or belongs to a mediation', async () => {
    const one = await toHandling(people);
    const [open, confidential, record] = await Promise.all(
      ['evidence', 'evidence', 'record'].map((kind) => givePaper(one.id, kind)),
    );
    await sql`update hejie.paper set is_in_confidence = true where id = ${confidential}::uuid`.execute(
      program.admin.db,
    );
    await at(above, one.id);
    const shown = async () =>
      (await read(above, one.id)).body.papers.map(({ id }: { id: string }) => id).sort();
    expect(await shown()).toEqual([open, record].sort());
    const { status, raw } = await above.get(`matters/${one.id}/papers/${open}`);
    expect([status, raw]).toEqual([200, '%PDF-1.4 漏水照片']);
    expect((await above.get(`matters/${one.id}/papers/${confidential}`)).status).toBe(404);
    const rows = await logged(one.id);
    expect(rows.at(-1)).toMatchObject({ what: 'paper', purpose: 'late-matter', isUnder: true });
    const { version } = (await people.handler.get(`matters/${one.id}`)).body;
    const begun = await act(people.handler, { id: one.id, version }, 'start-procedure', mediation);
    expect(await shown()).toEqual([open]);
    expect((await above.get(`matters/${one.id}/papers/${record}`)).status).toBe(404);
    await act(people.handler, begun, 'log-step', { kind: 'meeting', text: '调解中甲方说可以少收。' });
    const { body: during } = await read(above, one.id);
    expect(during.roadmap.now.procedure.code).toBe('people-mediation');
    expect(JSON.stringify(during.timeline)).not.toContain('可以少收');
  });

  it('records a print of the page, under the opening or by whoever takes part, and nobody else’s', async () => {
    const one = await toHandling(people);
    const print = async (by: Person) => (await by.post(`matters/${one.id}/prints`, undefined)).status;
    expect(await print(above)).toBe(404);
    await at(above, one.id);
    expect([await print(above), await print(people.handler), await print(people.across)]).toEqual([
      204, 204, 404,
    ]);
    const prints = (await logged(one.id)).filter(({ what }) => what === 'print');
    expect(prints.map(({ userId, isUnder }) => [userId, isUnder])).toEqual([
      [above.actor.userId, true],
      [people.handler.actor.userId, false],
    ]);
  });

  it('hides the notes of a mediator', async () => {
    const one = await toHandling(people);
    const noted = await act(people.colleague, one, 'log-step', {
      kind: 'meeting',
      text: '乙方私下说愿意让步。',
    });
    await act(people.handler, noted, 'log-step', { kind: 'phone', text: '约定周五现场查看。' });
    await at(above, one.id);
    const { timeline } = (await read(above, one.id)).body;
    expect(JSON.stringify(timeline)).toContain('约定周五现场查看');
    expect(JSON.stringify(timeline)).not.toContain('愿意让步');
  });
});

async function givePaper(matterId: string, kind: string): Promise<string> {
  const form = new FormData();
  const { version } = (await people.clerk.get(`matters/${matterId}`)).body;
  form.append('version', String(version));
  form.append('kind', kind);
  form.append('files', new Blob(['%PDF-1.4 漏水照片']), `${kind}.pdf`);
  for (let turn = 0; ; turn += 1) {
    const answer = await people.clerk.post(`matters/${matterId}/actions/add-paper`, form);
    if (answer.status === 200) break;
    if (turn > 5 || answer.status !== 409) throw new Error(JSON.stringify(answer.body));
    form.set('version', String(answer.body.current.version));
  }
  const { rows } = await sql<{ id: string }>`
    select id from hejie.paper where matter_id = ${matterId}::uuid order by added_at desc, id desc limit 1`.execute(
    program.admin.db,
  );
  return rows[0]?.id ?? '';
}

describe('by hand in the database', () => {
  const now = () => program.services.clock.now().toString();
  const enter = async (trx: Trx, id: string, when = now()) =>
    enterOpening(
      trx,
      '1502',
      { matterId: matter.id, id },
      { logId: program.services.newId(), at: when, what: 'page', facts: {} },
    );
  const opened = async (): Promise<string> => (await at(above, matter.id)).body.id;

  it('an opening is not entered by another person, at another time, or for another matter', async () => {
    const id = await opened();
    const { services } = program;
    expect(await inTransaction(services, above.actor, (trx) => enter(trx, id))).toBe(true);
    for (const actor of [beside.actor, people.upper.actor, people.supervisor.actor]) {
      expect(await inTransaction(services, actor, (trx) => enter(trx, id))).toBe(false);
    }
    const late = Temporal.Instant.from(now()).add({ hours: openingHours }).toString();
    expect(await inTransaction(services, above.actor, (trx) => enter(trx, id, late))).toBe(false);
    const other = await register(people.clerk);
    const wrong = inTransaction(services, above.actor, (trx) =>
      enterOpening(
        trx,
        '1502',
        { matterId: other.id, id },
        { logId: services.newId(), at: now(), what: 'page', facts: {} },
      ),
    );
    expect(await wrong).toBe(false);
  });

  it('shows this one matter, and nobody’s participation, messages or notices', async () => {
    const id = await opened();
    await register(people.clerk);
    await inTransaction(program.services, above.actor, async (trx) => {
      await enter(trx, id);
      const { rows } = await sql<{ id: string }>`select id from hejie.matter`.execute(trx);
      expect(rows).toEqual([{ id: matter.id }]);
      for (const table of ['participation', 'message', 'notice', 'matter_link', 'access_log', 'opening']) {
        const { rows: found } = await sql`select 1 from ${sql.table(`hejie.${table}`)}`.execute(trx);
        expect([table, found.length]).toEqual([table, 0]);
      }
    });
  });

  it.each([
    ['update', sql`update hejie.matter set subject = 'x'`],
    ['insert', sql`insert into hejie.idempotency select * from hejie.idempotency`],
    ['event', sql`insert into hejie.event select * from hejie.event`],
    ['delete', sql`delete from hejie.matter_link`],
    ['writing again', sql`set transaction read write`],
  ])('changes nothing: %s', async (_name, statement) => {
    const id = await opened();
    const tried = inTransaction(program.services, above.actor, async (trx) => {
      await enter(trx, id);
      await statement.execute(trx);
    });
    await expect(tried).rejects.toThrow(/read-only|read-write|before any query/);
  });

  it('a forged context with the role and no opening shows nothing, and with it changes nothing', async () => {
    const id = await opened();
    const forge = (context: string) =>
      program.services.db.transaction().execute(async (trx) => {
        await sql`select set_config('hejie.context', ${context}, true)`.execute(trx);
        const seen = await sql`select 1 from hejie.matter`.execute(trx);
        const changed = await sql`update hejie.matter set subject = 'x' returning 1`.execute(trx);
        return [seen.rows.length, changed.rows.length];
      });
    const user = above.actor.userId;
    expect(await forge(`1502|${user}|-|outside-reader`)).toEqual([0, 0]);
    expect(await forge(`1502|${beside.actor.userId}|-|outside-reader|${id}|${now()}`)).toEqual([0, 0]);
    expect(await forge(`1502|${user}|-|outside-reader|${id}|${now()}`)).toEqual([1, 0]);
  });

  it('no opening is written for another person, beyond the region, for a sealed file, or for longer', async () => {
    const insert = (person: Person, change: { user?: string; hours?: number; id?: string }) =>
      inTransaction(program.services, person.actor, (trx) =>
        sql`insert into hejie.opening (city_code, matter_id, id, user_id, posting_id, unit_id, role, purpose, sealed,
            wrapped_key, opened_at, until_at)
          values ('1502', ${change.id ?? matter.id}::uuid, gen_random_uuid(), ${change.user ?? person.actor.userId}::uuid,
            ${person.actor.postingId}::uuid, ${person.actor.unitId}::uuid, ${person.actor.role}, 'late-matter', '', '',
            ${now()}::timestamptz, ${now()}::timestamptz + make_interval(hours => ${change.hours ?? 1}::int))`.execute(
          trx,
        ),
      );
    await insert(above, {});
    await expect(insert(above, { user: beside.actor.userId })).rejects.toThrow(/row-level security/);
    await expect(insert(beside, {})).rejects.toThrow(/row-level security/);
    await expect(insert(people.dispatcher, {})).rejects.toThrow(/row-level security/);
    await expect(insert(people.supervisor, {})).rejects.toThrow(/row-level security/);
    await expect(insert(above, { hours: 5 })).rejects.toThrow(/check/);
    await expect(
      inTransaction(program.services, above.actor, (trx) =>
        sql`update hejie.opening set until_at = until_at + interval '1 hour'`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
