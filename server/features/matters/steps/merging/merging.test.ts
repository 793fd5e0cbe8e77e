import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockView } from '#contract/matters/clock.ts';
import type { MatterPresent, PartyView } from '#contract/matters/matter.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { openMatterSeal, type SealedParty } from '#server/features/matters/sealing.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let helper: Person;
let across: Person;

const housing = unitIdOf('1502', '150204/housing');
const labour = unitIdOf('1502', '150204/labour');
const monday = '2026-03-02T01:00:00Z';
const parties = [
  { seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' },
  { seat: 'respondent', kind: 'organisation', name: '安居物业' },
];

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  helper = await hire(program, '150204/labour', 'handler');
  across = await hire(program, '150203', 'dispatcher');
});
afterAll(() => program?.stop());

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

async function register(more: object = {}, by = clerk) {
  const { status, body } = await by.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body as { matter: MatterPresent; receipt: { secrets: { partyId: string; secret: string }[] } };
}

async function accepted(more: object = {}): Promise<MatterPresent> {
  return act(dispatcher, (await register(more)).matter, 'accept');
}

async function handled(more: object = {}): Promise<MatterPresent> {
  const matter = await act(dispatcher, await accepted(more), 'route', { unitId: housing });
  return act(handler, matter, 'accept-hand-over');
}

const mergeInto = (into: { id: string; version: number }, more: object = {}) => ({
  intoId: into.id,
  intoVersion: into.version,
  reason: '同一处漏水。',
  ...more,
});
const names = (file: { parties: PartyView[] }): string[] => file.parties.map(({ name }) => name);
const steps = (file: { clocks: ClockView[] }): string[][] =>
  file.clocks
    .filter(({ endedOn }) => endedOn === null)
    .map(({ step, dueOn, isCarried }) => [step.code, dueOn, isCarried ? 'carried' : 'own'])
    .sort();
const openFile = async (person: Person, id: string) => (await person.get(`matters/${id}`)).body;

