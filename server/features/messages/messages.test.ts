import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageView } from '#contract/messages/message.ts';
import { waitAfter } from '#domain/messages/retry.ts';
import type { Delivery, Gateway, OutgoingMessage } from '#server/adapters/messages/gateway.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { startWorking } from '#server/jobs/work.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let stranger: Person;

const monday = '2026-03-02T01:00:00Z';
const housing = unitIdOf('1502', '150204/housing');
const story = '小区顶楼漏水半年，物业一直没有修。';
const body = {
  channel: 'window',
  kind: '15',
  regionCode: '150204001',
  story,
  subject: '物业不修屋面',
  parties: [
    { seat: 'applicant', kind: 'person', name: '王秀兰', phone: '138 0000 0000', toldBy: 'sms' },
    {
      seat: 'respondent',
      kind: 'organisation',
      name: '安居物业',
      phone: '0472-5151234',
      email: 'anju@example.cn',
      toldBy: 'mail',
      toldLanguage: 'en',
    },
    { seat: 'representative', kind: 'person', name: '李律师', phone: '13900000000' },
  ],
};

/** A gateway that keeps what it is given and answers what the test says. */
const got: OutgoingMessage[] = [];
let answer: () => Delivery | Promise<Delivery>;
const gateway: Gateway = {
  async send(message) {
    got.push(message);
    return answer();
  },
};
const away: Delivery = { ok: false, fault: 'gateway-away', isFinal: false };
let services: Services;

beforeAll(async () => {
  program = await createTestProgram();
  services = { ...program.services, gateways: { sms: gateway, mail: gateway } };
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  stranger = await hire(program, '150204/labour', 'handler');
});
afterAll(() => program?.stop());
beforeEach(async () => {
  program.services.clock.set(monday);
  answer = () => ({ ok: true });
  await runJobs(services, { deferred: true });
  got.length = 0;
});

type Matter = { id: string; version: number; code: string };

async function register(parties: object[] = body.parties): Promise<Matter> {
  const { status, body: registered } = await clerk.post('matters', { ...body, parties });
  expect(status, JSON.stringify(registered)).toBe(201);
  return registered.matter;
}

async function act(person: Person, matter: Matter, action: string, fields: object = {}): Promise<Matter> {
  const { status, body: acted } = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(status, JSON.stringify(acted)).toBe(200);
  return acted;
}

async function messages(matter: Matter, reader = clerk): Promise<MessageView[]> {
  const { status, body: file } = await reader.get(`matters/${matter.id}`);
  expect(status, JSON.stringify(file)).toBe(200);
  return file.messages;
}

const states = async (matter: Matter) =>
  (await messages(matter)).map(({ seat, way, template, state }) =>
    [seat.code, way.code, template.code, state.code].join(' '),
  );

