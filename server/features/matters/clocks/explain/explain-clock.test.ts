import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExplainedClock } from '#contract/matters/explain-clock.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { createServices } from '#server/app/create-services.ts';
import type { Services } from '#server/app/services.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import type { Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { recountClocks } from '../../passing-time/recount-clocks.ts';
import { act, hireAll, type People, register, toHandling } from '../../steps/side-ways/side-ways.fixture.ts';
import { explainClockAt } from './explain-clock.ts';

let program: TestProgram;
let people: People;
let matter: MatterPresent;

const clock = 'medical-mediation/settle';
const on = (day: string): void => program.services.clock.set(`${day}T02:00:00Z`);

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
  const { handler, supervisor } = people;
  on('2026-03-02');
  matter = await toHandling(people, { kind: '13' });
  on('2026-03-03');
  matter = await act(handler, matter, 'start-procedure', {
    procedure: 'medical-mediation',
    confirmed: ['both-agree', 'no-suit-pending'],
  });
  matter = await act(handler, matter, 'note-procedure', { event: 'accepted', on: '2026-03-03' });
  on('2026-03-05');
  const asked = { clock, reason: '委托鉴定。' };
  const pause = { change: 'pause', ground: 'appraisal', from: '2026-03-06', until: '2026-04-02' };
  matter = await act(handler, matter, 'ask-clock-change', { ...asked, ...pause });
  on('2026-03-09');
  matter = await act(supervisor, matter, 'decide-clock-change', { ...asked, isApproved: true });
  on('2026-03-16');
  matter = await act(handler, matter, 'end-pause', { clock });
  on('2026-03-20');
});
afterAll(() => program?.stop());

function asked(by: Person, step: string, at?: string, headers: Record<string, string> = {}) {
  const query = at === undefined ? '' : `?at=${at}`;
  return by.get(`matters/${matter.id}/clocks/${encodeURIComponent(step)}${query}`, headers);
}

async function explained(at?: string): Promise<ExplainedClock> {
  const { status, body } = await asked(people.handler, clock, at);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const codes = ({ steps }: ExplainedClock): string[] => steps.map(({ code }) => code);

it('tells a clock as it was known on a day: before it stood still, while it did, and once it ran again', async () => {
  // 30 working days from 3 March, Qingming left out: 15 April.
  const first = await explained('2026-03-05');
  expect(first).toMatchObject({
    step: { code: clock },
    at: '2026-03-05',
    startedOn: '2026-03-03',
    limit: { count: 30, unit: 'working-day' },
    dueOn: '2026-04-15',
    used: 2,
    remaining: 28,
    isPaused: false,
    standing: '已用2日，还剩28日。',
  });
  expect(codes(first)).toEqual(['started', 'counted', 'due']);
  expect(first.steps[1]).toMatchObject({ weekendDays: 12, holidays: ['2026-04-06'], makeUpDays: [] });

  // Approved on 9 March to stand from 6 March to 2 April: from then on, and not before, it is known.
  expect((await explained('2026-03-08')).dueOn).toBe('2026-04-15');
  const standing = await explained('2026-03-09');
  expect(standing).toMatchObject({ isPaused: true, used: 2, endedOn: null });
  expect(standing.steps.find(({ code }) => code === 'paused')).toMatchObject({
    date: '2026-03-06',
    until: '2026-04-02',
    days: 27,
    text: expect.stringContaining('暂停'),
  });
  const now = await explained();
  expect(now).toMatchObject({ at: '2026-03-20', isPaused: false });
  expect(now.steps.find(({ code }) => code === 'paused')).toMatchObject({ until: '2026-03-16', days: 10 });
  // Six working days stood still, 6 and 9 to 13 March.
  expect(now.dueOn).toBe('2026-04-23');
  for (const one of [first, standing, now]) {
    expect(one.now).toEqual({ dueOn: '2026-04-23', isProvisional: false, endedOn: null });
  }
  expect(standing.dueOn > now.dueOn).toBe(true);
  expect((await people.handler.get(`matters/${matter.id}`)).body.clocks[0]).toMatchObject({
    dueOn: now.dueOn,
  });
});

it('speaks English, and of an ended clock tells how it stood when it ended', async () => {
  const { body } = await asked(people.clerk, 'accept', undefined, { 'accept-language': 'en' });
  expect(body).toMatchObject({ startedOn: '2026-03-02', endedOn: '2026-03-02', remaining: 3, isLate: false });
  expect(body.steps[0].text).toContain('2 March 2026');
  const byId = (await people.clerk.get(`matters/${matter.id}/clocks/${body.id}`)).body;
  expect(byId.id).toBe(body.id);
});

it('refuses days to come, days on which nothing was known, and clocks that are none', async () => {
  const code = async (step: string, at?: string, by = people.handler) => {
    const { status, body } = await asked(by, step, at);
    return [status, body.code];
  };
  expect(await code(clock, '2026-03-21')).toEqual([422, 'day-in-future']);
  expect(await code(clock, '2026-03-02')).toEqual([422, 'clock-not-known-then']);
  expect(await code('close')).toEqual([404, 'not-found']);
  expect(await code(clock, 'yesterday')).toEqual([400, 'invalid-input']);
  expect(await code(clock, undefined, people.across)).toEqual([404, 'not-found']);
});

it('is for those who take part, of a sealed matter for its readers, and is no opening of the file', async () => {
  const { handler, colleague, supervisor } = people;
  let other = await toHandling(people);
  const { rows: before } = await sql<{
    count: number;
  }>`select count(*)::int as count from hejie.access_log`.execute(program.admin.db);
  const url = `matters/${other.id}/clocks/handle`;
  expect((await handler.get(url)).status).toBe(200);
  expect((await colleague.get(url)).status).toBe(200);
  const { rows: after } = await sql<{
    count: number;
  }>`select count(*)::int as count from hejie.access_log`.execute(program.admin.db);
  expect(after).toEqual(before);
  other = await act(supervisor, other, 'seal', {
    ground: 'child-involved',
    readerUserIds: [handler.actor.userId, people.dispatcher.actor.userId, supervisor.actor.userId],
    reason: '涉及未成年人。',
  });
  expect((await handler.get(url)).status).toBe(200);
  const { status, body } = await colleague.get(url);
  expect([status, body.code]).toEqual([403, 'sealed']);
});

it('tells a day counted before a calendar came out with the calendar of then', async () => {
  on('2026-12-31');
  const { config, pack } = program.services;
  const calendar = { holidays: ['2027-01-01', '2027-01-04'], makeUpWorkdays: [], publishedYears: [2027] };
  const accepted = await act(people.dispatcher, await register(people.clerk), 'accept');
  on('2027-01-02');
  const made = await createServices({ config, database: program.services, pack: { ...pack, calendar } });
  const later: Services = { ...made, clock: program.services.clock, jobs: program.services.jobs };
  await loadCity(later);
  await recountClocks(later, { cityCode: '1502' });
  const request = { matterId: accepted.id, clock: 'route', language: 'en' } as const;
  const explain = (at: string) => explainClockAt(later, people.dispatcher.actor, { ...request, at });
  const [then, now] = [await explain('2026-12-31'), await explain('2027-01-02')];
  expect(codes(then)).toContain('calendar-unpublished');
  expect(then.isProvisional).toBe(true);
  expect(codes(now)).not.toContain('calendar-unpublished');
  expect(now).toMatchObject({ isProvisional: false, dueOn: then.now.dueOn });
  expect(now.dueOn > then.dueOn).toBe(true);
});