describe('a duplicate that is merged', () => {
  it('brings its parties, papers and secrets along, sealed anew, and stays readable from the first', async () => {
    const first = await handled();
    const { matter, receipt } = await register({
      parties: [{ seat: 'applicant', kind: 'person', name: '李梅', phone: '13911112222' }],
    });
    const form = new FormData();
    form.append('version', '1');
    form.append('kind', 'evidence');
    form.append('files', new Blob(['天花板的照片说明']), '说明.txt');
    const added = await clerk.post(`matters/${matter.id}/actions/add-paper`, form);
    expect(added.status, JSON.stringify(added.body)).toBe(200);
    const merged = await act(dispatcher, { id: matter.id, version: 2 }, 'merge', mergeInto(first));
    expect(merged).toMatchObject({ status: 'closed', dueOn: null, version: 3 });

    const file = await openFile(handler, first.id);
    expect(file.version).toBe(first.version + 1);
    expect(names(file)).toEqual(['王秀兰', '安居物业', '李梅']);
    expect(file.parties[2].id).toBe(receipt.secrets[0]?.partyId);
    expect(file.parties.map((party: PartyView) => party.cameWith?.replaceAll('-', ''))).toEqual([
      undefined,
      undefined,
      matter.code,
    ]);
    expect(file.papers.map(({ name }: { name: string }) => name)).toEqual(['说明.txt']);
    const paper = await handler.get(file.papers[0].href);
    expect(paper.raw).toBe('天花板的照片说明');
    expect(file.timeline[0]).toMatchObject({ type: 'absorb', text: '同一处漏水。' });
    expect(file.related).toEqual([{ relation: 'absorbed', id: matter.id, code: expect.any(String) }]);

    // The office that handles the first reads what happened in the other.
    const other = await openFile(handler, matter.id);
    expect(other.timeline.map(({ type }: { type: string }) => type)).toEqual([
      'merge',
      'add-paper',
      'register',
    ]);
    expect(other).toMatchObject({
      outcome: { code: 'merged' },
      allowedActions: [],
      related: [{ relation: 'merged-into', id: first.id }],
    });
    expect(names(other)).toEqual(['李梅']);

    // A visitor with this number is found once, at the first.
    const { body: found } = await clerk.post('visitors/look-up', { phone: '13911112222' });
    expect(found.matters).toHaveLength(1);
    expect(found.matters[0].code.replaceAll('-', '')).toBe(first.code);

    // What was sealed for the one matter cannot be opened with the key of the other.
    const { rows } = await sql<{ matter_id: string; sealed: Buffer }>`
      select matter_id, sealed from hejie.party where id = ${receipt.secrets[0]?.partyId}`.execute(
      program.admin.db,
    );
    const keyOf = async (id: string) => {
      const { rows: stored } = await sql<{ lead: string; key: Buffer }>`
        select lead_unit_id as lead, wrapped_key as key from hejie.matter where id = ${id}`.execute(
        program.admin.db,
      );
      const [row] = stored;
      return openMatterSeal(program.services.keys, id, row?.lead ?? '', row?.key ?? Buffer.alloc(0));
    };
    const sealedIn = (id: string) => rows.find(({ matter_id: one }) => one === id)?.sealed ?? Buffer.alloc(0);
    const partyId = receipt.secrets[0]?.partyId ?? '';
    const key = await keyOf(first.id);
    expect(key.open<SealedParty>('party', partyId, sealedIn(first.id)).name).toBe('李梅');
    expect(() => key.open('party', partyId, sealedIn(matter.id))).toThrow();

    // An office that comes in later reads both; the party reads both, too, and nothing else.
    await act(handler, file, 'ask-assistance', { unitId: labour, text: '请核实。' });
    expect((await helper.get(`matters/${matter.id}`)).status).toBe(200);
    const { cityCode } = clerk.actor;
    const seen = await inTransaction(
      program.services,
      { cityCode, partyId, seat: 'applicant', role: 'party' },
      async (trx) => (await sql<{ id: string }>`select id from hejie.matter order by id`.execute(trx)).rows,
    );
    expect(seen.map(({ id }) => id)).toEqual([first.id, matter.id].sort());
    expect((await across.get(`matters/${first.id}`)).status).toBe(404);
  });

  it('does not lose an earlier day: the limit of a step still to come goes on in the first, as it was counted', async () => {
    const late = await handled();
    program.services.clock.set('2026-03-09T01:00:00Z');
    const first = await accepted({ story: '另一件。' });
    expect(first.dueOn).toBe('2026-03-11');
    await act(dispatcher, late, 'merge', mergeInto(first));
    let file = await openFile(dispatcher, first.id);
    expect(steps(file)).toEqual([
      ['handle', '2026-03-30', 'carried'],
      ['route', '2026-03-11', 'own'],
    ]);
    expect(file.dueOn).toBe('2026-03-11');
    let matter = await act(dispatcher, file, 'route', { unitId: housing });
    matter = await act(handler, matter, 'accept-hand-over');
    // Counted anew it would have been April.
    expect(matter.dueOn).toBe('2026-03-30');
    file = await openFile(handler, first.id);
    expect(steps(file)).toEqual([['handle', '2026-03-30', 'carried']]);
    matter = await act(handler, matter, 'record-outcome', { outcome: 'settled', text: '和解。' });
    expect(matter.clocks.map(({ step }) => step.code)).toEqual(['answer']);
    program.services.clock.set(monday);
  });

  it('may seat its parties otherwise, and makes an anonymous matter one that can be called back', async () => {
    const first = await accepted({ parties: [{ seat: 'applicant', kind: 'anonymous' }] });
    const { matter, receipt } = await register({
      parties: [
        { seat: 'applicant', kind: 'person', name: '张建国' },
        { seat: 'respondent', kind: 'person', name: '刘洋' },
      ],
    });
    const partyId = receipt.secrets[0]?.partyId ?? '';
    const stranger = await dispatcher.post(`matters/${matter.id}/actions/merge`, {
      version: 1,
      ...mergeInto(first, { seats: [{ partyId: matter.id, seat: 'respondent' }] }),
    });
    expect(stranger.body).toMatchObject({ code: 'unknown-party', field: 'seats' });
    const respondent = (await openFile(dispatcher, matter.id)).parties[1].id;
    const seats = [
      { partyId, seat: 'respondent' },
      { partyId: respondent, seat: 'applicant' },
    ];
    await act(dispatcher, matter, 'merge', mergeInto(first, { seats }));
    const { parties: now } = await openFile(dispatcher, first.id);
    expect(now.map(({ name, seat }: PartyView) => [name, seat])).toEqual([
      ['匿名', 'applicant'],
      ['张建国', 'respondent'],
      ['刘洋', 'applicant'],
    ]);
    const { rows } =
      await sql`select is_anonymous, party_count from hejie.matter where id = ${first.id}`.execute(
        program.admin.db,
      );
    expect(rows).toEqual([{ is_anonymous: false, party_count: 3 }]);
  });

  it('takes along what was merged into it, and is never taken up apart', async () => {
    const [one, two, three] = [await accepted(), await accepted(), await accepted()];
    await act(dispatcher, three, 'merge', mergeInto(two));
    const merged = await act(dispatcher, { id: two.id, version: two.version + 1 }, 'merge', mergeInto(one));
    const { rows } = await sql<{ id: string }>`
      select id from hejie.matter where merged_into = ${one.id} order by id`.execute(program.admin.db);
    expect(rows.map(({ id }) => id)).toEqual([two.id, three.id].sort());
    expect((await openFile(dispatcher, one.id)).parties).toHaveLength(6);
    const again = { version: merged.version, reason: '又来反映。' };
    expect((await dispatcher.post(`matters/${two.id}/actions/reopen`, again)).body.code).toBe('merged-stays');
  });

  it('is refused into itself, into what has ended, elsewhere, by others, and over a safety flag', async () => {
    const matter = await accepted();
    const refused = async (into: { id: string; version: number }, who = dispatcher) => {
      const body = { version: matter.version, ...mergeInto(into) };
      return (await who.post(`matters/${matter.id}/actions/merge`, body)).body.code;
    };
    expect(await refused(matter)).toBe('merges-itself');
    expect(await refused(matter, clerk)).toBe('not-your-role');
    expect(await refused(matter, across)).toBe('not-found');
    const ended = await act(dispatcher, await accepted(), 'withdraw', { reason: '申请人撤回。' });
    expect(await refused(ended)).toBe('merge-too-late');
    const { body: elsewhere } = await across.post('matters', {
      channel: 'letter',
      kind: '15',
      regionCode: '150203',
      story: '一封信。',
      parties,
    });
    expect(await refused(elsewhere.matter)).toBe('into-not-found');
    const safety = { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' };
    const flagged = await accepted({ safety });
    const over = { version: flagged.version, ...mergeInto(matter) };
    expect((await dispatcher.post(`matters/${flagged.id}/actions/merge`, over)).body.code).toBe(
      'merge-loses-flag',
    );
    await act(dispatcher, matter, 'review-safety', { safety, reason: '对方扬言报复。' });
    const now = (await openFile(dispatcher, matter.id)) as MatterPresent;
    await act(dispatcher, flagged, 'merge', mergeInto(now));
  });

  it('is told when either has changed; of two that cross, or a step meanwhile, one goes through', async () => {
    const [one, two] = [await accepted(), await accepted()];
    const url = (matter: MatterPresent) => `matters/${matter.id}/actions/merge`;
    const stale = await dispatcher.post(url(one), { version: 1, ...mergeInto(two) });
    expect(stale.body).toMatchObject({ status: 409, code: 'stale-version', current: { id: one.id } });
    const changed = await dispatcher.post(url(one), {
      version: one.version,
      ...mergeInto({ ...two, version: 1 }),
    });
    expect(changed.body).toMatchObject({ status: 409, code: 'into-changed', field: 'intoVersion' });

    const crossing = await Promise.all([
      dispatcher.post(url(one), { version: one.version, ...mergeInto(two) }),
      dispatcher.post(url(two), { version: two.version, ...mergeInto(one) }),
    ]);
    expect(crossing.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = crossing[0]?.status === 200 ? [one, two] : [two, one];
    expect((await openFile(dispatcher, winner[1]?.id ?? '')).parties).toHaveLength(4);

    const [three, four] = [await accepted(), await accepted()];
    const meanwhile = await Promise.all([
      dispatcher.post(url(three), { version: three.version, ...mergeInto(four) }),
      dispatcher.post(`matters/${four.id}/actions/route`, { version: four.version, unitId: housing }),
    ]);
    expect(meanwhile.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is merged once by the same request twice', async () => {
    const [one, two] = [await accepted(), await accepted()];
    const headers = { 'idempotency-key': 'merge-0001' };
    const url = `matters/${one.id}/actions/merge`;
    const body = { version: one.version, ...mergeInto(two) };
    const first = await dispatcher.post(url, body, headers);
    const again = await dispatcher.post(url, body, headers);
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, one.version + 1]);
    expect((await openFile(dispatcher, two.id)).parties).toHaveLength(4);
    expect((await dispatcher.post(url, { ...body, reason: '别的理由。' }, headers)).body.code).toBe(
      'key-reused',
    );
  });
});

describe('what may be the same dispute', () => {
  it('is shown to whoever may merge it, with the centre to hand it over to', async () => {
    const story = '永和小区三号楼楼上卫生间漏水，泡坏了楼下的吊顶和柜子，双方为赔偿吵了两个月。';
    const mine = (await register({ story })).matter;
    const { body: theirs } = await across.post('matters', {
      channel: 'hotline',
      kind: '15',
      regionCode: '150204001',
      story: '永和小区三号楼卫生间漏水泡坏楼下吊顶、柜子，赔偿谈不拢。',
      parties,
    });
    const { body } = await dispatcher.get(`matters/${mine.id}/similar`);
    const hit = body.similar.find(
      ({ code }: { code: string }) => code.replaceAll('-', '') === theirs.matter.code,
    );
    expect(hit).toMatchObject({ id: null, centreId: across.actor.unitId });
    expect(JSON.stringify(body)).not.toContain('王秀兰');
    expect((await clerk.get(`matters/${mine.id}/similar`)).body.similar).toEqual([]);
    expect((await across.get(`matters/${mine.id}/similar`)).status).toBe(404);

    // Handed over to the other centre it is merged there, in one more step.
    let matter = await act(dispatcher, mine, 'accept');
    matter = await act(dispatcher, matter, 'route', {
      unitId: across.actor.unitId,
      note: '请与贵中心的事项并案。',
    });
    matter = await act(across, matter, 'accept-hand-over');
    const { body: there } = await across.get(`matters/${matter.id}/similar`);
    expect(there.similar[0]).toMatchObject({ id: theirs.matter.id, centreId: across.actor.unitId });
    await act(across, matter, 'merge', mergeInto(theirs.matter));
  });
});

describe('a matter that turns out to be two', () => {
  const part = (partyIds: readonly string[], more: object = {}) => ({
    kind: '04',
    subject: '车位收费',
    story: '地下车位的管理费没有公示标准。',
    partyIds,
    reason: '两件事的责任单位不同。',
    ...more,
  });

  it('goes on as two, each with its parties and secrets; the days already used stay used', async () => {
    const { matter: registered, receipt } = await register();
    let matter = await act(dispatcher, registered, 'accept');
    matter = await act(dispatcher, matter, 'route', { unitId: housing });
    matter = await act(handler, matter, 'accept-hand-over');
    program.services.clock.set('2026-03-09T01:00:00Z');
    const before = await openFile(dispatcher, matter.id);
    const ids = before.parties.map(({ id }: PartyView) => id);
    const split = await act(dispatcher, matter, 'split', part(ids));
    expect(split).toMatchObject({ status: 'handling', version: matter.version + 1, dueOn: matter.dueOn });
    const made = split.made ?? { id: '', code: '' };

    const other = await openFile(dispatcher, made.id);
    expect(other).toMatchObject({
      code: made.code,
      status: 'accepted',
      subject: '车位收费',
      kind: { code: '04' },
      related: [{ relation: 'split-from', id: matter.id }],
      dueOn: '2026-03-11',
    });
    // Routed today; but the limit for handling is the one that was promised.
    expect(steps(other)).toEqual([
      ['handle', matter.dueOn, 'carried'],
      ['route', '2026-03-11', 'own'],
    ]);
    expect(names(other)).toEqual(names(before));
    expect(other.parties.map(({ id }: PartyView) => id)).not.toContain(ids[0]);
    const { body: slip } = await dispatcher.get(`matters/${made.id}/receipt`);
    expect(slip.secrets).toHaveLength(1);
    expect(slip.secrets[0].secret).not.toBe(receipt.secrets[0]?.secret);
    const [, first] = other.timeline;
    expect(first.facts).toContainEqual({ label: '最初收到', value: '2026-03-02' });
    expect((await openFile(dispatcher, matter.id)).related).toMatchObject([
      { relation: 'split-off', id: made.id },
    ]);
    // The office that handles the first has no part in the other.
    expect((await handler.get(`matters/${made.id}`)).status).toBe(404);
    program.services.clock.set(monday);
  });

  it('is registered only where the first is not accepted yet, due on the same day', async () => {
    const { matter } = await register();
    program.services.clock.set('2026-03-04T01:00:00Z');
    const [{ id }] = (await openFile(dispatcher, matter.id)).parties;
    const split = await act(dispatcher, matter, 'split', part([id]));
    const other = await openFile(dispatcher, split.made?.id ?? '');
    expect(other).toMatchObject({ status: 'registered', dueOn: matter.dueOn, version: 1 });
    expect(steps(other)).toEqual([['accept', matter.dueOn, 'carried']]);
    program.services.clock.set(monday);
  });

  it('is refused without an applicant, with strangers, of an unknown kind, to others and too late', async () => {
    const matter = await accepted();
    const [applicant, respondent] = (await openFile(dispatcher, matter.id)).parties;
    const refused = async (fields: object, who = dispatcher) =>
      (await who.post(`matters/${matter.id}/actions/split`, { version: matter.version, ...fields })).body;
    expect(await refused(part([respondent.id]))).toMatchObject({
      code: 'invalid-input',
      errors: [{ field: 'partyIds' }],
    });
    expect(await refused(part([matter.id]))).toMatchObject({ code: 'unknown-party', field: 'partyIds' });
    expect(await refused(part([applicant.id], { paperIds: [matter.id] }))).toMatchObject({
      code: 'unknown-paper',
    });
    expect(await refused(part([applicant.id], { kind: '77' }))).toMatchObject({
      code: 'invalid-input',
      errors: [{ field: 'kind' }],
    });
    expect(await refused(part([applicant.id]), clerk)).toMatchObject({ code: 'not-your-role' });
    expect(await refused(part([applicant.id]), across)).toMatchObject({ status: 404 });
    await act(dispatcher, matter, 'withdraw', { reason: '申请人撤回。' });
    const { version } = matter;
    const late = { version: version + 1, ...part([applicant.id]) };
    expect((await dispatcher.post(`matters/${matter.id}/actions/split`, late)).body.code).toBe('wrong-state');
  });

  it('is made once by the same request twice, and by one of two at once; its papers come along if wanted', async () => {
    const matter = await accepted();
    const form = new FormData();
    form.append('version', String(matter.version));
    form.append('kind', 'evidence');
    form.append('files', new Blob(['收费单']), '收费单.txt');
    expect((await clerk.post(`matters/${matter.id}/actions/add-paper`, form)).status).toBe(200);
    const file = await openFile(dispatcher, matter.id);
    const headers = { 'idempotency-key': 'split-0001' };
    const url = `matters/${matter.id}/actions/split`;
    const body = {
      version: file.version,
      ...part([file.parties[0].id], { paperIds: [file.papers[0].id] }),
    };
    const first = await dispatcher.post(url, body, headers);
    const again = await dispatcher.post(url, body, headers);
    expect(first.body.made).toEqual(again.body.made);
    const other = await openFile(dispatcher, first.body.made.id);
    const paper = await dispatcher.get(other.papers[0].href);
    expect(paper.raw).toBe('收费单');
    const second = await hire(program, '150204', 'dispatcher', 'second-dispatcher');
    const version = file.version + 1;
    const answers = await Promise.all([dispatcher, second].map((one) => one.post(url, { ...body, version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