describe('what parties are told', () => {
  it('goes from the step to the gateway, to those who chose it, by the way and in the language they chose', async () => {
    let matter = await register();
    expect(await states(matter)).toEqual(['applicant sms registered queued']);
    matter = await act(dispatcher, matter, 'accept');
    matter = await act(dispatcher, matter, 'route', { unitId: housing });
    await act(handler, matter, 'accept-hand-over');
    await runJobs(services);
    expect(await states(matter)).toEqual([
      'respondent mail handling sent',
      'applicant sms handling sent',
      'applicant sms accepted sent',
      'applicant sms registered sent',
    ]);

    const code = `${matter.code.slice(0, 4)}-${matter.code.slice(4, 8)}-${matter.code.slice(8)}`;
    const link = `${services.reachedAt.url}/p/follow`;
    const texts = (to: string) => got.filter((message) => message.to === to).map(({ text }) => text);
    expect(got).toHaveLength(4);
    expect(texts('13800000000')).toHaveLength(3);
    expect(texts('13800000000')).toEqual(
      expect.arrayContaining([
        `您的事项已登记，编号${code}，3月5日周四前告知是否受理。凭编号和查询密码查看进展：${link}`,
        `编号${code}的事项已由青山区综治中心受理，接下来转给有权处理的单位。查看进展：${link}`,
        expect.stringMatching(/^编号.*由.*住房和城乡建设局.*办理，\d+月\d+日周.前办理完毕。/),
      ]),
    );
    expect(texts('anju@example.cn')).toEqual([
      expect.stringMatching(/^Matter .* is being handled by .*, to be done by .*\. Follow it: http/),
    ]);
  });

  it('holds no name, no story, no subject and no secret', async () => {
    const matter = await register();
    await act(dispatcher, matter, 'decline', { reason: '理由写在这里', remedies: ['litigation'] });
    await runJobs(services);
    expect(got).toHaveLength(2);
    const { receipt } = { receipt: (await clerk.get(`matters/${matter.id}/receipt`)).body };
    const all = JSON.stringify(got.map(({ subject, text }) => subject + text));
    const secret = String(receipt.secrets[0].secret);
    for (const word of ['王秀兰', '安居', '漏水', '不修屋面', '理由写在这里', '138', secret]) {
      expect(all).not.toContain(word);
    }
  });

  it('is nothing where nobody chose it, and nothing of the safety flag to anybody', async () => {
    const parties = body.parties.map(({ toldBy: _told, ...party }) => party);
    await act(dispatcher, await register(parties), 'accept');
    const flagged = await register();
    await runJobs(services);
    got.length = 0;
    const flag = { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' };
    const reviewed = await act(clerk, flagged, 'review-safety', { safety: flag, reason: '问过情况。' });
    await act(clerk, reviewed, 'log-step', { kind: 'phone', text: '问过情况。' });
    await runJobs(services);
    expect(got).toEqual([]);
  });

  it('does not name the day of a safety review for the day of a step', async () => {
    const safety = { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' };
    program.services.clock.set('2026-02-13T01:00:00Z');
    const { body: registered } = await clerk.post('matters', { ...body, safety });
    await runJobs(services);
    const due = registered.matter.clocks.map(({ step, dueOn }: { step: { code: string }; dueOn: string }) => [
      step.code,
      dueOn,
    ]);
    // The Spring Festival: seven natural days are over before three working days are.
    expect(due).toEqual([
      ['accept', '2026-02-25'],
      ['safety-review', '2026-02-24'],
    ]);
    expect(got[0]?.text).toContain('2月25日');
  });

  it('is told of history to nobody, and of a step that did not happen to nobody', async () => {
    const matter = await register();
    await runJobs(services);
    const refused = await dispatcher.post(`matters/${matter.id}/actions/close`, { version: 1 });
    expect(refused.status).toBe(409);
    expect(await runJobs(services)).toBe(0);
  });
});

describe('a choice', () => {
  it.each([
    [{ phone: '0472-5151234', toldBy: 'sms' }, 'parties.0.toldBy'],
    [{ toldBy: 'sms' }, 'parties.0.toldBy'],
    [{ toldBy: 'mail' }, 'parties.0.toldBy'],
    [{ email: 'nobody@', toldBy: 'mail' }, 'parties.0.email'],
  ])('needs an address that fits: %j', async (told, field) => {
    const refused = await clerk.post('matters', {
      ...body,
      parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰', ...told }],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((one: { field: string }) => one.field)).toEqual([field]);
  });

  it('is not open to somebody who stays anonymous', async () => {
    const parties = [{ seat: 'applicant', kind: 'anonymous', toldBy: 'sms' }];
    expect((await clerk.post('matters', { ...body, parties })).status).toBe(422);
  });

  it('that was taken back since holds for what still waits', async () => {
    const matter = await register();
    await sql`update hejie.party set told_by = 'none' where matter_id = ${matter.id}::uuid`.execute(
      program.admin.db,
    );
    await runJobs(services);
    expect(got).toEqual([]);
    expect((await messages(matter))[0]).toMatchObject({
      state: { code: 'withheld' },
      fault: { code: 'no-longer-wanted', label: '当事人已改为不需要' },
    });
  });
});

describe('once, whatever happens', () => {
  it('a sender that died after sending has it sent again under the same id, later', async () => {
    const matter = await register();
    const dying: Services = {
      ...services,
      gateways: {
        ...services.gateways,
        sms: {
          async send(message) {
            got.push(message);
            throw new Error('killed');
          },
        },
      },
    };
    await expect(runJobs(dying)).rejects.toThrow('killed');
    // Whoever comes while it may still be under way goes away again.
    await runJobs(services);
    expect(got).toHaveLength(1);
    program.services.clock.set('2026-03-02T01:03:00Z');
    await runJobs(services, { deferred: true });
    expect(got).toHaveLength(2);
    expect(new Set(got.map(({ id }) => id))).toEqual(new Set([(await messages(matter))[0]?.id]));
    expect(await states(matter)).toEqual(['applicant sms registered sent']);
  });

  it('several workers at once send each message once', async () => {
    const now = new Date();
    program.services.clock.set(now.toISOString());
    let underWay = 0;
    let most = 0;
    answer = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 20));
      underWay -= 1;
      return { ok: true };
    };
    const working = await Promise.all([startWorking(services), startWorking(services)]);
    try {
      const made: Matter[] = [];
      for (let count = 0; count < 8; count += 1) made.push(await register());
      await expect.poll(() => got.length, { timeout: 10_000 }).toBe(8);
      for (const matter of made) {
        await expect.poll(() => states(matter)).toEqual(['applicant sms registered sent']);
      }
      expect(new Set(got.map(({ id }) => id)).size).toBe(8);
      expect(most).toBeGreaterThan(1);
    } finally {
      await Promise.all(working.map(({ stop }) => stop()));
    }
  });

  it('a worker that is told to stop finishes what it has begun', async () => {
    program.services.clock.set(new Date().toISOString());
    const working = await startWorking(services);
    let isDone = false;
    answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      isDone = true;
      return { ok: true };
    };
    const matter = await register();
    await expect.poll(() => got.length, { timeout: 10_000 }).toBe(1);
    await working.stop();
    expect(isDone).toBe(true);
    expect(await states(matter)).toEqual(['applicant sms registered sent']);
  });

  it('the same job twice, and two at the same moment, send once', async () => {
    const matter = await register();
    const [{ id: messageId } = { id: '' }] = await messages(matter);
    const { sendMessage } = await import('./send-message.ts');
    const ref = { cityCode: '1502', matterId: matter.id, messageId };
    const open = () => ({ phone: '13800000000' });
    await Promise.all([1, 2, 3].map(() => sendMessage(services, ref, open)));
    await sendMessage(services, ref, open);
    expect(got).toHaveLength(1);
  });

  it('a message whose job was lost is found', async () => {
    const matter = await register();
    await sql`delete from jobs.job`.execute(program.admin.db);
    const sweep = () =>
      program.services.db
        .transaction()
        .execute((trx) =>
          services.jobs.enqueue(trx, { name: 'sweep-messages', payload: { cityCode: '1502' } }),
        );
    await sweep();
    await runJobs(services);
    expect(got).toEqual([]);
    program.services.clock.set('2026-03-02T01:11:00Z');
    await sweep();
    await runJobs(services);
    expect(await states(matter)).toEqual(['applicant sms registered sent']);
  });
});

