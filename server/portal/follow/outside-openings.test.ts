import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openingsAtMost } from '#server/features/matters/public.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { type Visitor, visitorOf } from './visitor.fixture.ts';

let program: TestProgram;
let clerk: Person;
let supervisor: Person;
let matterId: string;
let code: string;
const secrets: Record<string, string> = {};
const words = '超期十天，核对为什么没有 <b>答复</b>。';

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  supervisor = await hire(program, '1502', 'supervisor');
  const { body } = await clerk.post('matters', {
    channel: 'window',
    kind: '02',
    regionCode: '150204001',
    story: '楼上的雨棚滴水声彻夜不停。',
    parties: [
      { seat: 'applicant', kind: 'person', name: '甲方王', phone: '13800000001' },
      { seat: 'respondent', kind: 'person', name: '乙方李', phone: '13800000002' },
    ],
  });
  matterId = body.matter.id;
  code = body.receipt.code;
  const { rows } = await sql<{ id: string; seat: string }>`
    select id, seat from hejie.party where matter_id = ${matterId}::uuid`.execute(program.admin.db);
  for (const { id, seat } of rows) secrets[seat] = program.services.keys.partySecret(id, 1);
  await supervisor.post(`matters/${matterId}/openings`, { purpose: 'late-matter', words });
  await supervisor.get(`matters/${matterId}`);
});
afterAll(() => program?.stop());

async function follow(seat: string, language = 'zh'): Promise<Visitor> {
  const visitor = visitorOf(program, '203.0.113.7', language);
  await visitor.send('/p/follow', { code, secret: secrets[seat] ?? '' });
  return visitor;
}
const page = async (seat: string, language = 'zh') =>
  (await (await follow(seat, language)).get('/p/follow/matter')).body;

it('both sides read which office looked from outside, under which role, when, for what and in which words', async () => {
  for (const seat of ['applicant', 'respondent']) {
    const body = await page(seat);
    const [, outside = ''] = body.split('办理单位以外的查阅');
    expect(outside).toContain('包头市');
    expect(outside).toContain('督办员');
    expect(outside).toContain('目的：督办超期的事项');
    expect(outside).toContain('核对为什么没有 &lt;b&gt;答复&lt;/b&gt;。');
    expect(outside.match(/class="outside-look"/g)).toHaveLength(2);
    for (const named of [supervisor.actor.name, 'supervisor-1502', supervisor.actor.userId]) {
      expect(body).not.toContain(named);
    }
  }
  const english = await page('applicant', 'en');
  expect(english).toContain('Opened outside the handling offices');
  expect(english).toContain('Purpose: Following up a late matter');
});

it('stays on the page however often the handling office has looked since, and tells of look-ups and new secrets', async () => {
  for (let turn = 0; turn < openingsAtMost; turn += 1) await clerk.get(`matters/${matterId}`);
  await clerk.post('visitors/look-up', { phone: '13800000001' });
  const { version, parties } = (await clerk.get(`matters/${matterId}`)).body;
  const { status } = await clerk.post(`matters/${matterId}/actions/re-issue-secret`, {
    version,
    partyId: parties[1].id,
    checkedBy: 'id-card',
  });
  expect(status).toBe(200);
  const body = await page('applicant');
  expect(body).toContain('目的：督办超期的事项');
  expect(body).toContain('为来访人查到编号');
  expect(body).toContain('发放查询密码');
});

it('is another matter’s party’s never', async () => {
  const { body } = await clerk.post('matters', {
    channel: 'window',
    kind: '02',
    regionCode: '150204001',
    story: '另一件事。',
    parties: [{ seat: 'applicant', kind: 'person', name: '丙方' }],
  });
  const { rows } = await sql<{ id: string }>`
    select id from hejie.party where matter_id = ${body.matter.id}::uuid`.execute(program.admin.db);
  const visitor = visitorOf(program);
  const secret = program.services.keys.partySecret(rows[0]?.id ?? '', 1);
  await visitor.send('/p/follow', { code: body.receipt.code, secret });
  const seen = (await visitor.get('/p/follow/matter')).body;
  expect(seen).toContain('另一件事');
  expect(seen).not.toContain('办理单位以外的查阅');
});
