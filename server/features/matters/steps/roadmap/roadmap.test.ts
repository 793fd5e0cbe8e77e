import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClockView } from '#contract/matters/clock.ts';
import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import type { Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  act,
  ask,
  hireAll,
  type People,
  refusal,
  register,
  toHandling,
} from '../side-ways/side-ways.fixture.ts';

let program: TestProgram;
let people: People;

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
});
afterAll(() => program?.stop());
// A Monday.
beforeEach(() => program.services.clock.set('2026-03-02T01:00:00Z'));

const on = (day: string): void => program.services.clock.set(`${day}T02:00:00Z`);
const running = (clocks: readonly ClockView[]): Record<string, string> =>
  Object.fromEntries(
    clocks.filter(({ endedOn }) => endedOn === null).map((one) => [one.step.code, one.dueOn]),
  );
const mediation = { procedure: 'people-mediation', confirmed: ['both-agree', 'no-suit-pending'] };

async function fileOf(by: Person, { id }: { id: string }): Promise<MatterView> {
  return (await by.get(`matters/${id}`)).body;
}

/** Petition: routed, then accepted by the office that handles it, on one day. */
async function petition(): Promise<MatterPresent> {
  const { handler } = people;
  let matter = await toHandling(people);
  matter = await act(handler, matter, 'start-procedure', {
    procedure: 'petition-routing',
    confirmed: ['no-suit-pending'],
  });
  matter = await act(handler, matter, 'end-procedure', { outcome: 'admitted', text: '予以受理。' });
  return act(handler, matter, 'start-procedure', { procedure: 'petition-handling' });
}