describe('what does not leave', () => {
  it('is tried again after growing waits, and in the end counts as failed; then it can be sent once more', async () => {
    answer = () => away;
    const matter = await register();
    await runJobs(services);
    let now = services.clock.now();
    for (let attempts = 1; waitAfter(attempts) !== null; attempts += 1) {
      expect(await states(matter)).toEqual(['applicant sms registered queued']);
      const wait = waitAfter(attempts) ?? 0;
      program.services.clock.set(now.add({ seconds: wait - 1 }));
      await runJobs(services, { deferred: true });
      expect(got).toHaveLength(attempts);
      now = now.add({ seconds: wait });
      program.services.clock.set(now);
      await runJobs(services, { deferred: true });
      expect(got).toHaveLength(attempts + 1);
    }
    const [failed] = await messages(matter);
    expect(failed).toMatchObject({ state: { code: 'failed' }, fault: { code: 'gateway-away' } });
    expect(await runJobs(services, { deferred: true })).toBe(0);

    answer = () => ({ ok: true });
    const resend = String(failed?.resendHref);
    const sent = await clerk.post(resend, {});
    expect(sent.body).toMatchObject({ state: { code: 'queued' }, fault: null, resendHref: null });
    // The same request again, before it has left.
    expect((await clerk.post(resend, {})).status).toBe(200);
    await runJobs(services);
    expect(await states(matter)).toEqual(['applicant sms registered sent']);
    expect(new Set(got.map(({ id }) => id)).size).toBe(1);
    expect((await clerk.post(resend, {})).body.code).toBe('wrong-state');
  });

  it('is not tried again where the gateway says no for good', async () => {
    answer = () => ({ ok: false, fault: 'address-refused', isFinal: true });
    const matter = await register();
    await runJobs(services);
    expect(await states(matter)).toEqual(['applicant sms registered failed']);
    expect(await runJobs(services, { deferred: true })).toBe(0);
  });

  it('says so where this way is not set up', async () => {
    const matter = await register();
    const production = { ...services.config, mode: 'production' as const };
    await runJobs({ ...services, config: production, gateways: { sms: null, mail: null } });
    expect((await messages(matter))[0]).toMatchObject({
      state: { code: 'withheld' },
      fault: { code: 'no-gateway' },
      resendHref: expect.stringContaining('/resend'),
    });
  });

  it('is sent again only by whoever has the matter', async () => {
    answer = () => ({ ok: false, fault: 'address-refused', isFinal: true });
    const matter = await register();
    await runJobs(services);
    const [failed] = await messages(matter);
    expect((await stranger.post(String(failed?.resendHref), {})).status).toBe(404);
    const auditor = await hire(program, '1502', 'auditor');
    expect((await auditor.post(String(failed?.resendHref), {})).status).toBe(403);
    const elsewhere = String(failed?.resendHref).replace(/messages\/[^/]+/, `messages/${matter.id}`);
    expect((await clerk.post(elsewhere, {})).status).toBe(404);
  });
});

