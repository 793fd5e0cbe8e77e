import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockView } from '#contract/matters/clock.ts';
import type { MatterRow } from '#contract/matters/list-matters.ts';
import type { MatterPresent, PartyView } from '#contract/matters/matter.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let colleague: Person;
let otherHandler: Person;

const housing = unitIdOf('1502', '150204/housing');
const labour = unitIdOf('1502', '150204/labour');
const body = {
  channel: 'window',
  kind: '15',
  regionCode: '150204001',
  story: '小区顶楼漏水半年，物业一直没有修。业主因此停交物业费。',
  request: '修好屋面。',
  parties: [
    { seat: 'applicant', kind: 'person', name: '王秀兰', phone: '138 0000 0000' },
    { seat: 'respondent', kind: 'organisation', name: '安居物业', creditCode: '91350100M000100Y43' },
  ],
};

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  colleague = await hire(program, '150204/housing', 'mediator');
  otherHandler = await hire(program, '150204/labour', 'handler');
});
afterAll(() => program?.stop());

async function register(more: object = {}): Promise<MatterPresent> {
  const { status, body: answer } = await clerk.post('matters', { ...body, ...more });
  expect(status, JSON.stringify(answer)).toBe(201);
  return answer.matter;
}

async function act(
  person: Person,
  matter: { id: string; version: number },
  action: string,
  fields: object = {},
): Promise<MatterPresent> {
  const answer = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200);
  return answer.body;
}

async function toHandling(more: object = {}) {
  let matter = await register(more);
  matter = await act(dispatcher, matter, 'accept');
  matter = await act(dispatcher, matter, 'route', { unitId: housing });
  return act(handler, matter, 'accept-hand-over');
}

describe('the straight path', () => {
  it('goes from the counter to the file, by the right people, with a clock at each step', async () => {
    const { status, body: answer } = await clerk.post('matters', body);
    expect(status).toBe(201);
    expect(answer.matter).toMatchObject({
      version: 1,
      status: 'registered',
      dueOn: '2026-03-05',
    });
    // Whoever registers is told where it stands; the file is opened, and that is on record.
    expect(answer.matter).not.toHaveProperty('story');
    const { body: written } = await clerk.get(`matters/${answer.matter.id}`);
    expect(written.subject).toBe('小区顶楼漏水半年，物业一直没有修');
    expect(answer.matter.allowedActions.map(({ action }: { action: string }) => action)).toEqual([
      'log-step',
      'add-paper',
      'review-safety',
      'withdraw',
      'write-to-parties',
      're-issue-secret',
      'correct',
      'link',
    ]);
    expect(answer.receipt.secrets).toHaveLength(1);
    expect(answer.receipt.code.replaceAll('-', '')).toBe(answer.matter.code);

    let matter = await act(dispatcher, answer.matter, 'accept');
    expect(matter).toMatchObject({ status: 'accepted', version: 2 });
    matter = await act(dispatcher, matter, 'route', { unitId: housing, note: '请于两日内接收。' });
    expect(matter).toMatchObject({ status: 'offered', holder: { id: housing } });
    matter = await act(handler, matter, 'accept-hand-over');
    matter = await act(handler, matter, 'log-step', { kind: 'phone', text: '已联系双方。' });
    matter = await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '十日内修好。' });
    matter = await act(handler, matter, 'answer', { text: '已商定十日内修好。', by: 'phone' });
    expect(matter.status).toBe('answered');
    matter = await act(clerk, matter, 'call-back', { result: 'satisfied', rating: 5 });
    matter = await act(dispatcher, matter, 'close');
    expect(matter).toMatchObject({ status: 'closed', dueOn: null, version: 9 });

    const { body: file } = await clerk.get(`matters/${matter.id}`);
    expect(file.timeline.map(({ type }: { type: string }) => type)).toEqual([
      'close',
      'call-back',
      'answer',
      'record-outcome',
      'log-step',
      'accept-hand-over',
      'route',
      'accept',
      'register',
    ]);
    expect(file.clocks.map(({ step, endedOn }: ClockView) => [step.code, endedOn !== null])).toHaveLength(7);
    expect(file.clocks.every(({ endedOn }: ClockView) => endedOn === '2026-03-02')).toBe(true);
    expect(file.parties.map(({ name }: PartyView) => name)).toEqual(['王秀兰', '安居物业']);
    expect(file.timeline[3].text).toBe('十日内修好。');
    // The office that handled it may still read what it did.
    expect((await handler.get(`matters/${matter.id}`)).status).toBe(200);
    expect((await otherHandler.get(`matters/${matter.id}`)).status).toBe(404);
  });
});

