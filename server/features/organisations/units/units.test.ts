import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { loadCity } from '../load-city.ts';

let program: TestProgram;
let system: Person;
let security: Person;
let supervisor: Person;
let clerk: Person;

const packName = '青山区教育局';
const unit = (code: string) => unitIdOf('1502', code);

beforeAll(async () => {
  program = await createTestProgram();
  system = await hire(program, '1502', 'system-admin');
  security = await hire(program, '1502', 'security-admin');
  supervisor = await hire(program, '150204', 'supervisor');
  clerk = await hire(program, '150204', 'clerk');
});
afterAll(() => program?.stop());

const read = async (code: string) => {
  const region = code.split('/', 1)[0];
  const { body } = await system.get(`organisation/units?region=${region}&limit=100`);
  return body.units.find((one: { code: string }) => one.code === code);
};
const edit = (code: string, body: object, by = system) =>
  by.send('PATCH', `organisation/units/${unit(code)}`, body);
const turn = (code: string, action: 'activate' | 'deactivate', version: number, by = system) =>
  by.post(`organisation/units/${unit(code)}/actions/${action}`, { version });

const department = { centreId: unit('150205'), code: 'water', name: '石拐区水务', presence: 'on-call' };

describe('listing units', () => {
  it('shows a centre and then its departments, in pages, to those who read the organisation', async () => {
    const first = await supervisor.get('organisation/units?region=150204&limit=10');
    expect(first.body.units[0]).toMatchObject({
      code: '150204',
      kind: 'centre',
      isFromPack: true,
      pack: null,
    });
    const rest = await supervisor.get(`organisation/units?region=150204&limit=10&after=${first.body.next}`);
    const codes = [...first.body.units, ...rest.body.units].map(({ code }: { code: string }) => code);
    expect(codes).toHaveLength(18);
    expect(new Set(codes).size).toBe(18);
    expect((await clerk.get('organisation/units')).status).toBe(403);
  });
});

describe('adding a department', () => {
  it('makes it known at once, and once', async () => {
    const headers = { 'idempotency-key': 'water-department' };
    const answers = await Promise.all(
      [1, 2].map(() => system.post('organisation/units', department, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toMatchObject({
      code: '150205/water',
      name: '石拐区水务',
      isFromPack: false,
      pack: null,
    });
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const other = await system.post('organisation/units', { ...department, name: '别的' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    const city = await clerk.get('city');
    expect(city.body.units).toContainEqual(expect.objectContaining({ code: '150205/water', isActive: true }));
    const again = await system.post('organisation/units', department);
    expect(again).toMatchObject({ status: 422, body: { code: 'unit-code-taken', field: 'code' } });
  });

  it('is refused elsewhere than at a centre, with a bent code, and to others', async () => {
    const at = (more: object, by = system) =>
      by.post('organisation/units', { ...department, code: 'forest', ...more });
    expect((await at({ centreId: unit('150204/housing') })).body.code).toBe('not-a-centre');
    expect((await at({ centreId: program.services.newId() })).body.code).toBe('not-a-centre');
    expect((await at({ code: '../x' })).status).toBe(400);
    expect((await at({ presence: 'sometimes' })).status).toBe(400);
    for (const by of [security, supervisor, clerk]) expect((await at({}, by)).status).toBe(403);
  });
});

describe('editing a unit', () => {
  it('wins over the pack when that is loaded again, and says what the pack has', async () => {
    const before = await read('150204/education');
    const answer = await edit('150204/education', {
      version: before.version,
      name: '青山区教育体育局',
      presence: 'resident',
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { version: 2, name: '青山区教育体育局', pack: { name: packName, presence: 'on-call' } },
    });
    await program.admin.db.updateTable('hejie.city').set({ pack_hash: 'older' }).execute();
    await loadCity(program.services);
    expect(await read('150204/education')).toMatchObject({
      name: '青山区教育体育局',
      pack: { name: packName },
    });
    expect(program.services.directory.unit(unit('150204/education'))?.name).toBe('青山区教育体育局');
    const back = await edit('150204/education', { version: 2, name: packName, presence: 'on-call' });
    expect(back.body.pack).toBeNull();
  });

  it('lets one of two win and shows the other what stands there now', async () => {
    const { version } = await read('150204/labour');
    const answers = await Promise.all(['甲', '乙'].map((name) => edit('150204/labour', { version, name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'stale-version', current: { version: version + 1 } });
  });

  it('changes nothing where nothing differs, and refuses what cannot be', async () => {
    const { version, name } = await read('150204');
    expect((await edit('150204', { version, name })).body.version).toBe(version);
    expect((await edit('150204', { version, presence: 'resident' })).body.code).toBe('presence-of-centre');
    expect((await edit('150299', { version: 1, name: 'x' })).status).toBe(404);
    expect((await edit('150204', { version, name: '' })).status).toBe(400);
    expect((await edit('150204', { version, name: 'x' }, security)).status).toBe(403);
  });
});

describe('putting a unit out of use', () => {
  it('ends what its people may do at once, until it is put back', async () => {
    const handler = await hire(program, '150205/housing', 'handler');
    expect((await handler.get('matters')).status).toBe(200);
    const out = await turn('150205/housing', 'deactivate', 1);
    expect(out).toMatchObject({ status: 200, body: { isActive: false, version: 2 } });
    expect((await handler.get('matters')).status).toBe(403);
    expect(await turn('150205/housing', 'deactivate', 2)).toMatchObject({
      status: 409,
      body: { code: 'unit-already-so' },
    });
    expect((await turn('150205/housing', 'activate', 2)).body).toMatchObject({ isActive: true, version: 3 });
    expect((await handler.get('matters')).status).toBe(200);
  });

  it('is refused while it holds or leads open matters', async () => {
    const { version } = await read('150204');
    const registration = {
      channel: 'window',
      kind: '15',
      regionCode: '150204001',
      story: '漏水。',
      parties: [{ seat: 'applicant', kind: 'anonymous' }],
    };
    expect((await clerk.post('matters', registration)).status).toBe(201);
    const answer = await turn('150204', 'deactivate', version);
    expect(answer).toMatchObject({ status: 422, body: { code: 'unit-holds-matters' } });
  });

  it('is refused for a centre with departments, for the city, to others and to the stale', async () => {
    expect((await turn('150206', 'deactivate', 1)).body.code).toBe('unit-has-departments');
    expect((await turn('1502', 'deactivate', 1)).body.code).toBe('city-centre-stays');
    expect((await turn('150206/health', 'deactivate', 4)).body.code).toBe('stale-version');
    expect((await turn('150206/health', 'deactivate', 1, security)).status).toBe(403);
  });
});
