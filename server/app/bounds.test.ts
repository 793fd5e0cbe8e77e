import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { FastifyPluginAsync } from 'fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createAddressRate, limitAddresses } from './address-rate.ts';
import { type BodyBounds, boundBodies } from './body-bounds.ts';
import { limitConnections } from './connection-bounds.ts';
import { type Listening, listen } from './listening.fixture.ts';
import { answerMalformedRequest } from './malformed-request.ts';
import { replyWithProblem } from './problem-reply.ts';

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** A program with nothing but the bound that is looked at. */
async function serve(add: (app: FastifyInstance) => void): Promise<Listening> {
  app = Fastify({ forceCloseConnections: true, clientErrorHandler: answerMalformedRequest });
  app.setErrorHandler(replyWithProblem);
  app.decorateRequest('language', 'zh');
  add(app);
  const routes: FastifyPluginAsync = async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser(
      '*',
      { bodyLimit: 50e6 },
      async (_request: unknown, body: NodeJS.ReadableStream) => {
        let size = 0;
        for await (const part of body) size += (part as Buffer).length;
        return size;
      },
    );
    inner.post('/', { bodyLimit: 50e6 }, (request) => String(request.body));
    inner.get('/', () => 'here');
    inner.get('/healthz', () => 'well');
  };
  await app.register(routes);
  return listen(app);
}

const get = (path = '/'): string[] => [`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`];
const post = (length: number, type = 'a/b'): string =>
  `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`;

/** All that a connection hears until it is closed. */
function hear(socket: Socket): { socket: Socket; heard: Promise<string> } {
  let heard = '';
  socket.on('data', (part) => {
    heard += String(part);
  });
  return { socket, heard: once(socket, 'close').then(() => heard) };
}

describe('the rate of an address', () => {
  it('lets a burst pass, then so many a second, and others are not concerned', () => {
    const rate = createAddressRate(5);
    const taken = (address: string, atMs: number, tries: number): number =>
      Array.from({ length: tries }, () => rate.take(address, atMs)).filter((seconds) => seconds === 0).length;
    expect(taken('192.0.2.1', 0, 80)).toBe(50);
    expect(taken('192.0.2.2', 0, 10)).toBe(10);
    expect(taken('192.0.2.1', 1000, 80)).toBe(5);
    expect(rate.take('192.0.2.1', 1000)).toBe(1);
    expect(taken('192.0.2.1', 100_000, 80)).toBe(50);
  });

  it('counts a subscriber of IPv6 once', () => {
    const rate = createAddressRate(1);
    for (let host = 1; host <= 10; host += 1) expect(rate.take(`2001:db8:1:2::${host}`, 0)).toBe(0);
    expect(rate.take('2001:db8:1:2::ff', 0)).toBe(1);
    expect(rate.take('2001:db8:1:3::1', 0)).toBe(0);
  });

  it('remembers no more than it can hold', () => {
    const rate = createAddressRate(1);
    for (let tries = 0; tries < 10; tries += 1) rate.take('192.0.2.1', 0);
    expect(rate.take('192.0.2.1', 0)).toBe(1);
    for (let index = 0; index < 50_000; index += 1)
      rate.take(`2001:db8:${(index >> 8).toString(16)}:${index & 255}::`, 0);
    expect(rate.take('192.0.2.1', 0)).toBe(0);
  });

  it('is said with how long to wait, while health is always told', async () => {
    const wire = await serve((each) => limitAddresses(each, 1));
    const answers = [];
    for (let tries = 0; tries < 14; tries += 1) answers.push(await wire.say(get()));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(10);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.text).toMatch(/retry-after: 1\r\n/);
    expect((await wire.say(get('/healthz'))).status).toBe(200);
  });

  it('has no bound where the operator wants none', async () => {
    const wire = await serve((each) => limitAddresses(each, 0));
    for (let tries = 0; tries < 30; tries += 1) expect((await wire.say(get())).status).toBe(200);
  });
});

describe('connections', () => {
  const bounds = { inAll: 100, perAddress: 3 };

  it('of one address are bounded, and free again when they end', async () => {
    const wire = await serve((each) => limitConnections(each.server, { isBehindProxy: false, bounds }));
    const held = [wire.open(), wire.open(), wire.open()];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    expect((await wire.say(get())).status).toBe(0);
    for (const socket of held) socket.destroy();
    await expect.poll(async () => (await wire.say(get())).status).toBe(200);
  });

  it('of a proxy are for the proxy to bound', async () => {
    const wire = await serve((each) => limitConnections(each.server, { isBehindProxy: true, bounds }));
    const held = Array.from({ length: 10 }, () => wire.open());
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    expect((await wire.say(get())).status).toBe(200);
    for (const socket of held) socket.destroy();
  });
});

describe('a body', () => {
  const bounds: BodyBounds = { windowMs: 300, leastBytes: 500, uploadsPerAddress: 2, uploadBytes: 5e6 };
  const bounded = (more: Partial<BodyBounds> = {}) =>
    serve((each) => boundBodies(each, { ...bounds, ...more }));
  const form = 'multipart/form-data; boundary=x';

  it('that stops or drips is cut off, while one that keeps coming is read to its end', async () => {
    const wire = await bounded();
    expect((await wire.say([post(1000), 'x'])).status).toBe(408);
    const dripping = hear(wire.open());
    dripping.socket.write(post(1e6));
    const drip = setInterval(() => dripping.socket.write('x'), 20);
    expect(await dripping.heard).toContain('"code":"request-timeout"');
    clearInterval(drip);
    const steady = hear(wire.open());
    steady.socket.write(post(20_000));
    for (let sent = 0; sent < 20_000; sent += 1000) {
      steady.socket.write('x'.repeat(1000));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(await steady.heard).toMatch(/200 OK[\s\S]*20000$/);
  });

  it('that says it is longer than the route takes is not begun', async () => {
    const wire = await bounded();
    expect((await wire.say([post(51e6)])).status).toBe(413);
  });

  it('that is longer and does not say so ends at the bound', async () => {
    const wire = await bounded();
    const head = post(0).replace('content-length: 0', 'transfer-encoding: chunked');
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    const answer = await wire.say([head, ...Array.from({ length: 60 }, () => chunk)]);
    expect(answer.status).toBe(413);
  });

  it('as an upload: so many from one address at a time, and so much in all', async () => {
    const wire = await bounded({ windowMs: 5000 });
    const first = wire.open();
    first.write(post(1e6, form));
    const second = wire.open();
    second.write(post(1e6, form));
    await expect.poll(async () => (await wire.say([post(4, form), 'abcd'])).status).toBe(429);
    expect((await wire.say([post(4), 'abcd'])).status).toBe(200);
    first.destroy();
    await expect.poll(async () => (await wire.say([post(4, form), 'abcd'])).status).toBe(200);
    second.write(Buffer.alloc(1e6 - 1));
    const large = wire.open();
    large.write(post(20e6, form));
    large.write(Buffer.alloc(6e6));
    await expect
      .poll(async () => (await wire.say([post(4, form), 'abcd'])).text, { timeout: 5000 })
      .toMatch(/^HTTP\/1\.1 (503|429)/);
    second.destroy();
    await expect.poll(async () => (await wire.say([post(4, form), 'abcd'])).status).toBe(503);
    large.destroy();
    await expect.poll(async () => (await wire.say([post(4, form), 'abcd'])).status).toBe(200);
  });
});
