import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '#server/app/features.ts';
import { createApp } from '#server/app/http.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { setPassword } from '#server/features/access/public.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { noticeRoutes } from '../notices.route.ts';
import { routes, tellMissed } from '../public.ts';
import { pagesAtMostPerUser } from './notice-hub.ts';

let program: TestProgram;
let url: string;
/** The same program, but that it asks so often whether a reader may still listen that a test can wait for it. */
let checking: FastifyInstance;
let checkingUrl: string;
let clerk: Person;
let dispatcher: Person;
let handler: Person;
let stranger: Person;
let security: Person;

const housing = unitIdOf('1502', '150204/housing');
const password = 'a long enough password';
/** A machine may be busy; whoever is still listened to is asked anew later than this, so what ends by then ends at once. */
const atOnceMs = 10_000;
const checkedEveryMs = 300;

beforeAll(async () => {
  program = await createTestProgram();
  url = await program.app.listen({ host: '127.0.0.1', port: 0 });
  const others = features.filter((feature) => feature !== routes);
  checking = await createApp(program.services, [
    ...others,
    (services) => noticeRoutes(services, checkedEveryMs),
  ]);
  checkingUrl = await checking.listen({ host: '127.0.0.1', port: 0 });
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/housing', 'handler');
  stranger = await hire(program, '150203/housing', 'handler');
  security = await hire(program, '1502', 'security-admin');
});
afterAll(async () => {
  await checking?.close();
  await program?.stop();
});

/** Reads the events as they come, as a browser would. */
async function listen(headers: Record<string, string>, at = url) {
  const hangUp = new AbortController();
  const response = await fetch(`${at}/api/v1/notices/stream`, { headers, signal: hangUp.signal });
  const heard: string[] = [];
  const reading = (async () => {
    if (response.body === null) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      heard.push(...whole.flatMap((part) => /^event: (\w+)/m.exec(part)?.[1] ?? []));
    }
  })().catch(() => undefined);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    heard,
    /** Resolves when the server has ended it. */
    ended: reading,
    close: () => hangUp.abort(),
  };
}
const as = ({ token, actor }: Person) => ({
  authorization: `Bearer ${token}`,
  'hejie-posting': actor.postingId,
});

const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: atOnceMs, interval: 10 }).toBe(true);
const within = (promise: Promise<void>, ms: number) =>
  Promise.race([
    promise.then(() => 'ended'),
    new Promise<string>((resolve) => setTimeout(() => resolve('still open'), ms)),
  ]);

async function offer(): Promise<void> {
  const { body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年。',
    parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰' }],
  });
  const path = `matters/${body.matter.id}/actions`;
  await dispatcher.post(`${path}/accept`, { version: 1 });
  expect((await dispatcher.post(`${path}/route`, { version: 2, unitId: housing })).status).toBe(200);
}

