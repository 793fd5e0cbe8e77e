import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '#contract/search/search.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { refreshSearchKeys } from '#server/features/search/public.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { foundIds, type SearchQuestion } from './search-matters.queries.ts';

const everything: SearchQuestion = {
  words: ['漏水'],
  pieces: [],
  codePiece: null,
  kinds: null,
  statuses: null,
  units: null,
  since: null,
  before: null,
};

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

/** As it lies there: another `xmin` says that it was written anew. */
async function searchRow(matterId: string): Promise<unknown> {
  const { rows } =
    await sql`select xmin::text, keys from hejie.matter_search where matter_id = ${matterId}::uuid`.execute(
      program.admin.db,
    );
  expect(rows).toHaveLength(1);
  return rows[0];
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

  it('wants every piece, whole words and others', async () => {
    const pairs = [
      ['客厅天花板长期渗水。', '厨房墙面长期渗水。', '渗水 花板'],
      ['邻居的狗半夜叫，楼道噪声大。', '楼下烧烤摊噪声大。', '噪声 狗'],
      ['押金 3500 元没有退，租房合同还在。', '押金没有退，租房合同丢了。', '押金 3500'],
      ['电动自行车在楼道里充电。', '电动自行车停在院里。', '动自 道里'],
    ] as const;
    for (const [story, other, typed] of pairs) {
      const wanted = await register(story);
      const unwanted = await register(other);
      const found = codesIn(await search(clerk, typed));
      expect(found, typed).toContain(wanted.code);
      expect(found, typed).not.toContain(unwanted.code);
    }
  });

  it('finds a word within a longer one, in any width, and in the request', async () => {
    const long = await register('物业公司不作为，院里没人扫雪。');
    const short = await register('物业不作为，楼里没人扫雪。');
    expect(codesIn(await search(clerk, '物业 扫雪')).sort()).toEqual([long.code, short.code].sort());
    const wide = await register('楼下的ＫＴＶ开到凌晨三点。');
    const [hit] = (await search(clerk, 'ktv')).hits;
    expect(hit?.matter.code).toBe(wide.code);
    expect(hit?.excerpt).toContainEqual({ text: 'ＫＴＶ', isHit: true });
    const asked = await register('楼上漏雨。', { request: '请对方书面赔礼道歉。' });
    const answer = await search(clerk, '赔礼道歉');
    expect(answer.hits).toMatchObject([{ matter: { code: asked.code }, excerptOf: 'request' }]);
  });

  it('takes signs that are patterns elsewhere as the signs they are, in any case of letters', async () => {
    const percent = await register('按月加收5%，没有约定。');
    const other = await register('按月加收50元，没有约定。');
    const underline = await register('合同编号HT_07\\B，已经盖章。');
    const foundBy = async (q: string) => (await search(clerk, q)).hits.map(({ matter }) => matter.id);
    expect(await foundBy('5%')).toEqual([percent.id]);
    expect(await foundBy('t_0')).toEqual([underline.id]);
    expect(await foundBy('7\\b')).toEqual([underline.id]);
    expect(await foundBy('_')).toEqual([underline.id]);
    expect(await foundBy('收5')).toEqual(expect.arrayContaining([percent.id, other.id]));
  });

  it('reads days, offices, kinds and states by their names', async () => {
    const matter = await register('一场关于葡萄藤的争吵。', { kind: '02' });
    const fitting = ['2026-03', '2026年3月2日', '3月2日', '邻里纠纷', '已登记', '青山区综治中心'];
    for (const name of fitting) {
      expect(codesIn(await search(clerk, `葡萄藤 ${name}`)), name).toEqual([matter.code]);
    }
    for (const name of ['2026-02', '3月1日', '已办结', '昆都仑区综治中心']) {
      expect(codesIn(await search(clerk, `葡萄藤 ${name}`)), name).toEqual([]);
    }
    expect(codesIn(await search(clerk, '邻里纠纷'))).toContain(matter.code);
    expect(codesIn(await search(clerk, '葡萄藤', `&unit=${clerk.actor.unitId}`))).toEqual([matter.code]);
    expect(codesIn(await search(clerk, '葡萄藤', `&unit=${handler.actor.unitId}`))).toEqual([]);
  });

  it("takes a day for the city's, not for London's", async () => {
    const matter = await register('半夜里从网上来的一件事：鱼缸爆裂。');
    await sql`update hejie.matter set registered_at = '2026-03-01T17:00:00Z' where id = ${matter.id}`.execute(
      program.admin.db,
    );
    expect(codesIn(await search(clerk, '鱼缸', '&from=2026-03-02'))).toEqual([matter.code]);
    expect(codesIn(await search(clerk, '鱼缸', '&until=2026-03-01'))).toEqual([]);
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
    // By a word, and by what is none.
    const seenBy = async (who: Person) => [
      codesIn(await search(who, '道闸')),
      codesIn(await search(who, '闸砸')),
    ];
    const none = [[], []];
    const both = [[registered.code], [registered.code]];
    expect([await seenBy(elsewhere), await seenBy(handler)]).toEqual([none, none]);
    const accepted = await step(dispatcher, registered, 'accept');
    const routed = await step(dispatcher, accepted, 'route', { unitId: handler.actor.unitId });
    expect(await seenBy(handler)).toEqual(both);
    await step(handler, routed, 'return-hand-over', { reason: '不属于本单位职责。' });
    expect([await seenBy(handler), await seenBy(clerk)]).toEqual([none, both]);
  });

  it('finds what was answered, and tells open from ended', async () => {
    let matter = await register('幼儿园退费一直没有说法。');
    matter = await step(dispatcher, matter, 'accept');
    matter = await step(dispatcher, matter, 'route', { unitId: handler.actor.unitId });
    matter = await step(handler, matter, 'accept-hand-over');
    const text = '园方同意按缴费凭证分两期返还保教费。';
    matter = await step(handler, matter, 'record-outcome', { outcome: 'settled', text });
    matter = await step(handler, matter, 'answer', { text, by: 'phone' });
    const [hit] = (await search(clerk, '缴费凭证')).hits;
    expect(hit).toMatchObject({ matter: { code: matter.code }, excerptOf: 'answer' });
    expect(hit?.excerpt).toContainEqual({ text: '缴费凭证', isHit: true });
    matter = await step(clerk, matter, 'call-back', { result: 'satisfied' });
    const written = await searchRow(matter.id);
    await step(dispatcher, matter, 'close');
    // What a closing does not move is not entered into the index anew.
    expect(await searchRow(matter.id)).toEqual(written);
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
    // As a row of before migration 0027.
    await sql`update hejie.matter_search set keys = keys || '{is:open}'::text[] where matter_id = ${matter.id}`.execute(
      program.admin.db,
    );
    await inTransaction(program.services, clerk.actor, (trx) => refreshSearchKeys(trx, cityCode, matter.id));
    expect(await searchRow(matter.id)).toMatchObject({ keys: expect.not.arrayContaining(['is:open']) });
    for (const asked of ['打桩', '裂了院']) {
      expect(codesIn(await search(clerk, asked))).toEqual([matter.code]);
      expect(codesIn(await search(dispatcher, asked))).toEqual([]);
    }
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
  it('looks words and participation up in one index, and reads neither table whole', async () => {
    const undo = new Error('only to see what it reads');
    const reads = program.admin.db.transaction().execute(async (trx) => {
      // A young table is read whole, whatever indexes it has: this one has grown.
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`insert into hejie.matter_search (city_code, matter_id, keys)
        select '1502', gen_random_uuid(), array['漏水', 'u:' || (n % 100), 'w' || (n % 700)]
        from generate_series(1, 20000) n`.execute(trx);
      await sql`analyze hejie.matter_search`.execute(trx);
      const { cityCode, userId, unitId, role } = clerk.actor;
      await sql`select hejie.set_context(${cityCode}, ${userId}, ${unitId}, ${role})`.execute(trx);
      const counts = async () => {
        const { rows } = await sql<{ name: string; seq: number; byKeys: number; tuples: number }>`
          select c.relname as name, pg_stat_get_xact_numscans(c.oid)::int as seq,
            pg_stat_get_xact_numscans('hejie.matter_search_keys'::regclass)::int as "byKeys",
            (pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid))::int as tuples
          from pg_class c where c.oid in ('hejie.matter_search'::regclass, 'hejie.matter'::regclass)
          order by c.relname`.execute(trx);
        return rows;
      };
      const before = await counts();
      await foundIds(trx, clerk.actor, everything, 200);
      const after = await counts();
      expect(after.map(({ name }) => name)).toEqual(['matter', 'matter_search']);
      for (const [index, now] of after.entries()) {
        expect(now.seq - (before[index]?.seq ?? 0), now.name).toBe(0);
        expect(now.byKeys - (before[index]?.byKeys ?? 0)).toBe(2);
        expect(now.tuples - (before[index]?.tuples ?? 0), now.name).toBeLessThan(500);
      }
      throw undo;
    });
    await expect(reads).rejects.toBe(undo);
  });

  it('lets nobody read the terms themselves', async () => {
    await expect(
      inTransaction(program.services, clerk.actor, (trx) =>
        sql`select keys from hejie.matter_search limit 1`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
