import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

const metricsToken = 'a-token-for-reading-metrics-0123456789';

let program: TestProgram;
let port: number;
let clerk: Person;

beforeAll(async () => {
  program = await createTestProgram({ config: { metricsToken, mode: 'production' } });
  await program.app.listen({ host: '127.0.0.1', port: 0 });
  port = (program.app.server.address() as AddressInfo).port;
  clerk = await hire(program, '150204', 'clerk');
  const { services } = program;
  const cityCode = services.pack.city.code;
  await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    services.jobs.enqueue(trx, { name: 'prune', payload: { cityCode } }),
  );
});
afterAll(() => program.stop());

/** As a program speaks that may write any Host. */
function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  httpRequest({ host: '127.0.0.1', port, path, headers }, (response) => {
    let body = '';
    response.on('data', (part) => {
      body += part;
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
  })
    .on('error', reject)
    .end();
  return promise;
}

const metrics = async (): Promise<string> => (await ask('/metrics')).body;

describe('/metrics', () => {
  it('counts requests by the pattern of their route, never by their address', async () => {
    const id = program.services.newId();
    await ask(`/api/v1/matters/${id}`, { authorization: `Bearer ${clerk.token}` });
    await ask('/nowhere/13812345678?name=secret');
    const told = await metrics();
    expect(told).toMatch(
      /hejie_requests_total\{route="\/api\/v1\/matters\/:id",method="GET",answer="4xx"\} 1/,
    );
    expect(told).toMatch(/hejie_requests_total\{route="(none|\/\*)",method="GET",answer="4xx"\} 1/);
    expect(told).toMatch(/hejie_request_seconds_count\{route="\/api\/v1\/matters\/:id",method="GET"\} 1/);
    for (const written of [id, '13812345678', 'secret', clerk.token]) expect(told).not.toContain(written);
  });

  it('tells of connections, memory, the event loop and background work', async () => {
    const told = await metrics();
    expect(told).toMatch(/hejie_database_connections\{state="at-most"\} 8/);
    expect(told).toMatch(/hejie_memory_bytes\{part="resident"\} \d{7,}/);
    expect(told).toMatch(/hejie_event_loop_lag_seconds\{quantile="0.99"\} [\d.]+/);
    expect(told).toMatch(/hejie_jobs\{job="send-message",state="failed"\} 0/);
    expect(told).toMatch(/hejie_jobs\{job="prune",state="waiting"\} 1/);
  });

  it('shows the pages that listen, while they do, and leaves them out of the times', async () => {
    const hangUp = new AbortController();
    await fetch(`http://127.0.0.1:${port}/api/v1/notices/stream`, {
      headers: { authorization: `Bearer ${clerk.token}` },
      signal: hangUp.signal,
    });
    const open = 'hejie_requests_open{route="/api/v1/notices/stream"}';
    expect(await metrics()).toContain(`${open} 1`);
    hangUp.abort();
    await expect.poll(metrics).toContain(`${open} 0`);
    expect(await metrics()).not.toMatch(/hejie_request_seconds_count\{route="\/api\/v1\/notices\/stream"/);
  });

  it('is there on this machine and for whoever has the token, and for nobody else', async () => {
    const authorization = `Bearer ${metricsToken}`;
    const public_ = { host: 'hejie.example.gov.cn' };
    const asked: Record<string, string>[] = [
      {},
      public_,
      { 'x-forwarded-for': '203.0.113.9' },
      { forwarded: 'for=203.0.113.9' },
      { ...public_, authorization },
      { ...public_, authorization: `${authorization}x` },
      { ...public_, authorization: `Bearer ${clerk.token}` },
    ];
    const statuses = await Promise.all(asked.map(async (headers) => (await ask('/metrics', headers)).status));
    expect(statuses).toEqual([200, 404, 404, 404, 200, 404, 404]);
  });

  it('without a token is there on this machine only', async () => {
    const bare = await createTestProgram({ config: { mode: 'production' }, features: [] });
    try {
      const answer = await bare.app.inject({
        url: '/metrics',
        headers: { host: 'hejie.example.gov.cn', authorization: 'Bearer null' },
      });
      expect(answer.statusCode).toBe(404);
      const here = await bare.app.inject({ url: '/metrics', headers: { host: 'localhost' } });
      expect(here.statusCode).toBe(200);
    } finally {
      await bare.stop();
    }
  });
});