describe('an open page', () => {
  it('hears at once of what concerns its reader, and others hear nothing', async () => {
    const page = await listen(as(handler));
    const others = [await listen(as(stranger)), await listen(as(dispatcher))];
    expect([page.status, page.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await until(() => page.heard.includes('open'));
    await offer();
    await until(() => page.heard.includes('notice'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(page.heard).toEqual(['open', 'notice']);
    for (const other of others) {
      expect(other.heard).toEqual(['open']);
      other.close();
    }
    page.close();
  });

  it('looks anew when a process starts, whose word of a change may have been lost', async () => {
    const page = await listen(as(stranger));
    await until(() => page.heard.includes('open'));
    tellMissed(program.services);
    await until(() => page.heard.includes('notice'));
    page.close();
  });

  it('hears again after the connection that listens was cut', async () => {
    const page = await listen(as(handler));
    await until(() => page.heard.includes('open'));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`.execute(program.admin.db);
    // Something may have been missed meanwhile, so it looks anew.
    await until(() => page.heard.includes('notice'));
    const before = page.heard.length;
    await offer();
    await until(() => page.heard.length > before);
    page.close();
  });

  it('ends at once when the posting is ended', async () => {
    const leaving = await hire(program, '150204/housing', 'handler', 'leaving');
    const page = await listen(as(leaving));
    await until(() => page.heard.includes('open'));
    const answer = await security.post(`organisation/postings/${leaving.actor.postingId}/actions/end`, {
      version: 1,
    });
    expect(answer.status).toBe(200);
    expect(await within(page.ended, atOnceMs)).toBe('ended');
    expect(page.heard.at(-1)).toBe('end');
    expect((await listen(as(leaving))).status).toBe(403);
  });

  it('ends soon when the posting was ended by another process', async () => {
    const leaving = await hire(program, '150204/housing', 'handler', 'leaving-elsewhere');
    const page = await listen(as(leaving), checkingUrl);
    await until(() => page.heard.includes('open'));
    await sql`update hejie.posting set ended_at = now() where id = ${leaving.actor.postingId}::uuid`.execute(
      program.admin.db,
    );
    expect(await within(page.ended, atOnceMs)).toBe('ended');
  });

  it('ends at once when the account is disabled', async () => {
    const leaving = await hire(program, '150204/housing', 'handler', 'disabled');
    await setUp(leaving);
    const page = await listen(as(leaving));
    await until(() => page.heard.includes('open'));
    const disable = `organisation/accounts/${leaving.actor.userId}/actions/disable`;
    expect((await security.post(disable, {})).status).toBe(200);
    expect(await within(page.ended, atOnceMs)).toBe('ended');
  });

  it('ends soon after the last day of the posting went by', async () => {
    const leaving = await hire(program, '150204/housing', 'handler', 'until-today');
    const page = await listen(as(leaving), checkingUrl);
    await until(() => page.heard.includes('open'));
    await sql`update hejie.posting set until_day = '2026-03-01' where id = ${leaving.actor.postingId}::uuid`.execute(
      program.admin.db,
    );
    expect(await within(page.ended, atOnceMs)).toBe('ended');
  });

  it('ends at once when its reader signs out, and goes on until then', async () => {
    const user = await hire(program, '150204', 'clerk', 'signing-out');
    await setUp(user);
    const cookie = await signIn('signing-out');
    const headers = { cookie, 'hejie-posting': user.actor.postingId };
    const checked = await listen(headers, checkingUrl);
    expect(await within(checked.ended, checkedEveryMs * 3)).toBe('still open');
    checked.close();
    const page = await listen(headers);
    expect(page.status).toBe(200);
    const out = await fetch(`${url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(out.status).toBe(200);
    expect(await within(page.ended, atOnceMs)).toBe('ended');
  });

  it('is one of a few for each colleague', async () => {
    const busy = await hire(program, '150204', 'clerk', 'busy');
    const pages: Awaited<ReturnType<typeof listen>>[] = [];
    for (let count = 0; count < pagesAtMostPerUser; count += 1) pages.push(await listen(as(busy)));
    expect(pages.every(({ status }) => status === 200)).toBe(true);
    expect((await listen(as(busy))).status).toBe(429);
    pages[0]?.close();
    await expect.poll(async () => pages[pages.push(await listen(as(busy))) - 1]?.status).toBe(200);
    for (const page of pages) page.close();
  });
});

it('an open page ends with the program', async () => {
  const page = await listen(as(handler));
  await until(() => page.heard.includes('open'));
  await program.app.close();
  expect(await within(page.ended, atOnceMs)).toBe('ended');
  expect(page.heard.at(-1)).toBe('end');
});

/** An account that signs in with a password, as a colleague does in the browser. */
async function setUp({ actor }: Person): Promise<void> {
  await sql`insert into sign_in.account (id, user_id, account_id, provider_id, password, created_at, updated_at)
    values (gen_random_uuid(), ${actor.userId}::uuid, ${actor.userId}, 'credential', '-', now(), now())`.execute(
    program.admin.db,
  );
  await setPassword(program.services, actor.userId, password);
}

async function signIn(username: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