describe('refusals', () => {
  it('lets nobody act whose office does not take part, and says no more than that there is nothing', async () => {
    const matter = await register();
    const answer = await otherHandler.post(`matters/${matter.id}/actions/accept-hand-over`, { version: 1 });
    expect(answer.status).toBe(404);
    expect((await clerk.post(`matters/${matter.id}/actions/accept`, { version: 1 })).body).toMatchObject({
      status: 422,
      code: 'not-your-role',
    });
  });

  it('refuses a step out of turn, and a stale version with what is there now', async () => {
    const matter = await register();
    expect((await dispatcher.post(`matters/${matter.id}/actions/close`, { version: 1 })).body.code).toBe(
      'wrong-state',
    );
    await act(dispatcher, matter, 'accept');
    const stale = await dispatcher.post(`matters/${matter.id}/actions/decline`, {
      version: 1,
      reason: '不属受理范围',
      remedies: ['litigation'],
    });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ code: 'stale-version', current: { version: 2, status: 'accepted' } });
  });

  it('does not let the handler call back on their own work', async () => {
    const both = await hire(program, '150204', 'clerk', 'clerk-who-handles');
    let matter: MatterPresent = await toHandling();
    // The same person, posted as handler at housing too, takes it on.
    const asHandler = await hire(program, '150204/housing', 'handler', 'clerk-who-handles');
    matter = await act(handler, matter, 'assign', { handlerUserId: asHandler.actor.userId });
    matter = await act(asHandler, matter, 'record-outcome', { outcome: 'settled', text: '已和解。' });
    matter = await act(asHandler, matter, 'answer', { text: '已和解。', by: 'phone' });
    const refused = await both.post(`matters/${matter.id}/actions/call-back`, {
      version: matter.version,
      result: 'satisfied',
    });
    expect(refused.body).toMatchObject({ code: 'handler-may-not-verify' });
  });

  it('wants the remedies told when nothing was settled (人民调解法 26)', async () => {
    const matter = await toHandling();
    const answer = await handler.post(`matters/${matter.id}/actions/record-outcome`, {
      version: matter.version,
      outcome: 'not-settled',
      text: '分歧太大。',
    });
    expect(answer.body).toMatchObject({ status: 422, code: 'remedies-missing', field: 'remedies' });
  });
});

describe('hand-overs', () => {
  it('come back with reasons; the return of a return goes to the upper centre, which decides', async () => {
    const upper = await hire(program, '1502', 'dispatcher');
    let matter: MatterPresent = await register();
    matter = await act(dispatcher, matter, 'accept');
    matter = await act(dispatcher, matter, 'route', { unitId: housing });
    matter = await act(handler, matter, 'return-hand-over', { reason: '属于劳动争议。' });
    expect(matter).toMatchObject({
      status: 'accepted',
      holder: { id: dispatcher.actor.unitId },
      allowedActions: [],
    });
    expect((await handler.get(`matters/${matter.id}`)).status).toBe(404);
    matter = await act(dispatcher, matter, 'route', { unitId: labour });
    matter = await act(otherHandler, matter, 'return-hand-over', { reason: '属于物业。' });
    expect(matter).toMatchObject({ status: 'disputed', holder: { id: upper.actor.unitId } });
    const { body: places } = await upper.get(`matters/${matter.id}/destinations`);
    const offered = new Map(
      places.units.map((unit: { id: string; relation: string }) => [unit.id, unit.relation]),
    );
    expect([offered.get(housing), offered.get(labour)]).toEqual(['suggested', 'lead-department']);
    matter = await act(upper, matter, 'decide', { unitId: housing, reason: '依职责由住建承办。' });
    expect(matter).toMatchObject({
      status: 'handling',
      holder: { id: housing },
      lead: { id: dispatcher.actor.unitId },
    });
    matter = await act(colleague, matter, 'record-outcome', { outcome: 'settled', text: '和解。' });
    expect(matter.status).toBe('resolved');
  });

  it('to another centre moves the lead, the key and the look-up; the first keeps code and stage', async () => {
    const there = await hire(program, '150203', 'dispatcher');
    const thereClerk = await hire(program, '150203', 'clerk');
    let matter: MatterPresent = await register({
      parties: [{ seat: 'applicant', kind: 'person', name: '李梅', phone: '13911112222' }],
    });
    expect((await clerk.post('visitors/look-up', { phone: '139 1111 2222' })).body.matters).toHaveLength(1);
    matter = await act(dispatcher, matter, 'accept');
    matter = await act(dispatcher, matter, 'route', { unitId: there.actor.unitId });
    matter = await act(there, matter, 'accept-hand-over');
    expect(matter).toMatchObject({ status: 'accepted', lead: { id: there.actor.unitId } });
    expect((await clerk.get(`matters/${matter.id}`)).status).toBe(404);
    const { body: origin } = await clerk.get('origin/matters');
    expect(origin.matters).toMatchObject([
      { code: matter.code, status: 'accepted', lead: { id: there.actor.unitId } },
    ]);
    expect(JSON.stringify(origin)).not.toMatch(/漏水|李梅/);
    expect((await there.get(`matters/${matter.id}`)).body.parties[0].name).toBe('李梅');
    expect((await clerk.post('visitors/look-up', { phone: '13911112222' })).body.matters).toHaveLength(0);
    expect((await thereClerk.post('visitors/look-up', { phone: '13911112222' })).body.matters).toHaveLength(
      1,
    );
  });
});