describe("people's mediation", () => {
  it('takes the place of the handling limit, ends agreed, and opens the window for confirmation (人民调解法 33)', async () => {
    const { handler, dispatcher } = people;
    let matter = await act(handler, await toHandling(people), 'start-procedure', mediation);
    // One month from 2 March: 2 April (民法典 202).
    expect(running(matter.clocks)).toEqual({ 'people-mediation/settle': '2026-04-02' });
    expect(matter.dueOn).toBe('2026-04-02');
    expect(await refusal(handler, matter, 'record-outcome', { outcome: 'settled', text: '谈成。' })).toBe(
      'procedure-open',
    );
    expect(await refusal(handler, matter, 'start-procedure', mediation)).toBe('procedure-open');

    on('2026-03-10');
    matter = await act(handler, matter, 'end-procedure', { outcome: 'agreed', text: '十日内修好屋面。' });
    // 5 working days to say what follows; 30 days for both to ask the court.
    expect(running(matter.clocks)).toEqual({
      conclude: '2026-03-17',
      'people-mediation/confirm': '2026-04-09',
    });
    expect(matter.dueOn).toBe('2026-03-17');
    const { roadmap } = await fileOf(handler, matter);
    expect(roadmap.past).toMatchObject([
      {
        procedure: { code: 'people-mediation' },
        outcome: { code: 'agreed' },
        endedOn: '2026-03-10',
        usedDays: 8,
      },
    ]);
    expect(roadmap.now?.procedure.code).toBe('department-handling');
    expect(roadmap.windows.map(({ dueOn, isLate }) => [dueOn, isLate])).toEqual([['2026-04-09', false]]);
    expect(roadmap.next[0]).toMatchObject({
      procedure: { code: 'judicial-confirmation' },
      reason: { code: 'follows' },
    });

    matter = await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '十日内修好屋面。' });
    expect(running(matter.clocks)).not.toHaveProperty('conclude');
    matter = await act(handler, matter, 'answer', { text: '谈成。', by: 'phone' });
    matter = await act(people.clerk, matter, 'call-back', { result: 'satisfied' });
    matter = await act(dispatcher, matter, 'close');
    // The parties' own window outlives the matter, and makes nobody late.
    on('2026-04-20');
    const closed = await fileOf(dispatcher, matter);
    expect(closed).toMatchObject({ status: 'closed', dueOn: null });
    expect(closed.roadmap.windows).toMatchObject([{ dueOn: '2026-04-09', isWindow: true, isLate: false }]);
    expect(closed.roadmap.now).toBeNull();
  });

  it('is not begun against a refusal, of which the remedies are told (人民调解法 17, 26)', async () => {
    const { handler, dispatcher, clerk } = people;
    let matter = await register(clerk);
    matter = await act(dispatcher, matter, 'accept');
    const refused = { procedure: 'people-mediation', isRefused: true, seats: ['respondent'] };
    expect(await refusal(dispatcher, matter, 'choose-procedure', refused)).toBe('remedies-missing');
    expect(
      await refusal(dispatcher, matter, 'choose-procedure', {
        ...refused,
        procedure: 'petition-routing',
        remedies: ['litigation'],
      }),
    ).toBe('not-voluntary');
    matter = await act(dispatcher, matter, 'choose-procedure', { ...refused, remedies: ['litigation'] });
    const { roadmap, timeline } = await fileOf(dispatcher, matter);
    expect(roadmap.now?.procedure.code).toBe('intake');
    expect(roadmap.next.find(({ procedure }) => procedure.code === 'people-mediation')?.refusal).toContain(
      '调解自愿',
    );
    expect(timeline[0]?.facts).toEqual(
      expect.arrayContaining([
        { label: '程序', value: '人民调解' },
        { label: '选择', value: '不愿意' },
      ]),
    );
    matter = await act(dispatcher, matter, 'route', { unitId: people.handler.actor.unitId });
    matter = await act(handler, matter, 'accept-hand-over');
    expect(await refusal(handler, matter, 'start-procedure', mediation)).toBe('party-refused');
    // They think better of it.
    matter = await act(handler, matter, 'choose-procedure', {
      procedure: 'people-mediation',
      isRefused: false,
      seats: ['respondent'],
    });
    const begun = await act(handler, matter, 'start-procedure', mediation);
    expect((await fileOf(handler, begun)).roadmap.now?.procedure.code).toBe('people-mediation');
  });

  it('is for whoever handles it: the others are refused or do not see it', async () => {
    const { handler, clerk, labourHandler } = people;
    const matter = await toHandling(people);
    expect(await refusal(clerk, matter, 'start-procedure', mediation)).toBe('not-your-part');
    expect((await ask(labourHandler, matter, 'start-procedure', mediation)).status).toBe(404);
    expect(await refusal(handler, matter, 'end-procedure', { outcome: 'agreed', text: '无' })).toBe(
      'no-procedure-open',
    );
    expect(await refusal(handler, matter, 'start-procedure', { procedure: 'intake' })).toBe(
      'unknown-procedure',
    );
    expect(
      await refusal(handler, matter, 'start-procedure', {
        procedure: 'labour-mediation',
        confirmed: ['both-agree'],
      }),
    ).toBe('not-of-this-kind');
    expect(await refusal(handler, matter, 'start-procedure', { procedure: 'people-mediation' })).toBe(
      'requirement-missing',
    );
    expect(await refusal(handler, matter, 'start-procedure', { ...mediation, on: '2026-03-03' })).toBe(
      'day-in-future',
    );
  });

  it('goes on when the matter is passed on, and no new limit begins', async () => {
    const { handler, labourHandler } = people;
    let matter = await act(handler, await toHandling(people), 'start-procedure', mediation);
    matter = await act(handler, matter, 'transfer', {
      unitId: people.labourHandler.actor.unitId,
      reason: '实为劳动争议。',
    });
    matter = await act(labourHandler, { ...matter, version: 6 }, 'accept-hand-over');
    expect(running(matter.clocks)).toEqual({ 'people-mediation/settle': '2026-04-02' });
  });
});

