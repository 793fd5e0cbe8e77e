import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residentIdCheckDigit } from '#domain/parties/resident-id.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  act,
  ask,
  hireAll,
  type People,
  refusal,
  register,
  registration,
  toHandling,
} from './side-ways.fixture.ts';

let program: TestProgram;
let people: People;
const withoutCheck = (serial: number): string => `150204199001010${String(serial).padStart(2, '0')}`;
const residentId = (serial: number): string =>
  withoutCheck(serial) + residentIdCheckDigit(withoutCheck(serial));

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
});
afterAll(() => program?.stop());

const reason = '申请人核对回执时指出。';
const file = async (id: string) => (await people.clerk.get(`matters/${id}`)).body;

describe('a correction', () => {
  it('stands on record with the old value beside the new one, field by field', async () => {
    const { clerk } = people;
    const matter = await register(clerk, { happenedOn: '2026-02-01' });
    const before = await file(matter.id);
    await act(clerk, matter, 'correct', {
      reason,
      kind: '03',
      regionCode: '150204002',
      request: '修好屋面，赔偿吊顶。',
      happenedOn: '2026-02-03',
      needs: ['wheelchair'],
      parties: [{ id: before.parties[0].id, name: '王秀蓝', residentId: residentId(21) }],
    });
    const after = await file(matter.id);
    expect(after).toMatchObject({
      version: 2,
      status: 'registered',
      dueOn: before.dueOn,
      kind: { code: '03' },
      region: { code: '150204002' },
      request: '修好屋面，赔偿吊顶。',
      happenedOn: '2026-02-03',
      story: before.story,
      parties: [
        { name: '王秀蓝', phone: '13800000000', number: `…${residentId(21).slice(-4)}` },
        { name: '安居物业' },
      ],
    });
    const [event] = after.timeline;
    expect(event).toMatchObject({ type: 'correct', text: reason });
    expect(event.changes.map(({ label, from, to }: Record<string, string>) => [label, from, to])).toEqual([
      ['纠纷类型', before.kind.label, after.kind.label],
      ['发生地', before.region.label, after.region.label],
      ['诉求', '修好屋面。', '修好屋面，赔偿吊顶。'],
      ['需要', '（空）', '轮椅'],
      ['发生日期', '2026-02-01', '2026-02-03'],
      ['姓名或名称（申请人）', '王秀兰', '王秀蓝'],
      ['身份证号（申请人）', '（空）', `…${residentId(21).slice(-4)}`],
    ]);
  });

  it('puts down how a party wants to be told from now on, where that can reach them', async () => {
    const { clerk } = people;
    let matter = await register(clerk);
    const [applicant, respondent] = (await file(matter.id)).parties;
    const tell = (party: { id: string }, toldBy: string) => ({ reason, parties: [{ id: party.id, toldBy }] });
    expect(await refusal(clerk, matter, 'correct', tell(respondent, 'sms'))).toBe('invalid-input');
    matter = await act(clerk, matter, 'correct', tell(applicant, 'sms'));
    const after = await file(matter.id);
    expect(after.parties[0].toldBy.code).toBe('sms');
    expect(after.timeline[0].changes).toEqual([{ label: '告知方式（申请人）', from: '不需要', to: '短信' }]);
    matter = await act(people.dispatcher, matter, 'accept');
    expect((await file(matter.id)).messages).toHaveLength(1);
  });

  it('keeps what is personal, and the old story, sealed', async () => {
    const { clerk } = people;
    const matter = await register(clerk, { story: '楼上装修震裂了天花板。' });
    const { parties } = await file(matter.id);
    await act(clerk, matter, 'correct', {
      reason,
      story: '楼上漏水泡坏了天花板。',
      parties: [{ id: parties[0].id, name: '钱多多' }],
    });
    const { rows } = await sql<{ row: string }>`
      select m::text || coalesce((select string_agg(e::text, ' ') from hejie.event e where e.matter_id = m.id), '')
        || coalesce((select string_agg(p::text, ' ') from hejie.party p where p.matter_id = m.id), '') as row
      from hejie.matter m where m.id = ${matter.id}::uuid`.execute(program.admin.db);
    expect(rows[0]?.row).toContain('楼上漏水');
    for (const word of ['装修震裂', '钱多多', '王秀兰']) expect(rows[0]?.row).not.toContain(word);
  });

  it('moves what a visitor, and the same dispute at another centre, is found by', async () => {
    const { clerk, across } = people;
    const respondent = { seat: 'respondent', kind: 'person', name: '刘某', residentId: residentId(31) };
    const matter = await register(clerk, {
      parties: [{ seat: 'applicant', kind: 'person', name: '孙某', phone: '13911110000' }, respondent],
    });
    const found = async (phone: string) =>
      (await clerk.post('visitors/look-up', { phone })).body.matters.length;
    const pairs = async () => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from hejie.matter where id = ${matter.id}::uuid and pair_hash is not null`.execute(
        program.admin.db,
      );
      return rows[0]?.n;
    };
    expect([await found('13911110000'), await found('13922220000'), await pairs()]).toEqual([1, 0, 0]);
    const { parties } = await file(matter.id);
    await act(clerk, matter, 'correct', {
      reason,
      parties: [{ id: parties[0].id, phone: '13922220000', residentId: residentId(41) }],
    });
    expect([await found('13911110000'), await found('13922220000'), await pairs()]).toEqual([0, 1, 1]);
    expect((await across.get(`matters/${matter.id}`)).status).toBe(404);
  });

  it('is found by its new words, and not by those that were wrong', async () => {
    const { clerk, dispatcher } = people;
    const matter = await register(clerk, {
      subject: '鸽棚扰民',
      story: '邻居在楼顶搭了鸽棚，羽毛飘进厨房。',
    });
    const found = async (q: string) => {
      const { body, status } = await dispatcher.get(`search?q=${encodeURIComponent(q)}`);
      expect(status, JSON.stringify(body)).toBe(200);
      return JSON.stringify(body).includes(matter.id);
    };
    expect([await found('鸽棚'), await found('蜂箱')]).toEqual([true, false]);
    await act(clerk, matter, 'correct', {
      reason,
      subject: '蜂箱扰民',
      story: '邻居在楼顶放了蜂箱，蜜蜂飞进厨房。',
    });
    expect([await found('鸽棚'), await found('蜂箱')]).toEqual([false, true]);
  });

  it('names an applicant who was anonymous, and adds a party who was left out', async () => {
    const { clerk } = people;
    const matter = await register(clerk, { parties: [{ seat: 'applicant', kind: 'anonymous' }] });
    const { parties } = await file(matter.id);
    await act(clerk, matter, 'correct', {
      reason,
      parties: [{ id: parties[0].id, kind: 'person', name: '李某', phone: '13633330000' }],
      addedParties: [{ seat: 'respondent', kind: 'organisation', name: '安居物业' }],
    });
    const after = await file(matter.id);
    expect(after.parties.map(({ name, seat }: Record<string, string>) => [name, seat])).toEqual([
      ['李某', 'applicant'],
      ['安居物业', 'respondent'],
    ]);
    const { rows } = await sql<object>`
      select party_count, is_anonymous from hejie.matter where id = ${matter.id}::uuid`.execute(
      program.admin.db,
    );
    expect(rows).toEqual([{ party_count: 2, is_anonymous: false }]);
    expect((await clerk.post('visitors/look-up', { phone: '13633330000' })).body.matters).toHaveLength(1);
  });

  it('of an ended matter brings no look-up back', async () => {
    const { clerk } = people;
    const matter = await act(clerk, await register(clerk), 'withdraw', { reason: '自己和解了。' });
    const { parties } = await file(matter.id);
    await act(clerk, matter, 'correct', { reason, parties: [{ id: parties[0].id, phone: '13644440000' }] });
    expect((await clerk.post('visitors/look-up', { phone: '13644440000' })).body.matters).toHaveLength(0);
  });

  it('is checked like the counter’s form, and refused where nothing differs', async () => {
    const { clerk } = people;
    const matter = await register(clerk);
    const { parties } = await file(matter.id);
    expect(await refusal(clerk, matter, 'correct', { reason, story: registration.story })).toBe(
      'nothing-corrected',
    );
    const wrong = await ask(clerk, matter, 'correct', {
      reason,
      kind: '98',
      parties: [{ id: parties[1].id, creditCode: '91350100M000100Y44' }],
    });
    expect(wrong.body).toMatchObject({ status: 422, code: 'invalid-input' });
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'kind',
      'parties.1.creditCode',
    ]);
    const other = await register(clerk);
    const { parties: others } = await file(other.id);
    expect(
      await refusal(clerk, matter, 'correct', { reason, parties: [{ id: others[0].id, name: '某' }] }),
    ).toBe('party-of-another-matter');
    expect((await file(matter.id)).version).toBe(1);
  });

  it('is for the leading centre’s desk and for whoever handles it', async () => {
    const { dispatcher, handler, supervisor, labourHandler } = people;
    const matter = await toHandling(people);
    const right = { reason, subject: '屋面渗漏' };
    expect(await refusal(supervisor, matter, 'correct', right)).toBe('not-your-role');
    expect(await refusal(labourHandler, matter, 'correct', right)).toBe('not-found');
    expect(await refusal(dispatcher, { ...matter, version: 1 }, 'correct', right)).toBe('stale-version');
    expect((await act(handler, matter, 'correct', right)).status).toBe('handling');
  });

  it('asked twice is made once; by two at once, one is told', async () => {
    const { clerk, dispatcher } = people;
    const matter = await register(clerk);
    const headers = { 'idempotency-key': 'correct-0001' };
    const first = await ask(clerk, matter, 'correct', { reason, subject: '漏雨' }, headers);
    const again = await ask(clerk, matter, 'correct', { reason, subject: '漏雨' }, headers);
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, 2]);
    const answers = await Promise.all([
      ask(clerk, first.body, 'correct', { reason, subject: '渗漏' }),
      ask(dispatcher, first.body, 'correct', { reason, subject: '屋面漏雨' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
