import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residentIdCheckDigit } from '#domain/parties/resident-id.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let elsewhere: Person;
let handler: Person;

const residentId = (first17: string): string => first17 + residentIdCheckDigit(first17);
const one = residentId('15020419800101001');
const other = residentId('15020419810202002');
const wages = '公司拖欠三个月工资，一直不签劳动合同，多次讨要没有结果。';

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  elsewhere = await hire(program, '150203', 'clerk');
  handler = await hire(program, '150204/labour', 'handler');
});
afterAll(() => program?.stop());

function register(person: Person, more: object = {}) {
  return person.post('matters', {
    channel: 'window',
    kind: '10',
    regionCode: '150204001',
    story: wages,
    parties: [{ seat: 'applicant', kind: 'person', name: '孙某' }],
    ...more,
  });
}

describe('what the machine notices', () => {
  it('is a kind with the words that made it say so, the office of the routing table, and the first limit', async () => {
    const { body } = await clerk.post('intake/suggestions', { text: wages, regionCode: '150204001' });
    expect(body.kinds[0].kind.code).toBe('10');
    const { word, at } = body.kinds[0].words[0];
    expect(wages.slice(at[0], at[0] + word.length)).toBe(word);
    expect(body.kinds[0].score).toBe(
      body.kinds[0].words.reduce(
        (sum: number, { weight, at: places }: { weight: number; at: number[] }) =>
          sum + weight * Math.min(3, places.length),
        0,
      ),
    );
    expect(body.office.id).toBe(unitIdOf('1502', '150204/labour'));
    expect(body.next.by).toBe('2026-03-05');
  });

  it('is nothing for a text that says nothing', async () => {
    const { body } = await clerk.post('intake/suggestions', { text: '你好' });
    expect(body).toMatchObject({ kinds: [], similar: [] });
  });

  it('is perhaps the same dispute at another centre: which centre, never who or what', async () => {
    const { body: there } = await register(elsewhere);
    const { body } = await clerk.post('intake/suggestions', {
      text: wages,
      kind: '10',
      regionCode: '150204001',
    });
    expect(body.similar).toHaveLength(1);
    expect(body.similar[0]).toMatchObject({ id: null, centre: '昆都仑区综治中心', status: 'registered' });
    expect(JSON.stringify(body.similar)).not.toContain('孙某');
    const { body: own } = await elsewhere.post('intake/suggestions', {
      text: wages,
      kind: '10',
      regionCode: '150204001',
    });
    expect(own.similar[0].id).toBe(there.matter.id);
  });

  it('looks in the county of the dispute for any kind, and elsewhere for the same kind', async () => {
    const text = '广场舞音响声音太大，夜里十点还不停，周边住户孩子没法复习，多次劝说领队无果。';
    const { body: there } = await register(elsewhere, { kind: '02', regionCode: '150204002', story: text });
    const codes = async (kind: string, regionCode: string) => {
      const { body } = await clerk.post('intake/suggestions', { text, kind, regionCode });
      return body.similar.map(({ code }: { code: string }) => code.replaceAll(/[ -]/g, ''));
    };
    expect(await codes('10', '150204001')).toEqual([there.matter.code]);
    expect(await codes('02', '150203001')).toEqual([there.matter.code]);
    expect(await codes('10', '150203001')).toEqual([]);
  });

  it('knows the same two people in whatever words, while the matter is open and no longer', async () => {
    const parties = [
      { seat: 'applicant', kind: 'person', name: '甲', residentId: one },
      { seat: 'respondent', kind: 'person', name: '乙', residentId: other },
    ];
    const { body } = await register(clerk, { story: '借款到期没有还。', kind: '04', parties });
    const ask = () =>
      clerk.post('intake/suggestions', { text: '墙被推倒了', applicantNumber: other, respondentNumber: one });
    expect((await ask()).body.similar).toMatchObject([
      { id: body.matter.id, score: 1, reasons: ['双方当事人相同'] },
    ]);
    await clerk.post(`matters/${body.matter.id}/actions/withdraw`, { version: 1, reason: '已还。' });
    expect((await ask()).body.similar).toEqual([]);
  });

  it('is not for whoever does not register', async () => {
    expect((await handler.post('intake/suggestions', { text: wages })).status).toBe(403);
  });
});

describe('a draft', () => {
  it('is kept under the clerk, encrypted, until it is dropped', async () => {
    expect((await clerk.get('intake/draft')).body.content).toBeNull();
    await clerk.send('PUT', 'intake/draft', { content: { story: '一半的故事' } });
    await clerk.send('PUT', 'intake/draft', { content: { story: '一半的故事，再写一点' } });
    expect((await clerk.get('intake/draft')).body.content).toEqual({ story: '一半的故事，再写一点' });
    expect((await elsewhere.get('intake/draft')).body.content).toBeNull();
    const { rows } = await sql<{ sealed: Buffer }>`select sealed from hejie.draft`.execute(program.admin.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.includes('故事')).toBe(false);
    await clerk.send('DELETE', 'intake/draft');
    expect((await clerk.get('intake/draft')).body.content).toBeNull();
  });

  it('is bounded', async () => {
    const answer = await clerk.send('PUT', 'intake/draft', { content: { story: '字'.repeat(70_000) } });
    expect(answer.status).toBe(413);
  });
});

describe('looking a visitor up', () => {
  it('gives codes, stage and office of this centre’s open matters and nothing more', async () => {
    await register(clerk, {
      parties: [{ seat: 'applicant', kind: 'person', name: '周某', phone: '0472-5151234' }],
    });
    const { body } = await clerk.post('visitors/look-up', { phone: '5151234' });
    expect(body.matters).toHaveLength(1);
    expect(Object.keys(body.matters[0]).sort()).toEqual(['code', 'office', 'stage']);
    expect((await elsewhere.post('visitors/look-up', { phone: '5151234' })).body.matters).toEqual([]);
    expect((await handler.post('visitors/look-up', { phone: '5151234' })).status).toBe(403);
    expect((await clerk.post('visitors/look-up', { phone: '5151234', residentId: one })).status).toBe(400);
    expect((await clerk.post('visitors/look-up', {})).status).toBe(400);
  });

  it('is bounded in number: a person at the counter, not a list', async () => {
    const busy = await hire(program, '150204', 'clerk', 'busy-clerk');
    const answers = [];
    for (let turn = 0; turn < 21; turn += 1)
      answers.push((await busy.post('visitors/look-up', { phone: '13900000000' })).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(20);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('where a matter may go', () => {
  it('names this centre’s departments first, the suggested one on top, and no other centre’s departments', async () => {
    const { body } = await register(clerk);
    const { body: places } = await clerk.get(`matters/${body.matter.id}/destinations`);
    expect(places.units[0]).toMatchObject({ id: unitIdOf('1502', '150204/labour'), relation: 'suggested' });
    const relations = places.units.map(({ relation }: { relation: string }) => relation);
    expect(new Set(relations)).toEqual(
      new Set(['suggested', 'own-department', 'own-centre', 'upper', 'lower', 'across']),
    );
    expect(places.units.some(({ id }: { id: string }) => id === unitIdOf('1502', '150203/labour'))).toBe(
      false,
    );
  });
});
