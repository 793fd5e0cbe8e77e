import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isWrong } from '#domain/roadmap/compare-replay.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { tickLevels } from './passing-time/tick-levels.ts';
import { replayMatters } from './public.ts';

/** The machine's clock is set back, or ran ahead and is put right: what it did to matters meanwhile. */
let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
const cityCode = '1502';
const housing = unitIdOf(cityCode, '150204/housing');
type Matter = { id: string; version: number; dueOn: string };

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  await hire(program, '150204', 'supervisor');
});
afterAll(() => program?.stop());
beforeEach(() => setTo('2026-03-02T01:00:00Z'));

const setTo = (instant: string) => program.services.clock.set(instant);

async function register(): Promise<Matter> {
  const { status, body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' }],
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.matter;
}

async function act(person: Person, matter: Matter, action: string, fields: object = {}): Promise<Matter> {
  const answer = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200);
  return answer.body;
}

const eventsOf = async (person: Person, { id }: Matter): Promise<string[]> =>
  (await person.get(`matters/${id}`)).body.timeline.map(({ type }: { type: string }) => type);

async function expectCleanReplay(): Promise<void> {
  const wrong: unknown[] = [];
  await replayMatters(program.services, {
    onDifference: (difference) => isWrong(difference) && wrong.push(difference),
  });
  expect(wrong).toEqual([]);
}

it('set back between two steps: they stay in their order, and each limit counts from the day of its own step', async () => {
  const untouched = await act(dispatcher, await register(), 'accept');
  const registered = await register();
  setTo('2026-02-25T01:00:00Z');
  const accepted = await act(dispatcher, registered, 'accept');
  setTo('2026-03-02T01:00:00Z');
  const routed = await act(dispatcher, accepted, 'route', { unitId: housing });
  const handled = await act(handler, routed, 'accept-hand-over');
  expect(await eventsOf(handler, handled)).toEqual(['accept-hand-over', 'route', 'accept', 'register']);

  const straight = await act(dispatcher, untouched, 'route', { unitId: housing });
  expect(handled.dueOn).toBe((await act(handler, straight, 'accept-hand-over')).dueOn);
  await expectCleanReplay();
});

it('ahead and put right: steps go on, and limits count from the right day again', async () => {
  const registered = await register();
  setTo('2026-03-20T01:00:00Z');
  const accepted = await act(dispatcher, registered, 'accept');
  setTo('2026-03-02T02:00:00Z');
  const routed = await act(dispatcher, accepted, 'route', { unitId: housing });
  const other = await act(dispatcher, await register(), 'accept');
  expect(routed.dueOn).toBe((await act(dispatcher, other, 'route', { unitId: housing })).dueOn);
  expect(await eventsOf(dispatcher, routed)).toEqual(['route', 'accept', 'register']);
  await expectCleanReplay();
});

it('ahead and put right: what its passing told is not told again when the day really comes', async () => {
  const matter = await register();
  const told = async () => {
    const { rows } = await sql<{ level: string }>`
      select level from hejie.notice where matter_id = ${matter.id}::uuid and level is not null
      order by level`.execute(program.admin.db);
    return rows.map(({ level }) => level);
  };
  const tickOn = async (day: string) => {
    setTo(`${day}T01:00:00Z`);
    await tickLevels(program.services, { cityCode });
  };
  await tickOn('2026-03-09');
  const once = await told();
  expect(once.length).toBeGreaterThan(0);
  await tickOn('2026-03-02');
  expect(await told()).toEqual(once);
  await tickOn('2026-03-09');
  expect(await told()).toEqual(once);
});