describe('the database', () => {
  it('keeps no address of a message, and shows a message only where the matter is shown', async () => {
    const matter = await register();
    const { rows } = await sql`select * from hejie.message where matter_id = ${matter.id}::uuid`.execute(
      program.admin.db,
    );
    expect(JSON.stringify(rows)).not.toMatch(/138|anju|王/);
    const { rows: jobs } = await sql`select * from jobs.job where data->>'matterId' = ${matter.id}`.execute(
      program.admin.db,
    );
    expect(jobs).toHaveLength(1);
    expect(Object.keys((jobs[0] as { data: object }).data).sort()).toEqual([
      'cityCode',
      'matterId',
      'messageId',
    ]);
    const { inTransaction } = await import('#server/database/transaction.ts');
    const seen = (person: Person) =>
      inTransaction(services, person.actor, async (trx) => {
        const { rows: some } =
          await sql`select id from hejie.message where matter_id = ${matter.id}::uuid`.execute(trx);
        return some.length;
      });
    expect(await seen(clerk)).toBe(1);
    expect(await seen(stranger)).toBe(0);
    const envelope = inTransaction(services, clerk.actor, async (trx) => {
      const { rows: some } = await sql`select * from hejie.message_envelope('1502', ${matter.id}::uuid,
        (select id from hejie.message where matter_id = ${matter.id}::uuid))`.execute(trx);
      return some.length;
    });
    expect(await envelope).toBe(0);
  });
});
