import { type AddressInfo, createConnection } from 'node:net';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { pino } from 'pino';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { createApp } from './http.ts';
import { refuse, refuseWith } from './refusal.ts';

const Body = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 5 }),
    count: Type.Optional(Type.Integer({ minimum: 0 })),
    day: Type.Optional(Type.String({ format: 'date' })),
    channel: Type.Optional(Type.Union([Type.Literal('web'), Type.Literal('letter')])),
    parties: Type.Optional(
      Type.Array(
        Type.Union([
          Type.Object({ kind: Type.Literal('person'), phone: Type.String() }),
          Type.Object({ kind: Type.Literal('anonymous') }),
        ]),
        { maxItems: 3 },
      ),
    ),
    free: Type.Optional(Type.Unknown()),
  },
  { examples: [{ name: 'one' }] },
);

/** Routes made to fail in every way, under the real application. */
const trial = (): FastifyPluginAsyncTypebox => async (app) => {
  const open = { config: { policy: 'public' as const } };
  app.post('/trial', { ...open, schema: { body: Body, tags: ['trial'] } }, (request) => request.body);
  app.get(
    '/trial',
    {
      ...open,
      schema: {
        querystring: Type.Object({ limit: Type.Optional(Type.Integer()), q: Type.Optional(Type.String()) }),
      },
    },
    (request) => request.query,
  );
  app.get(
    '/trial/:id',
    { ...open, schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) } },
    () => ({}),
  );
  app.get('/bug', open, () => {
    throw new Error('secret internals');
  });
  app.get('/stale', open, () => refuseWith({ code: 'stale-version' }, { current: { version: 7 } }));
  app.get('/refused', open, () => refuse(403, 'forbidden', { field: 'unit' }));
  app.get('/signed-in', { config: { policy: 'be-posted' } }, () => ({}));
};

let program: TestProgram;
let lines = '';
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines += chunk;
      done();
    },
  });
  program = await createTestProgram({ features: [trial], log: pino({ level: 'info' }, sink) });
});
afterAll(() => program.stop());

type Injected = {
  method?: string;
  url?: string;
  body?: unknown;
  raw?: string | Buffer;
  headers?: Record<string, string>;
};

async function send({ method = 'POST', url = '/api/v1/trial', body, raw, headers = {} }: Injected) {
  const hasBody = body !== undefined || raw !== undefined;
  const answer = await program.app.inject({
    method: method as 'POST',
    url,
    headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(hasBody ? { payload: raw ?? JSON.stringify(body) } : {}),
  });
  return { status: answer.statusCode, headers: answer.headers, json: () => answer.json(), text: answer.body };
}

async function problem(request: Injected) {
  const answer = await send(request);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const document = answer.json();
  expect(document.status).toBe(answer.status);
  expect(document.type).toBe(`urn:hejie:problem:${document.code}`);
  expect(document.title && document.detail).toBeTruthy();
  return { ...document, headers: answer.headers };
}

const fields = (document: { errors?: { field: string }[] }): string[] =>
  (document.errors ?? []).map(({ field }) => field);

