import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '#contract/search/search.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { refreshSearchKeys } from '#server/features/search/public.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let elsewhere: Person;
let leader: Person;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  elsewhere = await hire(program, '150202', 'clerk');
  leader = await hire(program, '150204', 'leader');
});
afterAll(() => program.stop());

type Registered = { id: string; version: number; code: string };

async function register(story: string, more: object = {}): Promise<Registered> {
  const { status, body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story,
    parties: [{ seat: 'applicant', kind: 'person', name: '欧阳寻常', phone: '13800007777' }],
    ...more,
  });
  expect(status).toBe(201);
  return body.matter;
}

async function step(person: Person, matter: Registered, action: string, fields: object = {}) {
  const { status, body } = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return { ...matter, version: body.version as number };
}

async function search(person: Person, q: string, more = ''): Promise<SearchAnswer> {
  const { status, body } = await person.get(`search?q=${encodeURIComponent(q)}${more}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const codesIn = ({ hits }: SearchAnswer) => hits.map(({ matter }) => matter.code);

describe('searching', () => {
  it('finds by words, by parts of words and by parts of the code, and marks them', async () => {
    const matter = await register('楼上住户改动暖气管道，导致客厅天花板长期渗水。');
    for (const typed of ['暖气管道', '渗水 天花板', '花板', matter.code.slice(-5), matter.code]) {
      expect(codesIn(await search(clerk, typed)), typed).toContain(matter.code);
    }
    const [hit] = (await search(clerk, '渗水')).hits;
    expect(hit?.excerpt).toContainEqual({ text: '渗水', isHit: true });
    expect(hit?.excerpt.map(({ text }) => text).join('')).toContain('天花板长期渗水');
  });

  it('wants all the words', async () => {
    const both = await register('快递柜占用消防通道，物业不肯挪走。');
    const one = await register('快递柜坏了没有人修。');
    const found = codesIn(await search(clerk, '快递柜 消防通道'));
    expect(found).toContain(both.code);
    expect(found).not.toContain(one.code);
  });

  it('puts the subject before the story', async () => {
    const inStory = await register('楼道里堆满杂物，还有人养了一只鹦鹉。', { subject: '楼道杂物' });
    const inSubject = await register('每天早上五点叫。', { subject: '邻居的鹦鹉太吵' });
    expect(codesIn(await search(clerk, '鹦鹉'))).toEqual([inSubject.code, inStory.code]);
  });

  it('finds nobody by their name or number, which are sealed', async () => {
    await register('健身房闭店，会员卡余额没有退还。');
    for (const typed of ['欧阳寻常', '13800007777', '7777']) {
      expect((await search(clerk, typed)).hits, typed).toEqual([]);
    }
  });

  it('shows each office its own, as participation moves', async () => {
    const registered = await register('地下车库出口的道闸砸坏了行李架。');
    expect(codesIn(await search(elsewhere, '道闸'))).toEqual([]);
    expect(codesIn(await search(handler, '道闸'))).toEqual([]);
    const accepted = await step(dispatcher, registered, 'accept');
    const routed = await step(dispatcher, accepted, 'route', { unitId: handler.actor.unitId });
    expect(codesIn(await search(handler, '道闸'))).toEqual([registered.code]);
    await step(handler, routed, 'return-hand-over', { reason: '不属于本单位职责。' });
    expect(codesIn(await search(handler, '道闸'))).toEqual([]);
    expect(codesIn(await search(clerk, '道闸'))).toEqual([registered.code]);
  });

  it('finds what was answered, and tells open from ended', async () => {
    let matter = await register('幼儿园退费一直没有说法。');
    matter = await step(dispatcher, matter, 'accept');
    matter = await step(dispatcher, matter, 'route', { unitId: handler.actor.unitId });
    matter = await step(handler, matter, 'accept-hand-over');
    const text = '园方同意按缴费凭证分两期返还保教费。';
    matter = await step(handler, matter, 'record-outcome', { outcome: 'settled', text });
    matter = await step(handler, matter, 'answer', { text, by: 'phone' });
    expect(codesIn(await search(clerk, '缴费凭证'))).toEqual([matter.code]);
    matter = await step(clerk, matter, 'call-back', { result: 'satisfied' });
    await step(dispatcher, matter, 'close');
    expect(codesIn(await search(clerk, '幼儿园', '&open=true'))).toEqual([]);
    expect(codesIn(await search(clerk, '幼儿园', '&open=false'))).toEqual([matter.code]);
    expect(codesIn(await search(clerk, '幼儿园', '&status=closed&kind=15'))).toEqual([matter.code]);
    expect(codesIn(await search(clerk, '幼儿园', '&kind=01'))).toEqual([]);
    expect(codesIn(await search(clerk, '幼儿园', '&until=2020-01-01'))).toEqual([]);
    expect(codesIn(await search(clerk, '幼儿园', '&from=2020-01-01'))).toEqual([matter.code]);
  });

  it('of a sealed matter finds it for its readers alone', async () => {
    const matter = await register('工地夜间打桩，震裂了院墙。');
    const { cityCode, userId } = clerk.actor;
    await sql`update hejie.participation set readers = array[${userId}::uuid] where matter_id = ${matter.id}`.execute(
      program.admin.db,
    );
    await inTransaction(program.services, clerk.actor, (trx) => refreshSearchKeys(trx, cityCode, matter.id));
    expect(codesIn(await search(clerk, '打桩'))).toEqual([matter.code]);
    expect(codesIn(await search(dispatcher, '打桩'))).toEqual([]);
  });

  it('pages, and says when there is more than it ranked', async () => {
    for (let index = 0; index < 5; index += 1) await register(`第${index}户的热水器漏电。`);
    const first = await search(clerk, '热水器', '&limit=2');
    expect(first).toMatchObject({ total: 5, next: 2, isCapped: false });
    const second = await search(clerk, '热水器', '&limit=2&after=2');
    expect(codesIn(second).some((code) => codesIn(first).includes(code))).toBe(false);
    expect((await search(clerk, '热水器', '&limit=2&after=4')).next).toBeNull();
  });

  it('is on record, without the words', async () => {
    await search(clerk, '垃圾分类');
    const { rows } = await sql<{ what: string; data: object }>`
      select what, data from hejie.access_log where user_id = ${clerk.actor.userId} order by id desc limit 1`.execute(
      program.admin.db,
    );
    expect(rows).toEqual([{ what: 'search', data: { found: 0 } }]);
  });

  it('refuses who works on no matters, and what is no question', async () => {
    expect((await leader.get('search?q=x')).status).toBe(403);
    expect((await clerk.get('search?q=')).status).toBe(400);
    expect((await clerk.get('search?q=%20')).status).toBe(400);
    expect((await clerk.get(`search?q=${'长'.repeat(101)}`)).status).toBe(400);
    expect((await clerk.get('search')).status).toBe(400);
  });
});

describe('the database', () => {
  it('looks words and participation up in one index', async () => {
    // A young table is read whole, whatever indexes it has: the plan of a grown one is asked for.
    const plan = await program.admin.db.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select matter_id from hejie.matter_search
        where city_code = '1502' and keys @> array['漏水', ${`u:${clerk.actor.unitId}`}]`.execute(trx);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('matter_search_keys');
  });

  it('lets nobody read the terms themselves', async () => {
    await expect(
      inTransaction(program.services, clerk.actor, (trx) =>
        sql`select keys from hejie.matter_search limit 1`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