describe('a petition (信访工作条例 34)', () => {
  it('is extended once, by somebody else than whoever asked, from the due day as rolled', async () => {
    const { handler, dispatcher, supervisor } = people;
    let matter = await petition();
    // 60 days from 2 March: 1 May, a holiday until 5 May; so 6 May.
    expect(running(matter.clocks)).toEqual({ 'petition-handling/decide': '2026-05-06' });
    const change = { clock: 'petition-handling/decide', change: 'extension', days: 30, reason: '需要鉴定。' };
    expect(await refusal(handler, matter, 'ask-clock-change', { ...change, days: 31 })).toBe(
      'extension-too-long',
    );
    expect(
      await refusal(handler, matter, 'ask-clock-change', { ...change, clock: 'petition-handling/review' }),
    ).toBe('clock-not-changeable');
    matter = await act(dispatcher, matter, 'ask-clock-change', change);
    expect(matter.dueOn).toBe('2026-05-06');
    const decision = { clock: change.clock, isApproved: true, reason: '情况属实。' };
    expect(await refusal(dispatcher, matter, 'decide-clock-change', decision)).toBe('asker-may-not-approve');
    expect(await refusal(handler, matter, 'decide-clock-change', decision)).toBe('not-your-role');
    expect((await fileOf(supervisor, matter)).clocks[0]?.asked).toMatchObject({ days: 30, isOurs: false });

    const key = { 'idempotency-key': 'extend-once-and-again' };
    const [one, other] = await Promise.all([
      ask(supervisor, matter, 'decide-clock-change', decision, key),
      ask(supervisor, matter, 'decide-clock-change', decision, key),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body.version).toBe(other.body.version);
    // 30 days from 6 May: 5 June, a Friday.
    expect(running(one.body.clocks)).toEqual({ 'petition-handling/decide': '2026-06-05' });
    const file = await fileOf(handler, matter);
    expect(file.dueOn).toBe('2026-06-05');
    expect(file.clocks[0]).toMatchObject({ asked: null, mayExtend: null });
    expect(file.clocks[0]?.explanation.join('')).toContain('经批准延长30日');
    expect((await ask(dispatcher, matter, 'ask-clock-change', change)).status).toBe(409);
    expect(await refusal(handler, one.body, 'ask-clock-change', change)).toBe('extension-too-often');
  });

  it('keeps to the law when the extension is refused', async () => {
    const { handler, supervisor } = people;
    let matter = await petition();
    matter = await act(handler, matter, 'ask-clock-change', {
      clock: 'petition-handling/decide',
      change: 'extension',
      days: 10,
      reason: '人手不足。',
    });
    matter = await act(supervisor, matter, 'decide-clock-change', {
      clock: 'petition-handling/decide',
      isApproved: false,
      reason: '人手不足不是理由。',
    });
    expect(matter.dueOn).toBe('2026-05-06');
    expect(matter.allowedActions.map(({ action }) => action)).not.toContain('decide-clock-change');
  });
});

describe('a medical mediation', () => {
  it('stands still during an appraisal, and no longer than it takes', async () => {
    const { handler, supervisor } = people;
    let matter = await act(handler, await toHandling(people, { kind: '13' }), 'start-procedure', {
      ...mediation,
      procedure: 'medical-mediation',
    });
    matter = await act(handler, matter, 'note-procedure', { event: 'accepted' });
    // 30 working days from 2 March, Qingming on 6 April left out: 14 April.
    expect(running(matter.clocks)).toEqual({ 'medical-mediation/settle': '2026-04-14' });
    const clock = 'medical-mediation/settle';
    matter = await act(handler, matter, 'ask-clock-change', {
      clock,
      change: 'pause',
      ground: 'appraisal',
      from: '2026-03-03',
      until: '2026-04-02',
      reason: '委托鉴定。',
    });
    matter = await act(supervisor, matter, 'decide-clock-change', {
      clock,
      isApproved: true,
      reason: '同意。',
    });
    expect(matter.dueOn).toBe('2026-05-18');
    expect(await refusal(handler, matter, 'end-pause', { clock })).toBe('clock-not-paused');
    on('2026-03-10');
    expect((await fileOf(handler, matter)).clocks[0]).toMatchObject({ isPaused: true, used: 0 });
    matter = await act(handler, matter, 'end-pause', { clock, note: '鉴定意见已到。' });
    // Five working days stood still: 21 April.
    expect(matter.dueOn).toBe('2026-04-21');
  });
});

it('a procedure ends with its matter, and its limits with it', async () => {
  const { clerk, dispatcher } = people;
  let matter = await act(dispatcher, await register(clerk), 'accept');
  matter = await act(dispatcher, matter, 'start-procedure', {
    procedure: 'petition-routing',
    confirmed: ['no-suit-pending'],
  });
  expect(Object.keys(running(matter.clocks))).toEqual(
    expect.arrayContaining(['route', 'petition-routing/route']),
  );
  matter = await act(clerk, matter, 'withdraw', { reason: '已和解。' });
  const file = await fileOf(clerk, matter);
  expect(file.status).toBe('closed');
  expect(running(file.clocks)).toEqual({});
  expect(file.roadmap.past).toMatchObject([{ outcome: { code: 'discontinued', label: '随事项终止' } }]);
});

it('of two who begin a procedure at once one is told, and there is one', async () => {
  const { handler, colleague } = people;
  const matter = await toHandling(people);
  const answers = await Promise.all([
    ask(handler, matter, 'start-procedure', mediation),
    ask(colleague, matter, 'start-procedure', mediation),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await fileOf(handler, matter)).roadmap.past).toEqual([]);
});
