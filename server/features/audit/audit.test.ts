import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let auditor: Person;
let security: Person;
let system: Person;
let clerk: Person;
const codes: string[] = [];

beforeAll(async () => {
  program = await createTestProgram();
  auditor = await hire(program, '1502', 'auditor');
  security = await hire(program, '1502', 'security-admin');
  system = await hire(program, '1502', 'system-admin');
  clerk = await hire(program, '150204', 'clerk');
  const colleague = await hire(program, '150204', 'clerk', 'colleague');
  const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '138 0000 0000' }];
  for (const story of ['顶楼漏水半年。', '楼道堆物。']) {
    const body = { channel: 'window', kind: '15', regionCode: '150204001', story, parties };
    const { matter } = (await clerk.post('matters', body)).body;
    codes.push(matter.code);
    await clerk.get(`matters/${matter.id}`);
    await colleague.get(`matters/${matter.id}`);
  }
  const monday = program.services.clock.now();
  program.services.clock.set(monday.add({ hours: 24 }));
  const { account } = (await security.post('organisation/accounts', { username: 'zhou', name: '周正' })).body;
  const unitId = clerk.actor.unitId;
  await security.post('organisation/postings', {
    userId: account.id,
    unitId,
    role: 'leader',
    fromDay: '2026-03-03',
  });
  program.services.clock.set(monday);
});
afterAll(() => program?.stop());

type Row = { id: string; at: string };

describe('openings', () => {
  it('says who opened what, under which posting, and nothing of the file but its code', async () => {
    const { body } = await auditor.get('audit/openings?limit=100');
    expect(body.openings).toContainEqual(
      expect.objectContaining({
        person: { id: clerk.actor.userId, name: clerk.actor.name, username: 'clerk-150204' },
        roleLabel: '接待员',
        what: 'page',
        whatLabel: '查看事项',
        matterCode: codes[0],
      }),
    );
    expect(JSON.stringify(body)).not.toMatch(/王秀兰|漏水|138/);
  });

  it('is filtered by person, by matter and by day', async () => {
    const list = async (query: string) =>
      (await auditor.get(`audit/openings?limit=100&${query}`)).body.openings;
    const byName = await list('user=colleague');
    expect(byName).toHaveLength(2);
    expect(await list(`user=${encodeURIComponent(byName[0].person.name)}`)).toHaveLength(2);
    const ofOne = await list(`code=${codes[1]}`);
    expect(ofOne.length).toBeGreaterThan(0);
    expect(ofOne.every(({ matterCode }: { matterCode: string }) => matterCode === codes[1])).toBe(true);
    expect(await list('code=nothing')).toEqual([]);
    expect(await list('fromDay=2026-03-03')).toEqual([]);
    expect((await list('fromDay=2026-03-02&untilDay=2026-03-02')).length).toBeGreaterThan(3);
    expect((await auditor.get('audit/openings?fromDay=yesterday')).status).toBe(400);
  });

  it('pages by key without losing or repeating any', async () => {
    const all = (await auditor.get('audit/openings?limit=100')).body.openings as Row[];
    const seen: Row[] = [];
    let after = '';
    do {
      const { body } = await auditor.get(`audit/openings?limit=2${after}`);
      seen.push(...body.openings);
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after);
    expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('is for auditors alone', async () => {
    for (const person of [clerk, security, system]) {
      expect((await person.get('audit/openings')).status).toBe(403);
      expect((await person.get('audit/changes')).status).toBe(403);
    }
  });
});

describe('changes of the organisation', () => {
  it('names who did what to whom, where and when', async () => {
    const { body } = await auditor.get('audit/changes', { 'accept-language': 'en' });
    expect(body.changes[0]).toMatchObject({
      type: 'posting-created',
      typeLabel: 'Posted',
      actor: { username: 'security-admin-1502' },
      facts: [
        { label: 'Person', value: '周正 (zhou)' },
        { label: 'Unit', value: 'Qingshan District Centre' },
        { label: 'Role', value: expect.any(String) },
        { label: 'From', value: '2026-03-03' },
      ],
    });
  });

  it('is filtered by person, type and day', async () => {
    const list = async (query: string) => (await auditor.get(`audit/changes?${query}`)).body.changes;
    expect(await list('type=account-created')).toHaveLength(1);
    expect(await list('user=clerk-150204')).toEqual([]);
    expect(await list('user=security-admin-1502')).toHaveLength(2);
    expect(await list('untilDay=2026-03-02')).toEqual([]);
    expect(await list('fromDay=2026-03-03&untilDay=2026-03-03')).toHaveLength(2);
    expect((await auditor.get('audit/changes?type=weather')).status).toBe(400);
  });
});