describe('what a body holds', () => {
  it('is taken as it is when it is right, also in four-byte characters and lines', async () => {
    const body = { name: '𠮷\n\t野', parties: [{ kind: 'person', phone: '1' }] };
    expect((await send({ body })).json()).toEqual(body);
  });

  it.each([
    [{}, ['name']],
    [{ name: '' }, ['name']],
    [{ name: '123456' }, ['name']],
    [{ name: 5 }, ['name']],
    [{ name: 'a', count: '5' }, ['count']],
    [{ name: 'a', count: 1.5 }, ['count']],
    [{ name: 'a', count: -1 }, ['count']],
    [{ name: 'a', day: '2026-02-30' }, ['day']],
    [{ name: 'a', channel: 'fax' }, ['channel']],
    [{ name: 'a', extra: 1 }, ['extra']],
    [{ name: 'a', parties: [{ kind: 'person' }] }, ['parties.0.phone']],
    [{ name: 'a', parties: [{ kind: 'person', phone: '1', x: 1 }] }, ['parties.0.x']],
    [{ name: 'a', parties: [{ kind: 'robot' }] }, ['parties.0.kind']],
    [{ name: 'a', parties: Array(4).fill({ kind: 'anonymous' }) }, ['parties']],
    [{ count: -1, extra: 1 }, ['name', 'extra', 'count']],
    [[], ['']],
    ['text', ['']],
    [null, ['']],
  ])('%j is refused with its fields', async (body, expected) => {
    const document = await problem({ body });
    expect(document).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(fields(document).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['a control character', { name: 'a\u0000b' }, 'name'],
    ['an escape', { name: 'a', parties: [{ kind: 'person', phone: '\u001b[2J' }] }, 'parties.0.phone'],
    ['a C1 control', { name: '\u0085' }, 'name'],
  ])('%s is refused', async (_what, body, field) => {
    expect(fields(await problem({ body }))).toEqual([field]);
  });

  it('half a character, deep nesting and dangerous names are refused', async () => {
    expect(fields(await problem({ raw: '{"name":"\\ud800"}' }))).toEqual(['name']);
    expect(
      await problem({ raw: `{"name":"a","free":${'['.repeat(50_000)}${']'.repeat(50_000)}}` }),
    ).toMatchObject({ status: 400 });
    expect(fields(await problem({ raw: '{"name":"a","__proto__":{"x":1}}' }))).toEqual(['__proto__']);
    expect(fields(await problem({ raw: '{"name":"a","free":{"constructor":{}}}' }))).toEqual([
      'free.constructor',
    ]);
    expect(await problem({ body: { name: 'a', free: Array(30_000).fill(0) } })).toMatchObject({
      status: 400,
    });
  });

  it.each([
    ['malformed', '{"name":', 'invalid-json', 400],
    ['empty', '', 'invalid-json', 400],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'invalid-text', 400],
    ['too large', `{"name":"${'x'.repeat(1024 * 1024)}"}`, 'body-too-large', 413],
  ])('%s content is refused', async (_what, raw, code, status) => {
    expect(await problem({ raw })).toMatchObject({ code, status });
  });

  it('of another type is refused, also an absent one', async () => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'nonsense']) {
      expect(await problem({ raw: 'x', headers: { 'content-type': type } }), type).toMatchObject({
        status: 415,
      });
    }
    expect(await problem({})).toMatchObject({ status: 400 });
  });
});

describe('what an address holds', () => {
  it('reads numbers from it', async () => {
    expect((await send({ method: 'GET', url: '/api/v1/trial?limit=5' })).json()).toEqual({ limit: 5 });
  });

  it.each([
    ['?limit=x', 'limit'],
    ['?unknown=1', 'unknown'],
    ['?q=%00', 'q'],
    ['/not-a-uuid', 'id'],
  ])('%s is refused with its field', async (rest, field) => {
    const document = await problem({ method: 'GET', url: `/api/v1/trial${rest}` });
    expect(document.status).toBe(400);
    expect(fields(document)).toEqual([field]);
  });

  it('knows what is not there, and what is there under another method', async () => {
    expect(await problem({ method: 'GET', url: '/api/v1/nothing' })).toMatchObject({
      status: 404,
      code: 'unknown-route',
    });
    const wrong = await problem({ method: 'DELETE', url: '/api/v1/trial' });
    expect(wrong).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(wrong.headers.allow).toBe('POST, GET, HEAD');
    expect(await problem({ method: 'GET', url: '/api/v1/%zz' })).toMatchObject({ status: 400 });
  });
});

describe('what goes wrong', () => {
  it('says nothing of its inside, and is recorded under a number', async () => {
    const document = await problem({ method: 'GET', url: '/api/v1/bug?name=张三' });
    expect(document).toMatchObject({ status: 500, code: 'internal-error' });
    expect(JSON.stringify(document)).not.toContain('secret internals');
    const errorId = /[0-9a-f]{8}/.exec(document.detail)?.[0];
    expect(lines).toContain(`"errorId":"${errorId}"`);
  });

  it('is said in the language of the reader', async () => {
    const url = '/api/v1/nothing';
    expect((await problem({ method: 'GET', url })).detail).toBe('没有这个地址。');
    const english = await problem({ method: 'GET', url, headers: { 'accept-language': 'en-GB,en' } });
    expect(english.detail).toBe('There is nothing at this address.');
    expect(english.headers['content-language']).toBe('en');
    const chosen = await problem({
      method: 'GET',
      url,
      headers: { 'accept-language': 'en', cookie: 'hejie_language=zh' },
    });
    expect(chosen.detail).toBe('没有这个地址。');
  });

  it('carries what belongs to it', async () => {
    expect(await problem({ method: 'GET', url: '/api/v1/stale' })).toMatchObject({
      status: 409,
      current: { version: 7 },
    });
    expect(await problem({ method: 'GET', url: '/api/v1/refused' })).toMatchObject({
      status: 403,
      field: 'unit',
    });
  });

  it('asks for a sign-in', async () => {
    const document = await problem({ method: 'GET', url: '/api/v1/signed-in' });
    expect(document).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(document.headers['www-authenticate']).toBe('Bearer');
  });
});

