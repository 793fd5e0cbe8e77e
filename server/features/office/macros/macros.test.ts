import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let colleague: Person;
let elsewhere: Person;

const housing = unitIdOf('1502', '150204/housing');
const accept = { action: 'accept', body: {} };
const route = { action: 'route', body: { unitId: housing, note: '请尽快接收。' } };
const log = { action: 'log-step', body: { kind: 'phone', text: '已联系双方。' } };

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  colleague = await hire(program, '150204', 'dispatcher', 'colleague');
  elsewhere = await hire(program, '150203', 'dispatcher');
});
afterAll(() => program?.stop());

const top = 'office/macros';
const create = (person: Person, name: string, steps: object[] = [log], key?: string) =>
  person.post(top, { name, steps }, key === undefined ? {} : { 'idempotency-key': key });
const edit = (person: Person, id: string, version: number, name: string, steps: object[] = [log]) =>
  person.post(`${top}/${id}/actions/edit`, { version, name, steps });
const retire = (person: Person, id: string, version: number) =>
  person.post(`${top}/${id}/actions/retire`, { version });
const namesSeenBy = async (person: Person): Promise<string[]> =>
  (await person.get(top)).body.macros.map(({ name }: { name: string }) => name);

async function register(): Promise<{ id: string; version: number }> {
  const { body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年。',
    parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰' }],
  });
  return { id: body.matter.id, version: 1 };
}
const use = (person: Person, how: 'preview' | 'run', macro: object, matter: object, key?: string) =>
  person.post(
    `matters/bulk/${how}`,
    { matters: [matter], work: { action: 'macro', ...macro } },
    key === undefined ? {} : { 'idempotency-key': key },
  );

describe('keeping macros', () => {
  it('adds one to the own office, once, whatever is sent twice; the auditor reads of it', async () => {
    const first = await create(dispatcher, '受理转住建', [accept, route], 'macro-once-1');
    expect(first).toMatchObject({ status: 201, body: { version: 1, name: '受理转住建', isActive: true } });
    expect(first.body.steps[1]).toMatchObject({ action: 'route', actionLabel: '分流' });
    expect(first.body.steps[1].summary).toMatch(/请尽快接收/);
    expect((await create(dispatcher, '受理转住建', [accept, route], 'macro-once-1')).body.id).toBe(
      first.body.id,
    );
    expect(await namesSeenBy(clerk)).toEqual(['受理转住建']);
    const auditor = await hire(program, '1502', 'auditor');
    const { changes } = (await auditor.get('audit/changes?type=macro-created')).body;
    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes[0].facts)).toMatch(/受理转住建/);
  });

  it('is for dispatcher, supervisor and handler; others of the office use what there is', async () => {
    expect((await create(clerk, '接待员的')).status).toBe(403);
    expect((await clerk.get(top)).body.mayKeep).toBe(false);
    expect((await dispatcher.get(top)).body.mayKeep).toBe(true);
    await expect(
      inTransaction(program.services, clerk.actor, (trx) =>
        sql`insert into hejie.macro (city_code, id, unit_id, name, steps, author_user_id, is_active, version, changed_at)
          values ('1502', gen_random_uuid(), ${clerk.actor.unitId}::uuid, 'x', '[]', ${clerk.actor.userId}::uuid, true, 1,
            now())`.execute(trx),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('is of one office: another neither sees, changes nor uses it', async () => {
    const { id } = (await create(dispatcher, '只给本单位')).body;
    expect(await namesSeenBy(elsewhere)).not.toContain('只给本单位');
    expect((await edit(elsewhere, id, 1, '改掉')).status).toBe(404);
    expect((await retire(elsewhere, id, 1)).status).toBe(404);
    expect((await use(elsewhere, 'preview', { id, version: 1 }, await register())).status).toBe(404);
  });

  it('of two who change it at once takes one, and shows the other what is there now', async () => {
    const { id } = (await create(dispatcher, '两人同时改')).body;
    const answers = await Promise.all([edit(dispatcher, id, 1, '甲改的'), edit(colleague, id, 1, '乙改的')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stale = answers.find(({ status }) => status === 409);
    expect(stale?.body).toMatchObject({ code: 'stale-version', current: { version: 2 } });
  });

  it('refuses a name that is taken until the other is out of use', async () => {
    const { id } = (await create(dispatcher, '同名')).body;
    const twice = await create(colleague, '同名');
    expect([twice.status, twice.body.code, twice.body.field]).toEqual([409, 'macro-name-taken', 'name']);
    expect((await retire(dispatcher, id, 1)).body.isActive).toBe(false);
    expect((await create(colleague, '同名')).status).toBe(201);
    expect((await retire(dispatcher, id, 2)).status).toBe(404);
  });

  it('refuses steps that may not stand in one, and steps that no matter could go through', async () => {
    const decline = { action: 'decline', body: { reason: '不受理', remedies: ['petition'] } };
    const refused = [[decline], [], [{ action: 'route', body: {} }], Array.from({ length: 11 }, () => log)];
    for (const steps of refused) expect((await create(dispatcher, '坏的', steps)).status).toBe(400);
    const impossible = await create(dispatcher, '坏的', [log, route, accept]);
    expect([impossible.status, impossible.body.code]).toEqual([422, 'macro-never-fits']);
    expect(impossible.body.detail).toMatch(/第 3 步/);
  });
});

describe('using a macro', () => {
  it('rehearses all steps together, then takes each, as often as it is asked the same', async () => {
    const { id } = (await create(dispatcher, '受理并转住建', [accept, log, route])).body;
    const matter = await register();
    const macro = { id, version: 1 };
    const preview = (await use(dispatcher, 'preview', macro, matter)).body.rows[0];
    expect(preview).toMatchObject({ state: 'ok', stepsTaken: 3, after: { status: 'offered', version: 4 } });
    expect((await clerk.get(`matters/${matter.id}`)).body.version).toBe(1);
    for (let times = 0; times < 2; times += 1) {
      const { rows } = (await use(dispatcher, 'run', macro, matter, 'macro-run-1')).body;
      expect(rows[0]).toMatchObject({ state: 'ok', stepsTaken: 3, after: { status: 'offered' } });
    }
    const file = (await clerk.get(`matters/${matter.id}`)).body;
    expect(file.timeline.map(({ type }: { type: string }) => type)).toEqual([
      'route',
      'log-step',
      'accept',
      'register',
    ]);
  });

  it('stops at the first step that is refused, says which and why, and keeps what was done before', async () => {
    const { id } = (await create(dispatcher, '记录后受理', [log, accept, route])).body;
    const matter = await register();
    const { rows } = (await use(clerk, 'run', { id, version: 1 }, matter)).body;
    expect(rows[0]).toMatchObject({
      state: 'refused',
      stepsTaken: 1,
      after: { version: 2, status: 'registered' },
      stopped: { step: 2, action: 'accept', actionLabel: '受理', code: 'not-your-role' },
    });
    expect((await clerk.get(`matters/${matter.id}`)).body.version).toBe(2);
  });

  it('that was changed since it was looked at is refused, and one out of use is not there', async () => {
    const { id } = (await create(dispatcher, '会变')).body;
    const matter = await register();
    await edit(colleague, id, 1, '会变', [log, log]);
    expect((await use(dispatcher, 'run', { id, version: 1 }, matter)).body.code).toBe('stale-version');
    await retire(colleague, id, 2);
    expect((await use(dispatcher, 'run', { id, version: 3 }, matter)).status).toBe(404);
  });
});
