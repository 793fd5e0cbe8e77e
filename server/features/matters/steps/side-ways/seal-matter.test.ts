import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  acrossCentre,
  act,
  ask,
  hireAll,
  housing,
  labour,
  type People,
  refusal,
  register,
  registration,
  toHandling,
  upperCentre,
} from './side-ways.fixture.ts';

let program: TestProgram;
let people: People;

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
});
afterAll(() => program?.stop());

const idsOf = (...them: Person[]): string[] => them.map(({ actor }) => actor.userId);
const why = (...readers: Person[]) => ({
  ground: 'child-involved',
  reason: '涉及未成年人。',
  readerUserIds: idsOf(...readers),
});
const sees = async (by: Person, id: string): Promise<number> => (await by.get(`matters/${id}`)).status;

/** Handled at housing and sealed: the dispatcher and the handler read it. */
async function sealed(more: object = {}): Promise<MatterPresent> {
  return act(people.dispatcher, await toHandling(people, more), 'seal', why(people.handler));
}

describe('a sealed file', () => {
  it('is read by those who were named, and by nobody else at their offices', async () => {
    const { dispatcher, handler, clerk, colleague, supervisor } = people;
    const matter = await sealed();
    expect(matter.allowedActions.map(({ action }) => action)).toContain('unseal');
    expect([await sees(dispatcher, matter.id), await sees(handler, matter.id)]).toEqual([200, 200]);
    for (const one of [clerk, colleague, supervisor]) expect(await sees(one, matter.id)).toBe(403);
    const { body: file } = await handler.get(`matters/${matter.id}`);
    expect(file.seal.ground.code).toBe('child-involved');
    expect(file.seal.readers.map(({ userId }: { userId: string }) => userId).sort()).toEqual(
      idsOf(dispatcher, handler).sort(),
    );
    expect((await act(handler, matter, 'log-step', { kind: 'note', text: '已约定见面。' })).status).toBe(
      'handling',
    );
  });

  it('tells others that its number exists, and nothing else', async () => {
    const { clerk, colleague, across } = people;
    const matter = await sealed();
    for (const one of [clerk, colleague, across]) {
      const { body } = await one.get(`matters?code=${matter.code}`);
      expect(body).toEqual({ matters: [], next: null, total: 0, days: [], isSealed: true });
      const opened = await one.get(`matters/${matter.id}`);
      expect(opened.body).toMatchObject({ status: 403, code: 'sealed' });
      expect(opened.raw).not.toMatch(/漏水|王秀兰|child/);
    }
    const open = await toHandling(people);
    expect((await across.get(`matters?code=${open.code}`)).body.isSealed).toBeUndefined();
    expect(await refusal(colleague, matter, 'log-step', { kind: 'note', text: '看看。' })).toBe('not-found');
  });

  it('stands in no queue, search, look-up or comparison of theirs', async () => {
    const { clerk, dispatcher, colleague } = people;
    const story = '隔壁的信鸽协会深夜放飞，孩子受惊。';
    const matter = await sealed({
      subject: '信鸽扰民',
      story,
      parties: [{ seat: 'applicant', kind: 'person', name: '周某', phone: '13655550000' }],
    });
    const lists = async (by: Person): Promise<string> =>
      (
        await Promise.all(
          ['matters?queue=office&limit=100', 'matters?queue=mine&limit=100', 'search?q=信鸽'].map(
            async (url) => (await by.get(encodeURI(url))).raw,
          ),
        )
      ).join();
    expect(await lists(dispatcher)).toContain(matter.id);
    for (const one of [clerk, colleague]) expect(await lists(one)).not.toContain(matter.id);
    expect((await clerk.post('visitors/look-up', { phone: '13655550000' })).body.matters).toEqual([]);
    const similar = async (by: Person) =>
      (await by.post('intake/suggestions', { text: story, kind: '15' })).raw;
    expect(await similar(clerk)).not.toContain(matter.code.slice(4, 8));
    expect(await similar(people.across)).not.toContain(matter.code.slice(4, 8));
    expect(await similar(dispatcher)).toContain(matter.id);
  });

  it('shows supervisors code, stage, office and clocks, and is counted', async () => {
    const { supervisor } = people;
    const counted = async () => {
      const { body } = await supervisor.get('oversight/figures');
      return body.rows.reduce((sum: number, { open }: { open: number }) => sum + open, 0);
    };
    const before = await counted();
    const matter = await sealed({ safety: { danger: 'child-in-danger', hiddenFrom: [], help: 'consented' } });
    expect(await counted()).toBe(before + 1);
    const { body } = await supervisor.get('oversight/matters?limit=100');
    const row = body.matters.find(({ id }: { id: string }) => id === matter.id);
    expect(row).toMatchObject({ code: matter.code, kind: null, region: null, danger: null, isSealed: true });
    expect(row).toMatchObject({ status: 'handling', holder: { id: housing } });
    const { body: byKind } = await supervisor.get('oversight/matters?limit=100&kind=15');
    expect(JSON.stringify(byKind)).not.toContain(matter.id);
  });

  it('is hidden in the database, too, from a query that forgets who asks', async () => {
    const { services } = program;
    const { handler, colleague, dispatcher, clerk } = people;
    const matter = await sealed();
    const count = (trx: Trx, table: string) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(`hejie.${table}`)}
        where ${sql.ref(table === 'matter' ? 'id' : 'matter_id')} = ${matter.id}::uuid`.execute(trx);
    for (const table of ['matter', 'participation', 'clock', 'party', 'event']) {
      for (const [one, isReader] of [
        [handler, true],
        [dispatcher, true],
        [colleague, false],
        [clerk, false],
      ] as const) {
        const { rows } = await inTransaction(services, one.actor, (trx) => count(trx, table));
        expect((rows[0]?.n ?? 0) > 0, `${table} ${one.actor.name}`).toBe(isReader);
      }
    }
  });

  it('is opened again for everybody who takes part', async () => {
    const { dispatcher, clerk, colleague } = people;
    const matter = await act(dispatcher, await sealed(), 'unseal', { reason: '已另行处理。' });
    expect([await sees(clerk, matter.id), await sees(colleague, matter.id)]).toEqual([200, 200]);
    expect((await clerk.get(`matters/${matter.id}`)).body.seal).toBeNull();
    expect((await clerk.get(encodeURI('search?q=漏水'))).raw).toContain(matter.id);
  });
});

describe('sealing', () => {
  it('needs a reader where it is held, and only people who are posted there', async () => {
    const { dispatcher, labourHandler, handler, clerk } = people;
    const matter = await toHandling(people);
    expect(await refusal(dispatcher, matter, 'seal', why(clerk))).toBe('readers-missing-here');
    expect(await refusal(dispatcher, matter, 'seal', why(handler, labourHandler))).toBe('reader-not-posted');
    expect(await sees(clerk, matter.id)).toBe(200);
  });

  it('is for those who answer for it at the leading centre; a stale one is refused; said twice it is done once', async () => {
    const { dispatcher, clerk, handler, supervisor } = people;
    const matter = await toHandling(people);
    expect(await refusal(clerk, matter, 'seal', why(handler))).toBe('not-your-role');
    expect(await refusal(handler, matter, 'seal', why(dispatcher))).toBe('not-your-part');
    expect(await refusal(dispatcher, { ...matter, version: 2 }, 'seal', why(handler))).toBe('stale-version');
    expect(await refusal(dispatcher, matter, 'unseal', { reason: '不用了。' })).toBe('not-sealed');
    const headers = { 'idempotency-key': 'seal-00001' };
    const first = await ask(dispatcher, matter, 'seal', why(handler), headers);
    const again = await ask(dispatcher, matter, 'seal', why(handler), headers);
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, matter.version + 1]);
    const open = await toHandling(people);
    const answers = await Promise.all(
      [dispatcher, supervisor].map((one) => ask(one, open, 'seal', why(handler))),
    );
    // Whoever comes second finds it changed, or does not find it any more.
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200);
    expect([404, 409]).toContain(answers.map(({ status }) => status).sort()[1]);
  });

  it('again names other readers; whoever handles it without reading it does so no more', async () => {
    const { dispatcher, handler, colleague, clerk } = people;
    let matter = await sealed();
    matter = await act(dispatcher, matter, 'seal', why(colleague, clerk));
    expect([
      await sees(handler, matter.id),
      await sees(colleague, matter.id),
      await sees(clerk, matter.id),
    ]).toEqual([403, 200, 200]);
    const { body: file } = await colleague.get(`matters/${matter.id}`);
    expect(file.handler).toBeNull();
    expect(await refusal(colleague, matter, 'assign', { handlerUserId: handler.actor.userId })).toBe(
      'handler-not-a-reader',
    );
    await act(colleague, matter, 'assign', { handlerUserId: colleague.actor.userId });
  });

  it('holds what was merged into it, too', async () => {
    const { dispatcher, handler, clerk } = people;
    const into = await toHandling(people);
    const same = await register(clerk);
    const merged = await act(dispatcher, await act(dispatcher, same, 'accept'), 'merge', {
      intoId: into.id,
      intoVersion: into.version,
      reason: '同一处漏水。',
    });
    expect(await sees(clerk, merged.id)).toBe(200);
    const now = (await dispatcher.get(`matters/${into.id}`)).body;
    await act(dispatcher, now, 'seal', why(handler));
    expect([await sees(clerk, merged.id), await sees(dispatcher, merged.id)]).toEqual([403, 200]);
  });
});

describe('a sealed file that is handed over', () => {
  it('needs a reader there, who alone reads it', async () => {
    const { handler, labourHandler, dispatcher, clerk } = people;
    const other = await hire(program, '150204/labour', 'mediator');
    const matter = await sealed();
    const to = { unitId: labour, reason: '转人社。' };
    expect(await refusal(handler, matter, 'transfer', to)).toBe('readers-missing');
    expect(await refusal(handler, matter, 'transfer', { ...to, readerUserIds: idsOf(clerk) })).toBe(
      'readers-missing',
    );
    const moved = await act(handler, matter, 'transfer', { ...to, readerUserIds: idsOf(labourHandler) });
    expect([await sees(labourHandler, moved.id), await sees(other, moved.id)]).toEqual([200, 403]);
    const taken = await act(labourHandler, moved, 'accept-hand-over');
    expect([await sees(handler, taken.id), await sees(dispatcher, taken.id)]).toEqual([403, 200]);
    // Back at the centre it needs no new names: its readers are there.
    const resolved = await act(labourHandler, taken, 'record-outcome', {
      outcome: 'settled',
      text: '和解。',
    });
    const answered = await act(labourHandler, resolved, 'answer', { text: '已和解。', by: 'phone' });
    expect(await sees(clerk, answered.id)).toBe(403);
    expect((await act(dispatcher, answered, 'call-back', { result: 'satisfied' })).status).toBe(
      'called-back',
    );
  });

  it('goes up, is returned and goes to another centre with the readers named at each place', async () => {
    const { dispatcher, upper, across } = people;
    const upperClerk = await hire(program, '1502', 'clerk');
    const matter = await sealed();
    const reason = '需要上级协调。';
    expect(await refusal(dispatcher, matter, 'escalate', { reason })).toBe('readers-missing');
    let moved = await act(dispatcher, matter, 'escalate', { reason, readerUserIds: idsOf(upper) });
    expect([await sees(upper, moved.id), await sees(upperClerk, moved.id)]).toEqual([200, 403]);
    moved = await act(upper, moved, 'accept-hand-over');
    expect(moved).toMatchObject({ lead: { id: upperCentre } });
    expect(await sees(dispatcher, moved.id)).toBe(403);
    moved = await act(upper, moved, 'route', { unitId: acrossCentre, readerUserIds: idsOf(across) });
    moved = await act(across, moved, 'accept-hand-over');
    expect(moved).toMatchObject({ lead: { id: acrossCentre } });
    expect((await across.get(`matters/${moved.id}`)).body.seal.readers).toHaveLength(1);
  });

  it('asks an assisting office for a reader, too', async () => {
    const { handler, labourHandler } = people;
    const matter = await sealed();
    const task = { unitId: labour, text: '请核实用工备案。' };
    expect(await refusal(handler, matter, 'ask-assistance', task)).toBe('readers-missing');
    await act(handler, matter, 'ask-assistance', { ...task, readerUserIds: idsOf(labourHandler) });
    expect(await sees(labourHandler, matter.id)).toBe(200);
  });

  it('lists who can be named there', async () => {
    const { handler, labourHandler, dispatcher } = people;
    const matter = await sealed();
    const { body: there } = await handler.get(`matters/${matter.id}/readers?unitId=${labour}`);
    expect(there.units).toHaveLength(1);
    expect(there.units[0].people).toContainEqual(
      expect.objectContaining({ userId: labourHandler.actor.userId, isReader: false }),
    );
    const { body: here } = await handler.get(`matters/${matter.id}/readers`);
    const readers = here.units.flatMap(
      ({ people: all }: { people: { userId: string; isReader: boolean }[] }) =>
        all.filter(({ isReader }) => isReader).map(({ userId }) => userId),
    );
    expect(readers.sort()).toEqual(idsOf(dispatcher, handler).sort());
    expect((await labourHandler.get(`matters/${matter.id}/readers`)).status).toBe(404);
  });
});

describe('readers who leave', () => {
  const leave = async (person: Person, successor: Person | null, security: Person) => {
    const { status, body } = await security.post(
      `organisation/postings/${person.actor.postingId}/actions/end`,
      {
        version: 1,
        successorUserId: successor?.actor.userId ?? null,
      },
    );
    expect(status, JSON.stringify(body)).toBe(200);
  };

  it('leave their work to a reader or to nobody, and the leading centre sees that none is left there', async () => {
    const { dispatcher, colleague } = people;
    const security = await hire(program, '1502', 'security-admin');
    const leaving = await hire(program, '150204/housing', 'handler', 'leaving-handler');
    let matter = await toHandling(people);
    matter = await act(people.handler, matter, 'assign', { handlerUserId: leaving.actor.userId });
    matter = await act(dispatcher, matter, 'seal', why(leaving));
    const open = await toHandling(people);
    await act(people.handler, open, 'assign', { handlerUserId: leaving.actor.userId });
    await leave(leaving, colleague, security);
    expect((await colleague.get(`matters/${open.id}`)).body.handler.userId).toBe(colleague.actor.userId);
    expect(await sees(colleague, matter.id)).toBe(403);
    const { body: file } = await dispatcher.get(`matters/${matter.id}`);
    expect(file.handler).toBeNull();
    const { body: queue } = await dispatcher.get(`matters?code=${matter.code}`);
    expect(queue.matters[0].reason).toContain('已没有阅读人');
    const named = await act(dispatcher, file, 'seal', why(colleague));
    expect(await sees(colleague, named.id)).toBe(200);
  });

  it('never leave the file without anybody who could name others: then those who seal there read it', async () => {
    const { handler, supervisor, dispatcher, clerk } = people;
    const security = await hire(program, '1502', 'security-admin', 'second-security');
    const leaving = await hire(program, '150204', 'dispatcher', 'leaving-dispatcher');
    const matter = await act(leaving, await toHandling(people), 'seal', why(handler));
    expect([await sees(supervisor, matter.id), await sees(dispatcher, matter.id)]).toEqual([403, 403]);
    await leave(leaving, null, security);
    expect([await sees(supervisor, matter.id), await sees(clerk, matter.id)]).toEqual([200, 403]);
    const now = (await supervisor.get(`matters/${matter.id}`)).body;
    const named = await act(supervisor, now, 'seal', why(handler));
    expect([await sees(supervisor, named.id), await sees(dispatcher, named.id)]).toEqual([200, 403]);
  });
});

it('of registrations the seal is not asked at the counter: a new one is open to its office', async () => {
  const matter = await register(people.clerk, registration);
  expect(await sees(people.supervisor, matter.id)).toBe(200);
});