describe('who may ask', () => {
  const url = '/healthz';
  it.each(['evil.example', 'localhost.evil.example', '192.168.0.1', '127.0.0.1.nip.io'])(
    'a foreign host %j is refused',
    async (host) => {
      expect(await problem({ method: 'GET', url, headers: { host } })).toMatchObject({
        status: 421,
        code: 'foreign-host',
      });
    },
  );

  it.each(['localhost:8420', '127.0.0.1:8420', '[::1]:8420'])('%s is this machine', async (host) => {
    expect((await send({ method: 'GET', url, headers: { host } })).status).toBe(200);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'])(
    '%s is refused',
    async (header) => {
      expect(await problem({ method: 'GET', url, headers: { [header]: 'x' } })).toMatchObject({
        status: 400,
        field: header,
      });
    },
  );

  const body = { name: 'a' };
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ cookie: 'hejie.session_token=x' }],
    [{ cookie: 'hejie.session_token=x', origin: 'http://localhost:1' }],
  ])('a change from elsewhere %j is refused', async (headers) => {
    expect(await problem({ body, headers: headers as Record<string, string> })).toMatchObject({
      status: 403,
      code: 'cross-origin',
    });
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://localhost:80', host: 'localhost:80', cookie: 'a=b' }],
    [{ authorization: 'Bearer x', cookie: 'a=b' }],
    [{}],
  ])('a change from here %j is taken', async (headers) => {
    expect((await send({ body, headers: headers as Record<string, string> })).status).toBe(200);
  });
});

describe('every answer', () => {
  it('keeps the browser from foreign content and from guessing', async () => {
    const { headers } = await send({ method: 'GET', url: '/healthz' });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect((await send({ body: { name: 'a' } })).headers['cache-control']).toBe('no-store');
  });

  it('leaves one line without address, query or content', async () => {
    lines = '';
    await send({ method: 'GET', url: '/api/v1/trial?q=13800000000' });
    await send({ body: { name: '张三' } });
    expect(lines).toContain('"route":"/api/v1/trial"');
    expect(lines).not.toMatch(/13800000000|张三/);
  });
});

describe('health', () => {
  it('is ready while the database answers, and says 503 when it does not', async () => {
    expect((await send({ method: 'GET', url: '/readyz' })).status).toBe(200);
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const pool = { query: () => Promise.reject(refused) } as never;
    const app = await createApp({ ...program.services, pool }, []);
    const away = await app.inject({ url: '/readyz' });
    expect(away.statusCode).toBe(503);
    expect(away.headers['retry-after']).toBe('2');
    expect(away.json()).toMatchObject({ code: 'database-away' });
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
    await app.close();
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with security, problems and examples for every operation', async () => {
    const description = (await send({ method: 'GET', url: '/api/openapi.json' })).json();
    expect(description.openapi).toBe('3.1.0');
    const post = description.paths['/api/v1/trial'].post;
    expect(post.requestBody.content['application/json'].schema.additionalProperties).toBe(false);
    expect(JSON.stringify(post.requestBody)).toContain('"name":"one"');
    expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['200', '400', '409', '422', '503']));
    expect(post.responses['400'].content['application/problem+json'].schema).toEqual({
      $ref: '#/components/schemas/Problem',
    });
    expect(description.components.schemas.Problem.title).toBe('Problem');
    expect(post.security).toBeUndefined();
    expect(description.paths['/api/v1/signed-in'].get.security).toEqual([{ token: [] }, { session: [] }]);
    expect(Object.keys(description.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
  });

  it('can be read on a page that the content policy allows', async () => {
    const page = await send({ method: 'GET', url: '/api/docs/' });
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  });
});

it('does not start with a route that nobody is named for', async () => {
  const forgotten = (): FastifyPluginAsyncTypebox => async (app) => {
    app.get('/forgotten', () => ({}));
  };
  await expect(createApp(program.services, [forgotten])).rejects.toThrow(
    '/api/v1/forgotten has no config.policy',
  );
});

it('answers on the wire: what is no HTTP, and the port of another program', async () => {
  const app = await createApp(program.services, []);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const say = async (text: string): Promise<string> => {
    const socket = createConnection(port, '127.0.0.1');
    socket.write(text);
    return (await buffer(socket)).toString();
  };
  expect(await say('GET / HTTP/1.1\r\nnot a header\r\n\r\n')).toContain('"code":"malformed-request"');
  const ask = (host: string) => say(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(await ask(`127.0.0.1:${port}`)).toContain('200 OK');
  expect(await ask(`127.0.0.1:${port + 1}`)).toContain('421');
  await app.close();
});
