import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownId } from '#server/app/known-ids.ts';
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
afterAll(() => program.stop());

const body = (more: object = {}) => ({
  version: 0,
  place: 'queue',
  name: '本周到期',
  filters: { due: 'week', kind: ['15'] },
  isShared: false,
  ...more,
});
const id = (name: string) => knownId(`test/${name}`);
const keep = (person: Person, name: string, more: object = {}) =>
  person.send('PUT', `saved-views/${id(name)}`, body({ name, ...more }));
const namesSeenBy = async (person: Person, place = 'queue') => {
  const { body: answer } = await person.get(`saved-views?place=${place}`);
  return answer.views.map((view: { name: string }) => view.name);
};

describe('saved views', () => {
  it("keeps filters under a name: one's own, once, whatever is sent twice", async () => {
    const first = await keep(clerk, '自己的');
    expect(first).toMatchObject({ status: 200, body: { version: 1, isMine: true, mayDrop: true } });
    expect((await keep(clerk, '自己的')).body).toEqual(first.body);
    expect(await namesSeenBy(clerk)).toEqual(['自己的']);
    expect(await namesSeenBy(clerk, 'search')).toEqual([]);
    expect(await namesSeenBy(colleague)).toEqual([]);
  });

  it('shows what is shared to the office, and to nobody else', async () => {
    await keep(clerk, '共享的', { isShared: true });
    expect(await namesSeenBy(colleague)).toEqual(['共享的']);
    expect(await namesSeenBy(elsewhere)).toEqual([]);
  });

  it('is changed by its owner alone, who must have seen how it stands', async () => {
    await keep(clerk, '会变的', { isShared: true });
    expect((await keep(colleague, '会变的', { version: 1, isShared: false })).status).toBe(403);
    const changed = await keep(clerk, '会变的', { version: 1, isShared: false });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, isShared: false } });
    const stale = await keep(clerk, '会变的', { version: 1, filters: {} });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version', current: { version: 2 } } });
  });

  it('is dropped by its owner, and what is shared by a supervisor too', async () => {
    await keep(clerk, '要删的', { isShared: true });
    const drop = (person: Person, version = 1) =>
      person.send('DELETE', `saved-views/${id('要删的')}?version=${version}`);
    expect((await drop(colleague)).status).toBe(403);
    expect((await drop(supervisor, 7)).status).toBe(409);
    expect((await drop(supervisor)).status).toBe(204);
    expect((await drop(clerk)).status).toBe(204);
    expect(await namesSeenBy(clerk)).not.toContain('要删的');
  });

  it('refuses a name twice, unknown filters and who works on no matters', async () => {
    await keep(clerk, '重名');
    const again = await clerk.send('PUT', `saved-views/${id('另一个')}`, body({ name: '重名', filters: {} }));
    expect(again).toMatchObject({ status: 409, body: { code: 'view-name-taken' } });
    expect((await keep(clerk, '坏的', { filters: { party: '王' } })).status).toBe(400);
    expect((await keep(clerk, '坏的', { place: 'audit' })).status).toBe(400);
    expect((await keep(leader, '旁人')).status).toBe(403);
  });

  it('lets two who save at once keep one view', async () => {
    const answers = await Promise.all([keep(clerk, '同时'), keep(clerk, '同时')]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect((await namesSeenBy(clerk)).filter((name: string) => name === '同时')).toHaveLength(1);
  });
});
