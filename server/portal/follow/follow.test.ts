import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { formatMatterCode, makeMatterCode } from '#domain/matters/matter-code.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { type Visitor, visitorOf } from './visitor.fixture.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;

const housing = unitIdOf('1502', '150204/housing');
const start = '2026-03-02T01:00:00Z';
const says = {
  story: '楼上的雨棚滴水声彻夜不停',
  request: '把雨棚拆掉',
  flag: '目前住在姐姐家',
  applicant: '申请人私下的话',
  confided: '只给办理单位的底线',
  respondent: '被申请人自己的解释',
  note: '电话里说的内部记录',
  answer: '雨棚周五前加装消声垫',
  letter: '请带身份证来签字',
  callBack: '回访记下的话',
} as const;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
});
afterAll(() => program?.stop());
beforeEach(() => program.services.clock.set(start));

type Brought = {
  id: string;
  code: string;
  version: number;
  secrets: Record<string, string>;
  parties: Record<string, string>;
};

/** A matter with all three seats, and the secret of each. */
async function bring(more: object = {}): Promise<Brought> {
  const { body, status } = await clerk.post('matters', {
    channel: 'window',
    kind: '02',
    regionCode: '150204001',
    subject: '雨棚滴水',
    story: says.story,
    request: says.request,
    parties: [
      { seat: 'applicant', kind: 'person', name: '甲方王', phone: '13800000001' },
      { seat: 'respondent', kind: 'person', name: '乙方李', phone: '13800000002' },
      { seat: 'representative', kind: 'person', name: '代理赵' },
    ],
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  const { rows } = await sql<{ id: string; seat: string }>`
    select id, seat from hejie.party where matter_id = ${body.matter.id}`.execute(program.admin.db);
  const parties = Object.fromEntries(rows.map(({ id, seat }) => [seat, id]));
  const secrets = Object.fromEntries(
    rows.map(({ id, seat }) => [seat, program.services.keys.partySecret(id, 1)]),
  );
  return { id: body.matter.id, code: body.receipt.code, version: 1, secrets, parties };
}

async function act(by: Person, matter: Brought, action: string, fields: object = {}): Promise<MatterPresent> {
  const { rows } = await sql<{
    version: number;
  }>`select version from hejie.matter where id = ${matter.id}`.execute(program.admin.db);
  const answer = await by.post(`matters/${matter.id}/actions/${action}`, {
    version: rows[0]?.version,
    ...fields,
  });
  expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200);
  return answer.body;
}

async function enter(matter: Brought, seat: string, address?: string, language?: string): Promise<Visitor> {
  const visitor = visitorOf(program, address, language);
  const answer = await visitor.send('/p/follow', { code: matter.code, secret: matter.secrets[seat] ?? '' });
  expect(answer.statusCode, answer.body).toBe(303);
  expect(answer.headers.location).toBe('/p/follow/matter');
  return visitor;
}

async function toAnswered(matter: Brought): Promise<void> {
  await act(dispatcher, matter, 'accept');
  await act(dispatcher, matter, 'route', { unitId: housing });
  await act(handler, matter, 'accept-hand-over');
  await act(handler, matter, 'record-outcome', { outcome: 'settled', text: says.note });
  await act(handler, matter, 'answer', { text: says.answer, by: 'phone' });
}

describe('the door', () => {
  it('opens to code and secret however they are typed', async () => {
    const matter = await bring();
    const { secrets, code } = matter;
    const secret = secrets['applicant'] ?? '';
    for (const [typedCode, typedSecret] of [
      [code.toLowerCase(), secret.toLowerCase()],
      [code.replaceAll('-', ' '), secret.replace('-', '')],
      [code.replaceAll('-', ''), `  ${secret.split('').join(' ')} `],
      [code, secret.replace(/[A-Z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
    ]) {
      const answer = await visitorOf(program).send('/p/follow', {
        code: typedCode ?? '',
        secret: typedSecret ?? '',
      });
      expect([typedCode, typedSecret, answer.statusCode]).toEqual([typedCode, typedSecret, 303]);
      const cookie = String(answer.headers['set-cookie']);
      for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/p']) expect(cookie).toContain(part);
      expect(`${answer.headers.location} ${cookie}`).not.toContain(secret);
    }
  });

  it('gives a wrong code and a wrong secret the same answer, to the letter, for the same work', async () => {
    const matter = await bring();
    const other = await bring();
    const { keys } = program.services;
    const original = keys.partySecret;
    let computed = 0;
    const counting = {
      ...keys,
      partySecret: (id: string, generation: number) => {
        computed += 1;
        return original(id, generation);
      },
    };
    const { openByCode } = await import('#server/features/matters/public.ts');
    const services = { ...program.services, keys: counting };
    const work = async (code: string, secret: string) => {
      computed = 0;
      const found = await openByCode(services, { code: code.replaceAll('-', ''), secret });
      return { computed, isFound: found !== null };
    };
    const right = other.secrets['applicant'] ?? '';
    const unknown = '20267K3MQ9ZA';
    expect(await work(matter.code, right)).toEqual({ computed: 64, isFound: false });
    expect(await work(unknown, right)).toEqual({ computed: 64, isFound: false });
    expect(await work(other.code, right)).toEqual({ computed: 64, isFound: true });

    // The typed code stands in its field again; apart from it, the pages are one.
    const nobody = formatMatterCode(
      makeMatterCode({ year: 2026, random: Buffer.from([1, 2, 3, 4, 5, 6, 7]) }),
    );
    const ask = async (code: string, address: string) => {
      const answer = await visitorOf(program, address).send('/p/follow', { code, secret: right });
      return {
        status: answer.statusCode,
        body: answer.body.replaceAll(code, 'CODE'),
        headers: Object.keys(answer.headers).sort(),
      };
    };
    expect(await ask(matter.code, '203.0.113.20')).toEqual(await ask(nobody, '203.0.113.21'));
  });

  it('says at its field what can be no code or no secret, and costs nobody a try', async () => {
    for (let times = 0; times < 20; times += 1) {
      const answer = await visitorOf(program, '203.0.113.30').send('/p/follow', {
        code: '2026-7K3M-Q9ZB',
        secret: 'ABC',
      });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('编号有一处不对');
      expect(answer.body).toContain('查询密码应为 10 个字符');
      expect(answer.body).toContain('href="#code"');
    }
  });

  it('never opens history, nor a matter whose key is destroyed', async () => {
    const matter = await bring();
    await sql`update hejie.matter set is_history = true where id = ${matter.id}`.execute(program.admin.db);
    const answer = await visitorOf(program, '203.0.113.31').send('/p/follow', {
      code: matter.code,
      secret: matter.secrets['applicant'] ?? '',
    });
    expect(answer.statusCode).toBe(422);
    await sql`update hejie.matter set is_history = false, wrapped_key = null where id = ${matter.id}`.execute(
      program.admin.db,
    );
    expect(
      (
        await visitorOf(program, '203.0.113.31').send('/p/follow', {
          code: matter.code,
          secret: matter.secrets['applicant'] ?? '',
        })
      ).statusCode,
    ).toBe(422);
  });
});

describe('guessing', () => {
  const wrong = 'AAAAA-AAAAA';

  it('from one address waits longer and longer, and says how long; the true holder elsewhere comes in', async () => {
    const matter = await bring();
    const guesser = visitorOf(program, '198.51.100.1');
    const statuses: number[] = [];
    let passed = 0;
    for (let tries = 0; tries < 40; tries += 1) {
      const answer = await guesser.send('/p/follow', { code: matter.code, secret: wrong });
      statuses.push(answer.statusCode);
      if (answer.statusCode !== 429) continue;
      const seconds = Number(answer.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(120);
      expect(answer.body).toContain(`请等 ${seconds} 秒`);
      expect(answer.body).toContain(matter.code);
      passed += seconds;
      program.services.clock.set(program.services.clock.now().add({ seconds }));
    }
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
    expect(statuses.filter((status) => status === 422).length).toBeLessThan(25);
    expect(passed).toBeGreaterThan(900);
    await enter(matter, 'applicant', '198.51.100.2');
    // The right secret does not help whoever has to wait.
    expect((await guesser.send('/p/follow', { code: matter.code, secret: wrong })).statusCode).toBe(422);
    expect(
      (await guesser.send('/p/follow', { code: matter.code, secret: matter.secrets['applicant'] ?? '' }))
        .statusCode,
    ).toBe(429);
  });

  it('at one code from many addresses never shuts out its holder, who mistypes and then waits a minute at most', async () => {
    const matter = await bring();
    for (let place = 0; place < 100; place += 1) {
      await visitorOf(program, `198.51.101.${place}`).send('/p/follow', { code: matter.code, secret: wrong });
    }
    await enter(matter, 'applicant', '198.51.102.1');
    const holder = visitorOf(program, '198.51.102.2');
    expect((await holder.send('/p/follow', { code: matter.code, secret: wrong })).statusCode).toBe(422);
    const waits = await holder.send('/p/follow', {
      code: matter.code,
      secret: matter.secrets['applicant'] ?? '',
    });
    expect(waits.statusCode).toBe(429);
    const seconds = Number(waits.headers['retry-after']);
    expect(seconds).toBeLessThanOrEqual(60);
    program.services.clock.set(program.services.clock.now().add({ seconds }));
    expect(
      (await holder.send('/p/follow', { code: matter.code, secret: matter.secrets['applicant'] ?? '' }))
        .statusCode,
    ).toBe(303);
  });

  it('at large brings a waiting step for everybody, which ends by itself', async () => {
    const own = await createTestProgram();
    try {
      const at = (ip: string) => visitorOf(own, ip);
      const code = makeMatterCode({ year: 2026, random: Buffer.from([1, 2, 3, 4, 5, 6, 7]) });
      for (let place = 0; place < 120; place += 1) {
        await at(`192.0.2.${place}`)
          .send('/p/follow', { code, secret: wrong })
          .then(({ statusCode }) => expect(statusCode).toBe(422));
      }
      const visitor = at('192.0.2.200');
      const step = await visitor.send('/p/follow', { code, secret: wrong });
      expect(step.statusCode).toBe(429);
      expect(step.body).toContain('请等一等');
      expect(step.body).not.toContain('AAAAA');
      const ticket = /name="ticket" value="([^"]+)"/.exec(step.body)?.[1] ?? '';
      expect((await visitor.send('/p/follow', { ticket })).statusCode).toBe(429);
      own.services.clock.set(own.services.clock.now().add({ seconds: 10 }));
      // Bound to the address, and good for one try.
      expect((await at('192.0.2.201').send('/p/follow', { ticket })).headers.location).toBe('/p/follow');
      expect((await visitor.send('/p/follow', { ticket })).statusCode).toBe(422);
      expect((await visitor.send('/p/follow', { ticket })).headers.location).toBe('/p/follow');
      own.services.clock.set(own.services.clock.now().add({ minutes: 11 }));
      expect((await at('192.0.2.202').send('/p/follow', { code, secret: wrong })).statusCode).toBe(422);
    } finally {
      await own.stop();
    }
  }, 60_000);
});

describe('three seats', () => {
  it('see each what is theirs: nothing of one side’s confidence is in the other’s page', async () => {
    const matter = await bring({
      safety: {
        danger: 'violence-threatened',
        hiddenFrom: ['respondent'],
        help: 'consented',
        note: says.flag,
      },
    });
    await act(dispatcher, matter, 'accept', { note: says.note });
    await act(dispatcher, matter, 'route', { unitId: housing, note: says.note });
    await act(handler, matter, 'accept-hand-over');
    await act(handler, matter, 'log-step', { kind: 'phone', text: says.note });
    const applicant = await enter(matter, 'applicant');
    const respondent = await enter(matter, 'respondent');
    const representative = await enter(matter, 'representative');
    const add = async (visitor: Visitor, fields: Record<string, string>, file: string) => {
      const { key = '' } = await visitor.hidden('/p/follow/information');
      const answer = await visitor.upload(
        '/p/follow/information',
        { key, ...fields },
        { [file]: new Blob(['内容']) },
      );
      expect(answer.headers.location, answer.body).toBe('/p/follow/matter?done=add-information');
    };
    await add(applicant, { text: says.applicant }, '申请人材料.txt');
    await add(applicant, { text: says.confided, confidence: 'yes' }, '保密材料.txt');
    await add(respondent, { text: says.respondent }, '对方材料.txt');
    await act(handler, matter, 'write-to-parties', { seats: ['respondent'], text: says.letter });
    await act(handler, matter, 'record-outcome', {
      outcome: 'not-settled',
      text: says.note,
      remedies: ['litigation'],
    });
    await act(handler, matter, 'answer', { text: says.answer, by: 'phone' });
    await act(clerk, matter, 'call-back', { result: 'not-reached', text: says.callBack });

    const page = async (visitor: Visitor) => (await visitor.get('/p/follow/matter')).body;
    const seen = {
      applicant: await page(applicant),
      respondent: await page(respondent),
      representative: await page(representative),
    };
    const shows = (words: readonly string[]) =>
      Object.entries(seen).map(([seat, body]) => [seat, words.filter((word) => body.includes(word))]);
    const all = [
      ...Object.values(says),
      '申请人材料',
      '保密材料',
      '对方材料',
      '雨棚滴水',
      '乙方李',
      '13800000002',
      '未达成一致',
      '起诉',
    ];
    const of = Object.fromEntries(shows(all)) as Record<string, string[]>;
    expect(of['applicant']).toEqual(
      expect.arrayContaining([
        says.story,
        says.request,
        says.applicant,
        says.confided,
        says.answer,
        '申请人材料',
        '保密材料',
      ]),
    );
    expect(of['applicant']).not.toEqual(expect.arrayContaining([says.respondent]));
    for (const word of [
      says.flag,
      says.note,
      says.callBack,
      says.respondent,
      says.letter,
      '对方材料',
      '乙方李',
      '13800000002',
    ])
      expect(seen.applicant, word).not.toContain(word);
    for (const word of [
      says.flag,
      says.note,
      says.callBack,
      says.respondent,
      says.letter,
      says.confided,
      '保密材料',
      '对方材料',
    ])
      expect(seen.representative, word).not.toContain(word);
    expect(seen.representative).toContain(says.applicant);
    expect(seen.representative).toContain(says.answer);
    for (const word of [
      says.flag,
      says.note,
      says.callBack,
      says.applicant,
      says.confided,
      says.story,
      says.request,
      says.answer,
      '申请人材料',
      '保密材料',
      '雨棚滴水',
      '甲方王',
      '安全',
      '暴力',
    ])
      expect(seen.respondent, word).not.toContain(word);
    expect(seen.respondent).toContain(says.respondent);
    expect(seen.respondent).toContain(says.letter);
    // Both are told the remedies when nothing was settled (人民调解法 26).
    for (const body of Object.values(seen)) expect(body).toContain('诉讼');
    // Who opened the file: offices and roles, never names; the parties' own looks are not among them.
    expect(seen.applicant).toContain('谁看过您的档案');
    expect(seen.applicant).not.toContain('试handler');
    const { rows } = await sql<{ role: string; n: number }>`
      select role, count(*)::int as n from hejie.access_log where matter_id = ${matter.id} and role = 'party' group by role`.execute(
      program.admin.db,
    );
    expect(rows[0]?.n).toBeGreaterThan(2);
  });

  it('download what is meant for their seat, and nothing else, whatever address they try', async () => {
    const matter = await bring();
    const send = async (name: string, forSeats: string) => {
      const { rows } = await sql<{
        version: number;
      }>`select version from hejie.matter where id = ${matter.id}`.execute(program.admin.db);
      const form = new FormData();
      form.append('version', String(rows[0]?.version));
      form.append('kind', 'letter');
      if (forSeats) form.append('forSeats', forSeats);
      form.append('files', new Blob([`正文 ${name}`]), name);
      const answer = await clerk.post(`matters/${matter.id}/actions/add-paper`, form);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    };
    await send('内部.txt', '');
    await send('给申请人.txt', 'applicant');
    await send('给双方.txt', 'applicant,respondent');
    const { rows: papers } = await sql<{
      id: string;
    }>`select id from hejie.paper where matter_id = ${matter.id} order by id`.execute(program.admin.db);
    const [internal = '', forApplicant = '', forBoth = ''] = papers.map(({ id }) => id);
    for (const [seat, readable] of [
      ['applicant', [forApplicant, forBoth]],
      ['respondent', [forBoth]],
      ['representative', [forApplicant, forBoth]],
    ] as const) {
      const visitor = await enter(matter, seat);
      const { body } = await visitor.get('/p/follow/matter');
      expect([...body.matchAll(/papers\/([0-9a-f-]{36})/g)].map(([, id]) => id).sort()).toEqual(
        [...readable].sort(),
      );
      for (const id of [internal, forApplicant, forBoth]) {
        const answer = await visitor.get(`/p/follow/papers/${id}`);
        const isReadable = (readable as readonly string[]).includes(id);
        expect([seat, id, answer.statusCode]).toEqual([seat, id, isReadable ? 200 : 404]);
        if (isReadable) {
          expect(answer.headers['content-disposition']).toMatch(/^attachment/);
          expect(answer.body).toContain('正文');
        }
      }
    }
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from hejie.access_log where matter_id = ${matter.id} and what = 'paper' and role = 'party'`.execute(
      program.admin.db,
    );
    expect(rows[0]?.n).toBe(5);
    // The second lock: a party's context reads no more, whatever a query asks for.
    const { inTransaction } = await import('#server/database/transaction.ts');
    const actor = {
      cityCode: '1502',
      partyId: matter.parties['respondent'] ?? '',
      seat: 'respondent',
      role: 'party',
    } as const;
    const visible = await inTransaction(program.services, actor, (trx) =>
      sql<{ id: string }>`select id from hejie.paper`.execute(trx),
    );
    expect(visible.rows.map(({ id }) => id)).toEqual([forBoth]);
  });
});

describe('a session', () => {
  it('ends after half an hour without a page, after eight hours in all, and at sign-out', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'applicant');
    program.services.clock.set('2026-03-02T01:29:00Z');
    expect((await visitor.get('/p/follow/matter')).statusCode).toBe(200);
    program.services.clock.set('2026-03-02T01:58:00Z');
    expect((await visitor.get('/p/follow/matter')).statusCode).toBe(200);
    program.services.clock.set('2026-03-02T02:29:00Z');
    const ended = await visitor.get('/p/follow/matter');
    expect(ended.headers.location).toBe('/p/follow?ended=1');
    expect((await visitor.get('/p/follow?ended=1')).body).toContain('您已经退出');
    expect(visitor.cookies.has('hejie_party')).toBe(false);

    program.services.clock.set(start);
    const long = await enter(matter, 'applicant');
    for (let minutes = 20; minutes <= 480; minutes += 20) {
      program.services.clock.set(program.services.clock.now().add({ minutes: 20 }));
      expect((await long.get('/p/follow/matter')).statusCode, String(minutes)).toBe(200);
    }
    program.services.clock.set(program.services.clock.now().add({ minutes: 1 }));
    expect((await long.get('/p/follow/matter')).statusCode).toBe(303);

    program.services.clock.set(start);
    const leaving = await enter(matter, 'applicant');
    const kept = new Map(leaving.cookies);
    expect((await leaving.send('/p/follow/sign-out', {})).headers.location).toBe('/p/follow?out=1');
    expect(leaving.cookies.has('hejie_party')).toBe(false);
    expect(kept.has('hejie_party')).toBe(true);
    for (const url of [
      '/p/follow/matter',
      '/p/follow/information',
      '/p/follow/take-back',
      '/p/follow/rating',
    ])
      expect((await leaving.get(url)).statusCode, url).toBe(303);
  });

  it('cannot be made up or changed', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'applicant');
    const cookie = visitor.cookies.get('hejie_party') ?? '';
    for (const forged of ['x', `${cookie.slice(0, -2)}AA`, Buffer.from('{}').toString('base64url')]) {
      visitor.cookies.set('hejie_party', forged);
      expect((await visitor.get('/p/follow/matter')).statusCode).toBe(303);
    }
  });

  it('ends at once when the counter hands out another secret, which alone opens from then on', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'applicant');
    const partyId = matter.parties['applicant'] ?? '';
    const url = `matters/${matter.id}/actions/re-issue-secret`;
    const body = { version: 1, partyId, checkedBy: 'id-card' };
    const other = await hire(program, '150203', 'clerk');
    expect((await other.post(url, body)).status).toBe(404);
    expect((await handler.post(url, body)).status).toBe(403);
    expect((await clerk.post(url, { ...body, partyId: program.services.newId() })).body).toMatchObject({
      status: 422,
      code: 'unknown-party',
    });
    const key = { 'idempotency-key': 'handed-0001' };
    const first = await clerk.post(url, body, key);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const again = await clerk.post(url, body, key);
    expect(again.body.slip).toEqual(first.body.slip);
    const { slip } = first.body;
    expect(slip).toMatchObject({ seat: 'applicant', name: '甲方王', code: matter.code });
    expect(JSON.stringify(first.body.slip)).not.toContain('乙方李');
    expect(slip.secret).not.toBe(matter.secrets['applicant']);
    expect((await visitor.get('/p/follow/matter')).headers.location).toBe('/p/follow?ended=1');
    const old = { code: matter.code, secret: matter.secrets['applicant'] ?? '' };
    expect((await visitorOf(program, '203.0.113.41').send('/p/follow', old)).statusCode).toBe(422);
    matter.secrets['applicant'] = slip.secret;
    const back = await enter(matter, 'applicant');
    expect((await back.get('/p/follow/matter')).body).toContain('给您发了新的查询密码');
    // Only whom it concerns hears of it; no secret is in the event.
    expect((await (await enter(matter, 'respondent')).get('/p/follow/matter')).body).not.toContain(
      '给您发了新的查询密码',
    );
    const { rows } = await sql<{
      data: unknown;
    }>`select data from hejie.event where matter_id = ${matter.id} and type = 're-issue-secret'`.execute(
      program.admin.db,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(slip.secret);
    expect((await clerk.post(url, body)).body).toMatchObject({ status: 409, code: 'stale-version' });
  });

  it('of somebody anonymous has no identity that a counter could check', async () => {
    const { body } = await clerk.post('matters', {
      channel: 'window',
      kind: '99',
      regionCode: '150204',
      story: '噪声。',
      parties: [{ seat: 'applicant', kind: 'anonymous' }],
    });
    const answer = await clerk.post(`matters/${body.matter.id}/actions/re-issue-secret`, {
      version: 1,
      partyId: body.receipt.secrets[0].partyId,
      checkedBy: 'id-card',
    });
    expect(answer.body).toMatchObject({ status: 422, code: 'party-is-anonymous' });
  });
});

describe('a party acts', () => {
  it('adds words and papers, once however often it is pressed; script in them is text', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'applicant');
    const { key = '' } = await visitor.hidden('/p/follow/information');
    const text = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
    const sends = await Promise.all(
      [1, 2, 3].map(() => visitor.upload('/p/follow/information', { key, text })),
    );
    for (const answer of sends) expect(answer.statusCode, answer.body).toBe(303);
    const { body } = await visitor.get('/p/follow/matter?done=add-information');
    expect(body).toContain('已经收到');
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img src=x');
    expect(body.split('&lt;script&gt;alert(1)').length - 1).toBe(1);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from hejie.event where matter_id = ${matter.id} and type = 'add-information'`.execute(
      program.admin.db,
    );
    expect(rows[0]?.n).toBe(1);
    // The office reads it in the timeline.
    const file = await clerk.get(`matters/${matter.id}`);
    expect(file.body.timeline[0]).toMatchObject({ type: 'add-information', actor: '申请人', text });
  });

  it('is told at the field what is missing or no paper, and loses no word', async () => {
    const visitor = await enter(await bring(), 'applicant');
    const { key = '' } = await visitor.hidden('/p/follow/information');
    const empty = await visitor.upload('/p/follow/information', { key, text: '' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('href="#text"');
    const wrong = await visitor.upload(
      '/p/follow/information',
      { key, text: '写了很久的话', confidence: 'yes' },
      { 'virus.exe': new Blob(['MZ']), '好的.txt': new Blob(['内容']) },
    );
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('写了很久的话');
    expect(wrong.body).toContain('virus.exe: 不接受这种文件');
    expect(wrong.body).toContain('材料要重新选一次');
    expect(wrong.body).toMatch(/value="yes" checked/);
  });

  it('takes the matter back with a reason, not without, and not the other side', async () => {
    const matter = await bring();
    const respondent = await enter(matter, 'respondent');
    expect((await respondent.get('/p/follow/take-back')).statusCode).toBe(409);
    expect(
      (await respondent.send('/p/follow/take-back', { key: 'abcdefghij', version: '1', text: '不想' }))
        .statusCode,
    ).toBe(409);
    const visitor = await enter(matter, 'applicant');
    const form = await visitor.hidden('/p/follow/take-back');
    expect((await visitor.send('/p/follow/take-back', { ...form, text: ' ' })).body).toContain(
      '请写一句为什么撤回',
    );
    const answer = await visitor.send('/p/follow/take-back', { ...form, text: '已经谈好了' });
    expect(answer.headers.location).toBe('/p/follow/matter?done=take-back');
    const { body } = await visitor.get('/p/follow/matter?done=take-back');
    expect(body).toContain('已经撤回');
    expect(body).toContain('已经谈好了');
    expect((await respondent.get('/p/follow/matter')).body).not.toContain('已经谈好了');
    // Pressed again from an old page: it is done already.
    expect(
      (await visitor.send('/p/follow/take-back', { ...form, text: '已经谈好了' })).headers.location,
    ).toBe('/p/follow/matter?done=take-back');
  });

  it('is told when the matter moved while they wrote, and keeps what they wrote', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'applicant');
    const form = await visitor.hidden('/p/follow/take-back');
    await act(dispatcher, matter, 'accept');
    const moved = await visitor.send('/p/follow/take-back', { ...form, text: '不想办了' });
    expect(moved.statusCode).toBe(409);
    expect(moved.body).toContain('现在是“已受理”');
    expect(moved.body).toContain('不想办了</textarea>');
    const version = /name="version" value="(\d+)"/.exec(moved.body)?.[1] ?? '';
    expect(version).toBe('2');
    expect(
      (await visitor.send('/p/follow/take-back', { ...form, version, text: '不想办了' })).statusCode,
    ).toBe(303);
    // What one adds does not depend on it.
    const other = await bring();
    const adding = await enter(other, 'respondent');
    const { key = '' } = await adding.hidden('/p/follow/information');
    await act(dispatcher, other, 'accept');
    expect((await adding.upload('/p/follow/information', { key, text: '我的说法' })).statusCode).toBe(303);
  });

  it('rates once', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'applicant');
    expect((await visitor.get('/p/follow/rating')).statusCode).toBe(409);
    await toAnswered(matter);
    const { key = '' } = await visitor.hidden('/p/follow/rating');
    const missing = await visitor.send('/p/follow/rating', { key, text: '还可以' });
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('还可以');
    const two = await Promise.all([
      visitor.send('/p/follow/rating', { key, rating: '4', text: '还可以' }),
      visitor.send('/p/follow/rating', { key: 'another-key-1', rating: '1', text: '' }),
    ]);
    expect(two.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const late = await visitor.get('/p/follow/rating');
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('只评价一次');
    // A representative has a rating of their own.
    expect((await (await enter(matter, 'representative')).get('/p/follow/rating')).statusCode).toBe(200);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from hejie.event where matter_id = ${matter.id} and type = 'rate'`.execute(
      program.admin.db,
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('asks for it to be taken up again, and gets an answer within a limit', async () => {
    const matter = await bring();
    await toAnswered(matter);
    await act(clerk, matter, 'call-back', { result: 'satisfied' });
    await act(dispatcher, matter, 'close');
    const refused = await dispatcher.post(`matters/${matter.id}/actions/decline-reopening`, {
      version: 8,
      reason: '没有人请求',
    });
    expect(refused.body).toMatchObject({ status: 422, code: 'reopening-not-asked' });
    const visitor = await enter(matter, 'applicant');
    const ask = async (text: string) =>
      visitor.send('/p/follow/reopening', { ...(await visitor.hidden('/p/follow/reopening')), text });
    expect((await ask('消声垫没有装')).statusCode).toBe(303);
    expect((await visitor.get('/p/follow/matter')).body).toContain('您已请求重新办理');
    expect((await visitor.get('/p/follow/reopening')).body).toContain('正在等中心答复');
    const queue = (await dispatcher.get('matters?queue=reopening-asked')).body;
    expect(queue.matters.map(({ id }: { id: string }) => id)).toContain(matter.id);
    const file = (await dispatcher.get(`matters/${matter.id}`)).body;
    expect(file.isReopeningAsked).toBe(true);
    expect(
      file.clocks.find(
        ({ step, endedOn }: { step: { code: string }; endedOn: string | null }) =>
          step.code === 'answer-reopening' && endedOn === null,
      ),
    ).toMatchObject({ limit: { count: 5, unit: 'working-day' } });
    expect(file.timeline[0].text).toBe('消声垫没有装');
    await act(dispatcher, matter, 'decline-reopening', { reason: '现场查看已经安装' });
    const { body } = await visitor.get('/p/follow/matter');
    expect(body).toContain('现场查看已经安装');
    expect(body).not.toContain('您已请求重新办理');
    expect(
      (await dispatcher.get('matters?queue=reopening-asked')).body.matters.map(
        ({ id }: { id: string }) => id,
      ),
    ).not.toContain(matter.id);
    // The same words again are another wish, of another day.
    expect((await ask('又响了')).statusCode).toBe(303);
    await act(dispatcher, matter, 'reopen', { reason: '有新情况' });
    const reopened = (await dispatcher.get(`matters/${matter.id}`)).body;
    expect(reopened).toMatchObject({ status: 'accepted', isReopeningAsked: false });
  });

  it('chooses how to be told; a way needs its address', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'representative');
    const { key = '' } = await visitor.hidden('/p/follow/telling');
    const sms = await visitor.send('/p/follow/telling', { key, toldBy: 'sms', toldLanguage: 'zh' });
    expect(sms.statusCode).toBe(422);
    expect(sms.body).toContain('没有您的手机号');
    const wrong = await visitor.send('/p/follow/telling', {
      key,
      toldBy: 'mail',
      toldLanguage: 'en',
      email: 'nobody',
    });
    expect(wrong.body).toContain('value="nobody"');
    expect(wrong.body).toContain('认不出这个邮箱');
    const right = await visitor.send('/p/follow/telling', {
      key,
      toldBy: 'mail',
      toldLanguage: 'en',
      email: 'zhao@Example.cn',
    });
    expect(right.headers.location, right.body).toBe('/p/follow/matter?done=choose-telling');
    const { rows } = await sql<{ told_by: string; told_language: string; sealed: Buffer }>`
      select told_by, told_language, sealed from hejie.party where id = ${matter.parties['representative']}`.execute(
      program.admin.db,
    );
    expect(rows[0]).toMatchObject({ told_by: 'mail', told_language: 'en' });
    expect(rows[0]?.sealed.toString('latin1')).not.toContain('example');
    const page = (await visitor.get('/p/follow/telling')).body;
    expect(page).toContain('z***@example.cn');
    expect(page).not.toContain('zhao@');
  });

  it('sends no flood', async () => {
    const matter = await bring();
    const visitor = await enter(matter, 'applicant');
    let last = 303;
    for (let times = 0; times < 25 && last === 303; times += 1) {
      const answer = await visitor.upload('/p/follow/information', {
        key: `flood-key-${times}`,
        text: `第 ${times} 次`,
      });
      last = answer.statusCode;
      if (last === 429) {
        expect(answer.headers['retry-after']).toBe('10');
        expect(answer.body).toContain(`第 ${times} 次`);
      }
    }
    expect(last).toBe(429);
  });
});

describe('what the desk writes to parties', () => {
  it('goes to whom it says, and to nobody who is no party', async () => {
    const matter = await bring();
    const write = (fields: object) =>
      clerk.post(`matters/${matter.id}/actions/write-to-parties`, {
        version: 1,
        text: says.letter,
        ...fields,
      });
    expect((await write({})).body).toMatchObject({ status: 422, code: 'recipients-missing' });
    expect((await write({ partyIds: [program.services.newId()] })).body).toMatchObject({
      code: 'unknown-party',
    });
    expect(
      (
        await handler.post(`matters/${matter.id}/actions/write-to-parties`, {
          version: 1,
          seats: ['applicant'],
          text: 'x',
        })
      ).status,
    ).toBe(404);
    expect((await write({ partyIds: [matter.parties['representative']] })).status).toBe(200);
    for (const [seat, isShown] of [
      ['applicant', false],
      ['respondent', false],
      ['representative', true],
    ] as const) {
      const { body } = await (await enter(matter, seat)).get('/p/follow/matter');
      expect([seat, body.includes(says.letter)]).toEqual([seat, isShown]);
    }
  });
});

describe('a matter that was merged', () => {
  it('is followed on by its own code and secret: their own words, not those of whoever brought it first', async () => {
    const first = await bring();
    const second = await bring({
      subject: '楼上漏水声',
      story: '第二个人自己讲的经过',
      request: '第二个人自己的要求',
      parties: [{ seat: 'applicant', kind: 'person', name: '丙方孙', phone: '13800000003' }],
    });
    const before = await enter(second, 'applicant');
    const addition = await before.hidden('/p/follow/information');
    expect(
      (await before.upload('/p/follow/information', { ...addition, text: '并案以前补充的' })).statusCode,
    ).toBe(303);
    await act(dispatcher, first, 'accept');
    await act(dispatcher, second, 'accept');
    await act(dispatcher, second, 'merge', { intoId: first.id, intoVersion: 2, reason: '同一处雨棚' });
    // Whoever was in comes in again, and lands where it goes on.
    expect((await before.get('/p/follow/matter')).statusCode).toBe(303);
    const { body } = await (await enter(second, 'applicant')).get('/p/follow/matter');
    expect(body).toContain(first.code);
    expect(body).toContain('第二个人自己讲的经过');
    for (const word of [says.story, says.request, '甲方王']) expect(body, word).not.toContain(word);
    const other = (await (await enter(first, 'applicant')).get('/p/follow/matter')).body;
    expect(other).toContain(says.story);
    for (const word of ['第二个人自己讲的经过', '并案以前补充的', '丙方孙'])
      expect(other, word).not.toContain(word);
    // A code does not open to the parties of the other matter, though both lead to one.
    const crossed = await visitorOf(program, '203.0.113.80').send('/p/follow', {
      code: second.code,
      secret: first.secrets.applicant ?? '',
    });
    expect(crossed.statusCode).toBe(422);
  });
});

it('shows every page in English, too, without a word of Chinese of its own', async () => {
  const matter = await bring();
  const visitor = await enter(matter, 'respondent', '203.0.113.90', 'en');
  for (const url of [
    '/p/follow/matter/print',
    '/p/follow/information',
    '/p/follow/telling',
    '/p/follow/take-back',
  ]) {
    const { body } = await visitor.get(url);
    expect(body, url).toContain('<html lang="en">');
  }
  expect((await visitor.get('/p/follow/matter')).body).toContain('a matter that concerns you');
});