describe('call-back', () => {
  async function answered(more: object = {}) {
    let matter: MatterPresent = await toHandling(more);
    matter = await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '和解。' });
    return act(handler, matter, 'answer', { text: '和解。', by: 'phone' });
  }

  it('that finds somebody dissatisfied sends it back with the minimum limit', async () => {
    const matter = await act(clerk, await answered(), 'call-back', {
      result: 'unsatisfied',
      text: '没有修。',
    });
    expect(matter).toMatchObject({ status: 'handling', holder: { id: housing }, dueOn: '2026-03-09' });
  });

  it('may be given up after three attempts on different days, not before', async () => {
    let matter = await answered();
    for (const day of ['2026-03-02', '2026-03-02', '2026-03-03']) {
      program.services.clock.set(`${day}T02:00:00Z`);
      matter = await act(clerk, matter, 'call-back', { result: 'not-reached' });
    }
    const early = await clerk.post(`matters/${matter.id}/actions/close-not-reached`, {
      version: matter.version,
    });
    expect(early.body.code).toBe('not-reached-too-few');
    program.services.clock.set('2026-03-04T02:00:00Z');
    matter = await act(clerk, matter, 'call-back', { result: 'not-reached' });
    matter = await act(clerk, matter, 'close-not-reached');
    expect(matter.status).toBe('closed');
    program.services.clock.set('2026-03-02T01:00:00Z');
  });

  it('is not owed to an anonymous applicant; a reopened matter has at least the minimum limit', async () => {
    let matter = await answered({ parties: [{ seat: 'applicant', kind: 'anonymous' }] });
    matter = await act(clerk, matter, 'close-not-reached');
    matter = await act(dispatcher, matter, 'reopen', { reason: '申请人又来反映。' });
    expect(matter).toMatchObject({ status: 'accepted', dueOn: '2026-03-09' });
  });
});

