import { afterAll, beforeAll, expect, it } from 'vitest';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
});
afterAll(() => program?.stop());

async function register(story: string, phone: string): Promise<{ id: string; code: string }> {
  const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone, toldBy: 'sms' }];
  const body = { channel: 'window', kind: '15', regionCode: '150204001', story, parties };
  return (await clerk.post('matters', body)).body.matter;
}

async function look(url = '/p/outbox', on = program): Promise<{ status: number; html: string }> {
  const { statusCode, body } = await on.app.inject({ url, headers: { host: 'localhost' } });
  return { status: statusCode, html: body };
}

it('shows what an accepted matter told its applicant, the number masked, and nothing of the story', async () => {
  expect((await look()).html).toContain('还没有消息');
  const { id, code } = await register('顶楼漏水半年。', '13812345678');
  expect((await dispatcher.post(`matters/${id}/actions/accept`, { version: 1 })).status).toBe(200);
  await runJobs(program.services);

  const { status, html } = await look();
  expect(status).toBe(200);
  const inWords = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
  expect(html).toContain(`您的事项已登记，编号${inWords}，`);
  expect(html).toContain(`编号${inWords}的事项已由青山区综治中心受理`);
  const follow = `${program.services.reachedAt.url}/p/follow`;
  expect(html.split(`<a href="${follow}">${follow}</a>`)).toHaveLength(3);
  expect(html.match(/138\*\*\*\*5678/g)).toHaveLength(2);
  expect(html).not.toMatch(/13812345678|王秀兰|漏水/);
});

it('goes on page by page, newest first, each message once', async () => {
  for (let count = 10; count < 35; count += 1) {
    program.services.clock.set(`2026-03-02T02:${count}:00Z`);
    await register('楼道堆物。', `138000000${count}`);
    await runJobs(program.services);
  }
  const seen: string[] = [];
  let url: string | undefined = '/p/outbox';
  while (url !== undefined) {
    const { html } = await look(url);
    seen.push(...[...html.matchAll(/138\*\*\*\*(\d{4})/g)].map(([, end = '']) => end));
    url = /href="(\/p\/outbox\?after=[^"]+)"/.exec(html)?.[1];
  }
  const counted = Array.from({ length: 25 }, (_, index) => `00${34 - index}`);
  expect(seen).toEqual([...counted, '5678', '5678']);
});

it('is refused an address that is none of its own', async () => {
  expect((await look('/p/outbox?after=nonsense')).status).toBe(400);
});

it('is not there in production', async () => {
  const production = await createTestProgram({
    config: { mode: 'production', origin: 'http://localhost' },
  });
  try {
    expect((await look('/p/outbox', production)).status).toBe(404);
  } finally {
    await production.stop();
  }
});
