import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutgoing, type OutgoingOptions } from './outgoing.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server on the inside, and what reached it. */
async function listen(reply: RequestListener): Promise<{ port: number; reached: IncomingMessage[] }> {
  const reached: IncomingMessage[] = [];
  server = createServer((request, response) => {
    reached.push(request);
    reply(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, reached };
}

const secret: RequestListener = (_request, response) => response.end('inside');
const outgoing = (options: Partial<OutgoingOptions> = {}) => createOutgoing({ allow: [], ...options });
/** A name server that gives one answer after the other. */
const answering = (...answers: string[]) => {
  const asked: string[] = [];
  const lookup = async (host: string) => {
    asked.push(host);
    const address = answers[Math.min(asked.length, answers.length) - 1] ?? '';
    return [{ address, family: address.includes(':') ? 6 : 4 }];
  };
  return { lookup, asked };
};

/** The reason is the cause where the connection was begun. */
async function reasonOf(call: Promise<unknown>): Promise<unknown> {
  const thrown = await call.then(
    () => 'was called',
    (failure: Error) => failure,
  );
  const { reason, cause } = thrown as { reason?: string; cause?: { reason?: string } };
  return reason ?? cause?.reason ?? thrown;
}

describe('an address on the inside', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '①②⑦.⓪.⓪.①',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '169.254.169.254',
    '100.100.100.200',
    '[fd00:ec2::254]',
  ])('is not reached as %s', async (host) => {
    const { port, reached } = await listen(secret);
    const refused: string[] = [];
    const { fetch } = outgoing({ onRefused: (each) => refused.push(each) });
    expect(await reasonOf(fetch(`http://${host}:${port}/`))).toBe('inside');
    expect(refused).toHaveLength(1);
    expect(reached).toHaveLength(0);
  });

  it('is not reached by a name, whether the system or somebody else answers for it', async () => {
    const { port, reached } = await listen(secret);
    expect(await reasonOf(outgoing().fetch(`http://localhost:${port}/`))).toBe('inside');
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      const { lookup } = answering(address);
      expect(await reasonOf(outgoing({ lookup }).fetch(`http://evil.example:${port}/`)), address).toBe(
        'inside',
      );
    }
    expect(reached).toHaveLength(0);
  });

  it('is not reached by a name that has an address outside, too', async () => {
    const { port, reached } = await listen(secret);
    const lookup = async () => [
      { address: '1.1.1.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    expect(await reasonOf(outgoing({ lookup }).fetch(`http://evil.example:${port}/`))).toBe('inside');
    expect(reached).toHaveLength(0);
  });

  it('is not reached by a name that answers otherwise the second time', async () => {
    const { port, reached } = await listen(secret);
    // Nobody answers from the first, which is outside; whoever looked again to connect would be led inside.
    const { lookup, asked } = answering('2000::1', '127.0.0.1');
    const { fetch } = outgoing({ lookup, bounds: { timeInMs: 300 } });
    await expect(fetch(`http://evil.example:${port}/`)).rejects.toThrow();
    expect(asked).toHaveLength(1);
    expect(await reasonOf(fetch(`http://evil.example:${port}/`))).toBe('inside');
    expect(reached).toHaveLength(0);
  });

  it('is connected to as it was checked: a name is asked for once for each connection', async () => {
    const { port, reached } = await listen(secret);
    // First inside and named by the operator, then somewhere that nobody answers from.
    const { lookup, asked } = answering('127.0.0.1', '192.0.2.1');
    const { fetch } = outgoing({ lookup, allow: ['gateway.example'] });
    const answer = await fetch(`http://gateway.example:${port}/`);
    expect(await answer.text()).toBe('inside');
    expect(asked).toEqual(['gateway.example']);
    expect(reached).toHaveLength(1);
  });

  it('is not reached by a redirect', async () => {
    const { port, reached } = await listen((request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: `http://127.0.0.1:${port}/metadata` }).end()
        : response.end('inside'),
    );
    const { lookup } = answering('127.0.0.1');
    const answer = await outgoing({ lookup, allow: ['gateway.example'] }).fetch(
      `http://gateway.example:${port}/`,
    );
    expect(answer.status).toBe(302);
    expect(reached.map(({ url }) => url)).toEqual(['/']);
  });
});

describe('a host that the operator named', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.0.0.1:PORT', true],
    ['127.0.0.1:1', false],
    ['127.0.0.2', false],
    ['localhost', false],
  ])('%s: reached is %s', async (named, isReached) => {
    const { port } = await listen(secret);
    const { fetch } = outgoing({ allow: [named.replace('PORT', String(port))] });
    const text = fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text());
    if (isReached) expect(await text).toBe('inside');
    else expect(await reasonOf(text)).toBe('inside');
  });

  it('opens no way for another name to the same place', async () => {
    const { port, reached } = await listen(secret);
    const { lookup } = answering('127.0.0.1');
    const { fetch } = outgoing({ lookup, allow: ['gateway.example'] });
    await fetch(`http://gateway.example:${port}/`);
    for (const host of ['evil.example', 'gateway.example.evil.example', 'x.gateway.example'])
      expect(await reasonOf(fetch(`http://${host}:${port}/`)), host).toBe('inside');
    expect(reached).toHaveLength(1);
  });
});

describe('what is sent and taken', () => {
  it.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'data:text/plain,x',
    'gopher://example.com/',
    'http://user:password@example.com/',
    '//example.com/',
    'nonsense',
    '',
  ])('%j is no address for it', async (address) => {
    expect(await reasonOf(outgoing().fetch(address))).toBe('address');
  });

  it('carries method, headers and body, from whoever made the request', async () => {
    const { port, reached } = await listen((request, response) => request.pipe(response));
    const { fetch } = outgoing({ allow: ['127.0.0.1'] });
    const order = { method: 'POST', headers: { authorization: 'key 1' }, body: 'text' };
    const url = `http://127.0.0.1:${port}/`;
    for (const answer of [await fetch(url, order), await fetch(new Request(url, order))]) {
      expect(answer).toBeInstanceOf(Response);
      expect(await answer.text()).toBe('text');
    }
    for (const { method, headers } of reached)
      expect([method, headers.authorization, headers['content-length']]).toEqual(['POST', 'key 1', '4']);
  });

  it('ends with the patience, also where the answer drips', async () => {
    const { port } = await listen((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const { fetch } = outgoing({ allow: ['127.0.0.1'], bounds: { timeInMs: 200 } });
    const begun = Date.now();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(Date.now() - begun).toBeLessThan(2000);
  });

  it('is bounded, also where it unpacks to more', async () => {
    const { port } = await listen((request, response) => {
      const large = Buffer.alloc(2 * 1024 * 1024);
      if (request.url === '/packed')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large));
      else response.end(large);
    });
    const { fetch } = outgoing({ allow: ['127.0.0.1'] });
    expect(await reasonOf(fetch(`http://127.0.0.1:${port}/`))).toBe('too-big');
    expect(await reasonOf(fetch(`http://127.0.0.1:${port}/packed`))).toBe('too-big');
  });
});
