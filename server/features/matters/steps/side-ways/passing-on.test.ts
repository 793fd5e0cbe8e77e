import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockView } from '#contract/matters/clock.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  acrossCentre,
  act,
  ask,
  hireAll,
  housing,
  labour,
  type People,
  refusal,
  toHandling,
  upperCentre,
} from './side-ways.fixture.ts';

let program: TestProgram;
let people: People;

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
});
afterAll(() => program?.stop());

const actionsOf = (matter: MatterPresent): string[] => matter.allowedActions.map(({ action }) => action);
const running = (matter: MatterPresent): Record<string, string> =>
  Object.fromEntries(matter.clocks.map(({ step, dueOn }: ClockView) => [step.code, dueOn]));
const later = (day: string): void => program.services.clock.set(`${day}T02:00:00Z`);
const today = (): void => program.services.clock.set('2026-03-02T01:00:00Z');

describe('suspending the work', () => {
  const why = { reason: '等鉴定意见。', resumeBy: '2026-03-20' };

  it('stops no clock: the day stays, and passes', async () => {
    const { handler } = people;
    const handling = await toHandling(people);
    const suspended = await act(handler, handling, 'suspend', why);
    expect(suspended).toMatchObject({ status: 'handling', dueOn: handling.dueOn });
    expect(running(suspended)).toEqual(running(handling));
    later('2026-03-24');
    const { body: file } = await handler.get(`matters/${handling.id}`);
    expect(file.suspension).toEqual({ since: '2026-03-02', resumeBy: '2026-03-20', isLate: true });
    const [clock] = file.clocks.filter(({ endedOn }: ClockView) => endedOn === null);
    expect(clock.used).toBeGreaterThan(0);
    expect(clock.dueOn).toBe(handling.dueOn);
    const { body: queue } = await handler.get(`matters?code=${handling.code}`);
    expect(queue.matters[0]).toMatchObject({ isSuspended: true });
    expect(queue.matters[0].reason).toContain('已过预计恢复日');
    const resumed = await act(handler, suspended, 'resume');
    expect(running(resumed)).toEqual(running(handling));
    today();
  });

  it('refuses what moves it and lets the rest go on; the reason is sealed', async () => {
    const { handler, dispatcher } = people;
    let matter = await act(handler, await toHandling(people), 'suspend', why);
    expect(await refusal(handler, matter, 'record-outcome', { outcome: 'settled', text: '和解。' })).toBe(
      'suspended',
    );
    expect(await refusal(handler, matter, 'transfer', { unitId: labour, reason: '转。' })).toBe('suspended');
    expect(actionsOf(matter)).toEqual(expect.arrayContaining(['resume', 'log-step', 'add-paper', 'assign']));
    expect(actionsOf(matter)).not.toContain('record-outcome');
    matter = await act(handler, matter, 'log-step', { kind: 'phone', text: '催问鉴定进度。' });
    const { body: queue } = await handler.get(`matters?code=${matter.code}`);
    expect(queue.matters[0].reason).toContain('已中止，期限照走');
    const { body: file } = await handler.get(`matters/${matter.id}`);
    const event = file.timeline.find(({ type }: { type: string }) => type === 'suspend');
    expect(event).toMatchObject({ text: why.reason, facts: [{ label: '预计恢复', value: '2026-03-20' }] });
    // The leading centre's dispatcher may have it go on, too.
    expect((await act(dispatcher, matter, 'resume')).status).toBe('handling');
  });

  it('is refused to others, out of place, by a wrong day, and to a stale reader', async () => {
    const { clerk, supervisor, labourHandler, handler } = people;
    const matter = await toHandling(people);
    expect(await refusal(clerk, matter, 'suspend', why)).toBe('not-your-role');
    expect(await refusal(supervisor, matter, 'suspend', why)).toBe('not-your-role');
    expect(await refusal(labourHandler, matter, 'suspend', why)).toBe('not-found');
    expect(await refusal(handler, matter, 'resume')).toBe('not-suspended');
    expect(await refusal(handler, matter, 'suspend', { ...why, resumeBy: '2026-03-02' })).toBe(
      'resumption-not-later',
    );
    expect(await refusal(handler, matter, 'suspend', { ...why, resumeBy: '2026-09-01' })).toBe(
      'suspension-too-long',
    );
    expect(await refusal(handler, { ...matter, version: 1 }, 'suspend', why)).toBe('stale-version');
    const resolved = await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '和解。' });
    expect(await refusal(handler, resolved, 'suspend', why)).toBe('wrong-state');
  });

  it('asked twice is done once; by two at once, one is told', async () => {
    const { handler, dispatcher } = people;
    const matter = await toHandling(people);
    const headers = { 'idempotency-key': 'suspend-0001' };
    const first = await ask(handler, matter, 'suspend', why, headers);
    const again = await ask(handler, matter, 'suspend', why, headers);
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, matter.version + 1]);
    const answers = await Promise.all([handler, dispatcher].map((one) => ask(one, first.body, 'resume')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a transfer', () => {
  const why = { unitId: labour, reason: '争议主要是工资。' };

  it('keeps the limit for handling, through the hand-over, its return and the next one', async () => {
    const { handler, dispatcher, labourHandler } = people;
    const handling = await toHandling(people);
    const handle = running(handling)['handle'];
    later('2026-03-09');
    let matter = await act(handler, handling, 'transfer', why);
    expect(matter).toMatchObject({ status: 'offered', holder: { id: labour }, allowedActions: [] });
    const { body: offered } = await labourHandler.get(`matters/${matter.id}`);
    expect(
      running({ ...offered, clocks: offered.clocks.filter((one: ClockView) => one.endedOn === null) }),
    ).toEqual({
      handle,
      'hand-over': '2026-03-11',
    });
    later('2026-03-10');
    matter = await act(labourHandler, matter, 'return-hand-over', { reason: '工资已结清。' });
    expect(matter).toMatchObject({ status: 'accepted', dueOn: '2026-03-12' });
    matter = await act(dispatcher, matter, 'route', { unitId: labour });
    later('2026-03-11');
    matter = await act(labourHandler, matter, 'accept-hand-over');
    expect(running(matter)).toEqual({ handle });
    expect(matter).toMatchObject({ status: 'handling', dueOn: handle });
    // The office that passed it on has no more part in it.
    expect((await handler.get(`matters/${matter.id}`)).status).toBe(404);
    matter = await act(labourHandler, matter, 'record-outcome', { outcome: 'settled', text: '和解。' });
    expect(Object.keys(running(matter))).toEqual(['answer']);
    today();
  });

  it('to another centre keeps it too, and leaves the first its code and stage', async () => {
    const { dispatcher, across, handler } = people;
    const handling = await toHandling(people);
    const handle = running(handling)['handle'];
    let matter = await act(dispatcher, handling, 'transfer', {
      unitId: acrossCentre,
      reason: '争议发生地在那里。',
    });
    matter = await act(across, matter, 'accept-hand-over');
    expect(matter).toMatchObject({ status: 'accepted', lead: { id: acrossCentre } });
    expect(running(matter)['handle']).toBe(handle);
    expect((await handler.get(`matters/${matter.id}`)).status).toBe(404);
    expect((await across.get(`matters/${matter.id}`)).body.parties[0].name).toBe('王秀兰');
  });

  it('is refused to where it is, to a department of another centre, to others and out of place', async () => {
    const { handler, clerk, dispatcher } = people;
    const matter = await toHandling(people);
    expect(await refusal(handler, matter, 'transfer', { ...why, unitId: housing })).toBe('there-already');
    expect(await refusal(clerk, matter, 'transfer', why)).toBe('not-your-role');
    expect(await refusal(handler, { ...matter, version: 1 }, 'transfer', why)).toBe('stale-version');
    const resolved = await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '和解。' });
    expect(await refusal(dispatcher, resolved, 'transfer', why)).toBe('wrong-state');
  });

  it('asked twice is done once', async () => {
    const { handler } = people;
    const matter = await toHandling(people);
    const headers = { 'idempotency-key': 'transfer-0001' };
    const first = await ask(handler, matter, 'transfer', why, headers);
    const again = await ask(handler, matter, 'transfer', why, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    // It may read what it did until another office has taken the matter over.
    expect(again.body).toEqual(first.body);
  });
});

