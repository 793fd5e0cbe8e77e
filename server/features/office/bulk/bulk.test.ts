import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkAnswer, BulkRow } from '#contract/office/bulk.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let stranger: Person;

const housing = unitIdOf('1502', '150204/housing');

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  stranger = await hire(program, '150203', 'clerk');
});
afterAll(() => program?.stop());

type Seen = { id: string; version: number };

async function register(by = clerk, regionCode = '150204001'): Promise<Seen> {
  const { status, body } = await by.post('matters', {
    channel: 'window',
    kind: '10',
    regionCode,
    story: '同一工地拖欠工资，多人分别登记。',
    parties: [{ seat: 'applicant', kind: 'person', name: '赵某', phone: '13700000000' }],
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return { id: body.matter.id, version: body.matter.version };
}
const several = (count: number) => Promise.all(Array.from({ length: count }, () => register()));

async function bulk(
  person: Person,
  how: 'preview' | 'run',
  matters: readonly Seen[],
  work: object,
  key?: string,
): Promise<BulkAnswer> {
  const answer = await person.post(
    `matters/bulk/${how}`,
    { matters, work },
    key === undefined ? {} : { 'idempotency-key': key },
  );
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}
const states = ({ rows }: BulkAnswer) => rows.map(({ state, stopped }: BulkRow) => stopped?.code ?? state);
const versionOf = async ({ id }: Seen): Promise<number> => (await clerk.get(`matters/${id}`)).body.version;

const accept = { action: 'accept', body: {} };

describe('choices', () => {
  it('are what the closed list and the rules allow, with how many each fits', async () => {
    const matters = await several(3);
    await bulk(dispatcher, 'run', matters.slice(0, 1), accept);
    const ids = matters.map(({ id }) => id);
    const { body } = await dispatcher.post('matters/bulk/choices', { ids });
    expect(
      body.choices.map(({ action, count }: { action: string; count: number }) => [action, count]),
    ).toEqual([
      ['accept', 2],
      ['route', 1],
      ['log-step', 3],
    ]);
    expect((await stranger.post('matters/bulk/choices', { ids })).body.choices).toEqual([]);
  });
});

describe('a preview', () => {
  it('says what would become of each, through the real rules, and leaves nothing behind', async () => {
    const matters = await several(2);
    const before = await written();
    const answer = await bulk(dispatcher, 'preview', matters, accept);
    expect(answer.done).toBe(2);
    expect(answer.rows[0]).toMatchObject({
      matterId: matters[0]?.id,
      state: 'ok',
      stepsTaken: 1,
      after: { status: 'accepted', statusLabel: '已受理', version: 2 },
      stopped: null,
    });
    expect(await written()).toEqual(before);
    expect(await Promise.all(matters.map(versionOf))).toEqual([1, 1]);
  });

  /** How much there is of whatever a step writes. */
  async function written(): Promise<unknown> {
    const { rows } = await sql`
      select (select count(*) from hejie.event) as events, (select count(*) from hejie.notice) as notices,
        (select count(*) from hejie.clock) as clocks, (select count(*) from hejie.idempotency) as keys,
        (select sum(version) from hejie.matter) as versions`.execute(program.admin.db);
    return rows[0];
  }
});

describe('a run', () => {
  it('does each for itself: what is refused of one stops none of the others', async () => {
    const [one, accepted, changed] = (await several(3)) as [Seen, Seen, Seen];
    const foreign = await register(stranger, '150203001');
    await bulk(dispatcher, 'run', [accepted], accept);
    await clerk.post(`matters/${changed.id}/actions/log-step`, { version: 1, kind: 'note', text: '补充。' });
    const unknown = { id: '01900000-0000-7000-8000-000000000000', version: 1 };
    const matters = [one, { ...accepted, version: 2 }, changed, foreign, unknown];
    const preview = await bulk(dispatcher, 'preview', matters, accept);
    const expected = ['ok', 'wrong-state', 'stale-version', 'not-found', 'not-found'];
    expect(states(preview)).toEqual(expected);
    const report = await bulk(dispatcher, 'run', matters, accept);
    expect(states(report)).toEqual(expected);
    expect(report.rows[2]).toMatchObject({ state: 'conflict', stopped: { step: 1, actionLabel: '受理' } });
    expect(report.rows[3]).toMatchObject({ state: 'refused', code: null, after: null });
    expect(await Promise.all([one, changed].map(versionOf))).toEqual([2, 2]);
  });

  it('of the same request twice is done once, and goes on where the first was cut short', async () => {
    const matters = await several(3);
    const work = { action: 'log-step', body: { kind: 'phone', text: '已统一电话通知。' } };
    // What a first attempt got done before the line went dead.
    await bulk(dispatcher, 'run', matters, work, 'bulk-once-1');
    const again = await bulk(dispatcher, 'run', matters, work, 'bulk-once-1');
    expect(states(again)).toEqual(['ok', 'ok', 'ok']);
    expect(await Promise.all(matters.map(versionOf))).toEqual([2, 2, 2]);
    const other = { action: 'log-step', body: { kind: 'phone', text: '别的话。' } };
    const refused = await dispatcher.post(
      'matters/bulk/run',
      { matters, work: other },
      { 'idempotency-key': 'bulk-once-1' },
    );
    expect([refused.status, refused.body.code]).toEqual([422, 'key-reused']);
  });

  it('of two at once is done once to each matter', async () => {
    const matters = await several(3);
    const answers = await Promise.all([
      bulk(dispatcher, 'run', matters, accept),
      bulk(dispatcher, 'run', matters, accept),
    ]);
    for (const index of [0, 1, 2]) {
      expect(answers.map((answer) => states(answer)[index]).sort()).toEqual(['ok', 'stale-version']);
    }
    expect(await Promise.all(matters.map(versionOf))).toEqual([2, 2, 2]);
  });

  it('gives each its fields: an office, a text, a colleague', async () => {
    const matters = await several(2);
    const at = (version: number) => matters.map((matter) => ({ ...matter, version }));
    await bulk(dispatcher, 'run', at(1), accept);
    await bulk(dispatcher, 'run', at(2), { action: 'route', body: { unitId: housing, note: '同一批。' } });
    await bulk(handler, 'run', at(3), { action: 'accept-hand-over', body: {} });
    const { rows } = await bulk(handler, 'run', at(4), {
      action: 'assign',
      body: { handlerUserId: handler.actor.userId },
    });
    expect(rows.map(({ state, after }) => [state, after?.status, after?.holder.id])).toEqual([
      ['ok', 'handling', housing],
      ['ok', 'handling', housing],
    ]);
    const file = (await handler.get(`matters/${matters[0]?.id}`)).body;
    expect(file.timeline.find(({ type }: { type: string }) => type === 'route').text).toBe('同一批。');
  });

  it('refuses what is not for many, missing fields, too many, and those who do no work on matters', async () => {
    const [matter] = (await several(1)) as [Seen];
    const refused = [
      {
        matters: [matter],
        work: { action: 'decline', body: { reason: '不属受理范围', remedies: ['petition'] } },
      },
      { matters: [matter], work: { action: 'route', body: {} } },
      { matters: [matter], work: { action: 'accept', body: { version: 1 } } },
      { matters: [], work: accept },
      {
        matters: Array.from({ length: 101 }, (_, index) => ({ ...matter, version: index + 1 })),
        work: accept,
      },
    ];
    for (const body of refused) expect((await dispatcher.post('matters/bulk/run', body)).status).toBe(400);
    const leader = await hire(program, '150204', 'leader');
    for (const how of ['choices', 'preview', 'run']) {
      expect((await leader.post(`matters/bulk/${how}`, { ids: [matter.id] })).status).toBe(403);
    }
    expect(states(await bulk(clerk, 'run', [matter], accept))).toEqual(['not-your-role']);
  });
});
