import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import { createLevelBook } from '#server/app/level-book.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { loadLevels, watchLevels } from './load-levels.ts';

let program: TestProgram;
let supervisor: Person;
let colleague: Person;
let ofCounty: Person;
let leader: Person;
let clerk: Person;
let auditor: Person;

const red = { level: 'red', when: [{ fact: 'danger', op: '=', number: 1 }] };
const blue = (number: number) => ({ level: 'blue', when: [{ fact: 'share-used', op: '>=', number }] });
const today = '2026-03-02';

beforeAll(async () => {
  program = await createTestProgram();
  supervisor = await hire(program, '1502', 'supervisor');
  colleague = await hire(program, '1502', 'supervisor', 'other-supervisor');
  ofCounty = await hire(program, '150204', 'supervisor');
  leader = await hire(program, '1502', 'leader');
  clerk = await hire(program, '1502', 'clerk');
  auditor = await hire(program, '1502', 'auditor');
});
afterAll(() => program?.stop());
beforeEach(async () => {
  program.services.clock.set(`${today}T01:00:00Z`);
  await sql`delete from hejie.level_version`.execute(program.admin.db);
  await loadLevels(program.services);
});

const rules = async (by: Person = supervisor): Promise<LevelRulesView> => (await by.get('levels/rules')).body;
const publication = (more: object = {}) => ({
  version: 0,
  rows: [blue(50), red],
  inForceFrom: today,
  note: '季度复盘',
  ...more,
});
const publish = (more: object = {}, by = supervisor) => by.post('levels/versions', publication(more));

describe('the rules', () => {
  it('are at first those of the city pack, with what each colour asks for', async () => {
    const view = await rules();
    expect(view).toMatchObject({ mayEdit: true, today, latestVersion: 0, upcoming: [], earlier: [] });
    expect(view.inForce).toMatchObject({ version: 0, inForceFrom: null, publishedBy: null });
    expect(view.inForce.rows).toEqual(view.pack.rows);
    expect(view.pack).toMatchObject({ onlyHere: [], onlyThere: [] });
    expect(view.levels.map(({ level, reply, escalates }) => [level, reply, escalates])).toEqual([
      ['blue', '3 个工作日内回复', false],
      ['yellow', '2 个工作日内回复', false],
      ['orange', '1 个工作日内回复', false],
      ['red', '当日回复', true],
    ]);
  });

  it('are read by supervisors and leaders, edited by the supervisor of the city alone', async () => {
    for (const reader of [ofCounty, leader]) expect((await rules(reader)).mayEdit).toBe(false);
    for (const stranger of [clerk, auditor]) expect((await stranger.get('levels/rules')).status).toBe(403);
    for (const reader of [ofCounty, leader, clerk]) {
      expect((await publish({}, reader)).status).toBe(403);
      expect((await reader.post('levels/try', { rows: [red] })).status).toBe(403);
    }
  });

  it('could not be published past the program by anybody else', async () => {
    const { services } = program;
    const attempt = inTransaction(services, clerk.actor, (trx) =>
      sql`insert into hejie.level_version values ('1502', 1, ${services.newId()}::uuid, ${today}, '[]', '',
        ${clerk.actor.userId}::uuid, now())`.execute(trx),
    );
    await expect(attempt).rejects.toThrow('row-level security');
  });
});

describe('publishing', () => {
  it('puts the rules in force on their day, and the auditor reads of it', async () => {
    const { status, body } = await publish();
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({
      latestVersion: 1,
      inForce: { version: 1, inForceFrom: today, rows: [blue(50), red], note: '季度复盘' },
      pack: { onlyHere: [blue(50)] },
    });
    expect(body.inForce.publishedBy).toBe(supervisor.actor.name);
    expect(body.earlier).toMatchObject([{ version: 0 }]);
    expect(program.services.levels.inForceOn(today).version).toBe(1);
    const changes = (await auditor.get('audit/changes')).body.changes;
    expect(changes[0]).toMatchObject({
      type: 'levels-published',
      facts: [
        { label: '版本', value: '1' },
        { label: '生效日期', value: today },
        { label: '说明', value: '季度复盘' },
      ],
    });
  });

  it('is heard of by other processes', async () => {
    const { services } = program;
    const other = { ...services, levels: createLevelBook(services.pack.levelRules) };
    const watching = await watchLevels(other);
    try {
      await publish();
      await vi.waitFor(() => expect(other.levels.inForceOn(today).version).toBe(1), 5_000);
    } finally {
      await watching.close();
    }
  });

  it('with a day to come waits for it', async () => {
    const { body } = await publish({ inForceFrom: '2026-03-09' });
    expect(body).toMatchObject({ inForce: { version: 0 }, upcoming: [{ version: 1 }] });
    program.services.clock.set('2026-03-08T15:59:59Z');
    expect((await rules()).inForce.version).toBe(0);
    program.services.clock.set('2026-03-08T16:00:00Z');
    expect((await rules()).inForce.version).toBe(1);
  });

  it('outlives a reload of the pack', async () => {
    await publish();
    await loadLevels(program.services);
    expect((await rules()).inForce.version).toBe(1);
  });

  it('asks the same again for nothing', async () => {
    const first = await publish();
    const second = await publish();
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await rules()).latestVersion).toBe(1);
  });

  it('refuses what was written over an older version, and shows the newer one', async () => {
    await publish();
    const { status, body } = await publish({ rows: [blue(60), red] }, colleague);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'stale-version', current: { latestVersion: 1 } });
  });

  it('of two at once takes one', async () => {
    const answers = await Promise.all([
      publish({ rows: [blue(60), red] }),
      publish({ rows: [blue(61), red] }, colleague),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await rules()).latestVersion).toBe(1);
  });

  it.each([
    ['a day that has passed', { inForceFrom: '2026-03-01' }, 422, 'level-day-past'],
    ['rules that are in force already', 'pack', 422, 'level-rules-unchanged'],
    ['a table in which danger is not red', { rows: [blue(50)] }, 422, 'level-rules-faulty'],
    ['no note', { note: ' ' }, 400, 'invalid-input'],
    [
      'a fact about a person',
      { rows: [red, { level: 'red', when: [{ fact: 'past-complaints', op: '>=', number: 3 }] }] },
      400,
      'invalid-input',
    ],
  ] as const)('refuses %s', async (_, more, status, code) => {
    const fields = more === 'pack' ? { rows: (await rules()).pack.rows } : more;
    const answer = await publish(fields);
    expect(answer).toMatchObject({ status, body: { code } });
    expect((await rules()).latestVersion).toBe(0);
  });

  it('says at which place of the table something is wrong', async () => {
    const rows = [
      red,
      { level: 'blue', when: [] },
      { level: 'blue', when: [...blue(50).when, ...blue(60).when] },
    ];
    const { body } = await publish({ rows });
    expect(body.errors).toEqual([
      { field: 'rows.1', reason: '这一行还没有条件' },
      { field: 'rows.2.when.1', reason: '同一行里这项事实只能写一次' },
    ]);
  });
});