describe('the same request', () => {
  it('twice gives one matter, with the same secret; another body under the key is refused', async () => {
    const headers = { 'idempotency-key': 'counter-0001' };
    const first = await clerk.post('matters', body, headers);
    const again = await clerk.post('matters', body, headers);
    expect(again.status).toBe(201);
    expect(again.body.matter.id).toBe(first.body.matter.id);
    expect(again.body.receipt.secrets).toEqual(first.body.receipt.secrets);
    expect((await clerk.post('matters', { ...body, story: '另一件事。' }, headers)).body).toMatchObject({
      status: 422,
      code: 'key-reused',
    });
  });

  it('of a step twice takes it once', async () => {
    const matter = await register();
    const headers = { 'idempotency-key': 'accept-0001' };
    const url = `matters/${matter.id}/actions/accept`;
    const first = await dispatcher.post(url, { version: 1 }, headers);
    const again = await dispatcher.post(url, { version: 1 }, headers);
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, 2]);
    expect((await dispatcher.post(url, { version: 1, note: '不同' }, headers)).status).toBe(422);
  });

  it('with other words under the key is refused, also by somebody who knows the newest version', async () => {
    const { id, version } = await toHandling();
    const headers = { 'idempotency-key': 'log-0001' };
    const log = (seen: number, text: string) =>
      handler.post(`matters/${id}/actions/log-step`, { version: seen, kind: 'phone', text }, headers);
    expect((await log(version, '已联系双方。')).status).toBe(200);
    expect((await log(version + 1, '又联系了一次。')).body).toMatchObject({
      status: 422,
      code: 'key-reused',
    });
    expect((await handler.get(`matters/${id}`)).body.version).toBe(version + 1);
  });

  it('of a hand-over is answered again, though its doer no longer takes part', async () => {
    let matter = await register();
    matter = await act(dispatcher, matter, 'accept');
    matter = await act(dispatcher, matter, 'route', { unitId: housing });
    const returned = { version: matter.version, reason: '不属本单位职责。' };
    const headers = { 'idempotency-key': 'return-0001' };
    const url = `matters/${matter.id}/actions/return-hand-over`;
    const first = await handler.post(url, returned, headers);
    const again = await handler.post(url, returned, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toMatchObject({ ...first.body, allowedActions: [], clocks: [] });
    expect((await handler.post(url, { ...returned, reason: '别的理由。' }, headers)).body.code).toBe(
      'key-reused',
    );
  });

  it('of two people at once: one wins, the other is told', async () => {
    const matter = await register();
    const second = await hire(program, '150204', 'dispatcher', 'second-dispatcher');
    const answers = await Promise.all(
      [dispatcher, second].map((one) => one.post(`matters/${matter.id}/actions/accept`, { version: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('queues', () => {
  it('hold what waits for this role, due first, a page at a time', async () => {
    const ids = new Set<string>();
    let after: string | null = null;
    let pages = 0;
    do {
      const { body: page } = await clerk.get(
        `matters?queue=office&limit=5${after === null ? '' : `&after=${after}`}`,
      );
      for (const row of page.matters) ids.add(row.id);
      if (pages === 0) expect(page.total).toBeGreaterThan(5);
      after = page.next;
      pages += 1;
    } while (after !== null);
    const { body: whole } = await clerk.get('matters?queue=office&limit=100');
    expect(ids.size).toBe(whole.matters.length);
    expect(whole.matters.map(({ dueOn }: MatterRow) => dueOn)).toEqual(
      [...whole.matters.map(({ dueOn }: MatterRow) => dueOn)].sort(),
    );
    const { code } = whole.matters[0];
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();
    expect((await clerk.get(`matters?code=${typed}`)).body.matters).toMatchObject([{ code }]);
    expect((await otherHandler.get(`matters?code=${code}`)).body.matters).toEqual([]);
    const mine = await handler.get('matters?queue=mine');
    expect(mine.body.matters.every(({ holder }: MatterRow) => holder.id === housing)).toBe(true);
    expect((await otherHandler.get('matters?queue=office')).body.matters).toHaveLength(0);
  });
});

describe('a handler whose posting has run out', () => {
  it('has left the matter to the office: it waits for every colleague there', async () => {
    const passing = await hire(program, '150204/housing', 'handler', 'passing-handler');
    let matter: MatterPresent = await register();
    matter = await act(dispatcher, matter, 'accept');
    matter = await act(dispatcher, matter, 'route', { unitId: housing });
    await act(passing, matter, 'accept-hand-over');
    const row = async () =>
      (await colleague.get('matters?queue=mine&limit=100')).body.matters.find(
        ({ id }: MatterRow) => id === matter.id,
      );
    expect(await row()).toBeUndefined();
    await sql`update hejie.posting set until_day = '2026-03-01' where id = ${passing.actor.postingId}`.execute(
      program.admin.db,
    );
    expect(await row()).toMatchObject({ handlerName: null, reason: expect.stringContaining('还没有承办人') });
  });
});

describe('a safety flag', () => {
  it('is looked at again within seven days: the matter is due then if no step is due before', async () => {
    let matter = await toHandling();
    expect(matter.dueOn).toBe('2026-03-30');
    const safety = { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' };
    matter = await act(handler, matter, 'review-safety', { safety, reason: '对方扬言报复。' });
    expect(matter.dueOn).toBe('2026-03-09');
    expect(matter.clocks.map(({ step }: ClockView) => step.code).sort()).toEqual(['handle', 'safety-review']);
    matter = await act(clerk, matter, 'review-safety', { safety: null, reason: '危险已消除。' });
    expect([matter.dueOn, matter.clocks.length]).toEqual(['2026-03-30', 1]);
  });
});