describe('escalating', () => {
  const why = { reason: '涉及两个旗县区。' };

  it('offers it to the centre above, which takes the lead within the same limit for handling', async () => {
    const { supervisor, upper } = people;
    const handling = await toHandling(people);
    let matter = await act(supervisor, handling, 'escalate', why);
    expect(matter).toMatchObject({ status: 'offered', holder: { id: upperCentre } });
    matter = await act(upper, matter, 'accept-hand-over');
    expect(matter).toMatchObject({ status: 'accepted', lead: { id: upperCentre } });
    expect(running(matter)['handle']).toBe(running(handling)['handle']);
  });

  it('comes back with reasons to the centre that leads it', async () => {
    const { dispatcher, upper } = people;
    let matter = await act(dispatcher, await toHandling(people), 'escalate', why);
    matter = await act(upper, matter, 'return-hand-over', { reason: '旗县区可以办。' });
    expect(matter).toMatchObject({ status: 'accepted', holder: { id: dispatcher.actor.unitId } });
  });

  it('is refused to the office that handles it, to a clerk, and at the city’s own centre', async () => {
    const { handler, clerk, upper } = people;
    const matter = await toHandling(people);
    expect(await refusal(handler, matter, 'escalate', why)).toBe('not-your-part');
    expect(await refusal(clerk, matter, 'escalate', why)).toBe('not-your-role');
    const up = await act(upper, await act(people.dispatcher, matter, 'escalate', why), 'accept-hand-over');
    expect(await refusal(upper, up, 'escalate', why)).toBe('no-upper-centre');
    expect(actionsOf(up)).not.toContain('escalate');
  });

  it('by two at once is done once', async () => {
    const { dispatcher, supervisor } = people;
    const matter = await toHandling(people);
    const answers = await Promise.all(
      [dispatcher, supervisor].map((one) => ask(one, matter, 'escalate', why)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
