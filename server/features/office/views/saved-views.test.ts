import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let colleague: Person;
let supervisor: Person;
let elsewhere: Person;
let leader: Person;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  colleague = await hire(program, '150204', 'dispatcher');
  supervisor = await hire(program, '150204', 'supervisor');
  elsewhere = await hire(program, '150202', 'clerk');
  leader = await hire(program, '150204', 'leader');
});
afterAll(() => program?.stop());

const top = 'office/saved-views';
const body = (name: string, more: object = {}) => ({
  name,
  isShared: false,
  view: { place: 'queue', filters: { due: 'week', kind: ['15'] } },
  ...more,
});
const keep = (person: Person, name: string, more: object = {}, key?: string) =>
  person.post(top, body(name, more), key === undefined ? {} : { 'idempotency-key': key });
const change = (person: Person, id: string, fields: object) => person.send('PATCH', `${top}/${id}`, fields);
const drop = (person: Person, id: string) => person.send('DELETE', `${top}/${id}`);
const namesSeenBy = async (person: Person, place = 'queue'): Promise<string[]> => {
  const { body: answer } = await person.get(`${top}?place=${place}`);
  return answer.views.map((view: { name: string }) => view.name);
};

describe('saved views', () => {
  it("keeps filters under a name: one's own, once, whatever is sent twice", async () => {
    const first = await keep(clerk, '自己的', {}, 'view-own-1');
    expect(first).toMatchObject({
      status: 201,
      body: { version: 1, isMine: true, filters: { due: 'week' } },
    });
    expect((await keep(clerk, '自己的', {}, 'view-own-1')).body).toEqual(first.body);
    expect((await keep(clerk, '另一个', {}, 'view-own-1')).body.code).toBe('key-reused');
    expect(await namesSeenBy(clerk)).toEqual(['自己的']);
    expect(await namesSeenBy(clerk, 'search')).toEqual([]);
    expect(await namesSeenBy(colleague)).toEqual([]);
  });

  it('shows what is shared to the office, and to nobody else', async () => {
    await keep(clerk, '共享的', { isShared: true });
    expect(await namesSeenBy(colleague)).toEqual(['共享的']);
    expect(await namesSeenBy(elsewhere)).toEqual([]);
    const seen = await inTransaction(program.services, elsewhere.actor, (trx) =>
      sql`select * from hejie.saved_view`.execute(trx),
    );
    expect(seen.rows).toEqual([]);
  });

  it('is changed by its owner alone, who must have seen how it stands', async () => {
    const { id } = (await keep(clerk, '会变的', { isShared: true })).body;
    expect((await change(colleague, id, { version: 1, isShared: false })).status).toBe(403);
    expect((await change(elsewhere, id, { version: 1, isShared: false })).status).toBe(404);
    const answers = await Promise.all([
      change(clerk, id, { version: 1, name: '变过的' }),
      change(clerk, id, { version: 1, isShared: false }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stale = answers.find(({ status }) => status === 409);
    expect(stale?.body).toMatchObject({ code: 'stale-version', current: { version: 2 } });
  });

  it('is removed by its owner, and what is shared by a supervisor too', async () => {
    const own = (await keep(clerk, '要删的')).body;
    const shared = (await keep(clerk, '要删的共享', { isShared: true })).body;
    expect((await drop(colleague, shared.id)).status).toBe(403);
    expect((await drop(supervisor, shared.id)).status).toBe(204);
    await drop(supervisor, own.id);
    expect(await namesSeenBy(clerk)).toContain('要删的');
    expect((await drop(clerk, own.id)).status).toBe(204);
    expect((await drop(clerk, own.id)).status).toBe(204);
    expect(await namesSeenBy(clerk)).not.toContain('要删的');
  });

  it('refuses a name twice, unknown filters and who works on no matters', async () => {
    await keep(clerk, '重名');
    expect(await keep(clerk, '重名')).toMatchObject({
      status: 409,
      body: { code: 'view-name-taken', field: 'name' },
    });
    const refused = [
      { view: { place: 'queue', filters: { party: '王' } } },
      { view: { place: 'queue', filters: { q: '漏水' } } },
      { view: { place: 'audit', filters: {} } },
      { name: ' ' },
    ];
    for (const more of refused) expect((await keep(clerk, '坏的', more)).status).toBe(400);
    expect((await keep(clerk, '查询', { view: { place: 'search', filters: { q: '漏水' } } })).status).toBe(
      201,
    );
    expect((await keep(leader, '旁人')).status).toBe(403);
  });

  it('lets two who save under one name at once keep one view', async () => {
    const answers = await Promise.all([keep(clerk, '同时'), keep(clerk, '同时', { isShared: true })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await namesSeenBy(clerk)).filter((name) => name === '同时')).toHaveLength(1);
  });
});
