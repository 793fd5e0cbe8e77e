import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
});
afterAll(() => program?.stop());

const ask = (headers: Record<string, string> = {}) =>
  program.app.inject({
    method: 'GET',
    url: '/api/v1/city',
    headers: { authorization: `Bearer ${clerk.token}`, ...headers },
  });

it('is sent packed to whoever takes it, a quarter as long at most, and says the same', async () => {
  const plain = await ask();
  const packed = await ask({ 'accept-encoding': 'gzip, deflate, br' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.json().units.length).toBeGreaterThan(97);
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['content-length']).toBe(String(packed.rawPayload.length));
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.payload);
  expect(packed.headers.vary).toContain('accept-encoding');
});

it('is not sent again to a browser that has it, until something in the city changes', async () => {
  const { etag = '', ...headers } = (await ask()).headers;
  expect(headers['cache-control']).toBe('private, no-cache');
  const again = await ask({ 'if-none-match': String(etag) });
  expect([again.statusCode, again.payload]).toEqual([304, '']);
  expect((await ask({ 'if-none-match': '"another"' })).statusCode).toBe(200);

  program.services.clock.set(program.services.clock.now().add({ hours: 24 }));
  const nextDay = await ask({ 'if-none-match': String(etag) });
  expect(nextDay.statusCode).toBe(200);
  expect(nextDay.headers.etag).not.toBe(etag);
});

it('refuses a stranger, whatever they have', async () => {
  const { etag = '' } = (await ask()).headers;
  const stranger = await program.app.inject({
    url: '/api/v1/city',
    headers: { 'if-none-match': String(etag) },
  });
  expect([stranger.statusCode, stranger.headers['cache-control']]).toEqual([401, 'no-store']);
});
