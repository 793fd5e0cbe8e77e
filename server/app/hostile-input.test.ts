import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { type Answer, type Listening, listen } from './listening.fixture.ts';

let program: TestProgram;
let wire: Listening;
let clerk: Person;
let matterId: string;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '138 0000 0000' }];
  const body = { channel: 'window', kind: '15', regionCode: '150204001', story: '顶楼漏水半年。', parties };
  matterId = (await clerk.post('matters', body)).body.matter.id;
  wire = await listen(program.app);
});
afterAll(() => program?.stop());

type Sent = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly isSignedIn?: boolean;
};

function request({
  method = 'GET',
  path,
  headers = {},
  body,
  isSignedIn = false,
}: Sent): (string | Buffer)[] {
  const lines = {
    host: `127.0.0.1:${wire.port}`,
    connection: 'close',
    ...(isSignedIn && { authorization: `Bearer ${clerk.token}` }),
    ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  return [
    `${method} ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`,
    ...(body === undefined ? [] : [body]),
  ];
}

/** The attack is answered within its bound, and so is everybody else meanwhile. */
async function attack(pieces: readonly (string | Buffer)[], patienceMs = 5000): Promise<Answer> {
  const [answer, health] = await Promise.all([
    wire.say(pieces, patienceMs),
    wire.say(request({ path: '/healthz' })),
  ]);
  expect(health.status).toBe(200);
  expect(answer.text).not.toMatch(/root:|internal-error|node_modules|at \w+ \(/);
  return answer;
}

const isRefused = (answer: Answer): boolean => answer.status >= 400 && answer.status < 500;
const json = (body: string | Buffer, more: Partial<Sent> = {}): Sent => ({
  method: 'POST',
  path: '/api/v1/matters',
  isSignedIn: true,
  body,
  ...more,
  headers: { 'content-type': 'application/json', ...more.headers },
});

describe('an address', () => {
  it.each([
    '/../../../etc/passwd',
    '/assets/../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/..%c0%af..%c0%afpackage.json',
    '/assets/%252e%252e%252fpackage.json',
    '/assets/x%00.js',
    '/assets/CON',
    '/assets/C:%5cwindows%5cwin.ini',
    '/.git/config',
    '/.env',
    '/data/master.key',
    '//evil.example/..',
    '/p/assets/..%2f..%2fportal.ts',
    '/p/assets/__proto__',
    '/p/../api/v1/matters',
    '/api/docs/static/..%2f..%2f..%2fpackage.json',
    '/api/v1/matters/..%2f..%2forganisation',
    '/api/v1/matters/%00',
    '/api/v1/matters/%ff',
    '/api/v1/matters/%zz',
    '/%',
    '*',
    'http://evil.example/healthz',
    `/api/v1/${'x/'.repeat(4000)}`,
  ])('%s leads nowhere', async (path) => {
    expect(await attack(request({ path }))).toSatisfy(isRefused);
  });

  it('that is longer than a head may be ends the connection', async () => {
    expect((await attack(request({ path: `/${'x'.repeat(20_000)}` }))).status).toBe(431);
  });

  it('with thousands of parameters is read quickly, whatever they are called', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `a${index}`).join('&');
    for (const query of [
      many,
      'a&'.repeat(7000),
      'a[]=1&'.repeat(2000),
      '__proto__=1&constructor=2',
      '%00=1',
    ]) {
      const api = await attack(request({ path: `/api/v1/matters?${query}`, isSignedIn: true }));
      expect(api).toSatisfy(isRefused);
      const portal = await attack(request({ path: `/p/clock?${query}` }));
      expect(portal.status).toBeLessThan(500);
      expect(Math.max(api.ms, portal.ms)).toBeLessThan(2000);
    }
  });
});

describe('a body', () => {
  const deep = (open: string, close: string): string =>
    `{"story":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
  it.each<[string, Sent]>([
    ['deep in lists', json(deep('[', ']'))],
    ['deep in objects', json(deep('{"a":', '}'))],
    ['wide', json(`{"story":[${'0,'.repeat(400_000)}0]}`)],
    ['of very many names', json(`{${Array.from({ length: 60_000 }, (_, i) => `"a${i}":1`).join(',')}}`)],
    ['that says a name twice', json('{"kind":"15","kind":"16"}')],
    ['that says a name twice inside', json('{"parties":[{"name":"a","name":"b"}]}')],
    ['with a prototype', json('{"__proto__":{"isAdmin":true}}')],
    ['with a prototype inside', json('{"parties":[{"constructor":{"prototype":{}}}]}')],
    ['with a prototype by another spelling', json('{"\\u005f_proto__":{}}')],
    ['with half a character', json('{"story":"\\ud800"}')],
    ['with a zero', json('{"story":"\\u0000"}')],
    ['with enormous numbers', json(`{"version":${'9'.repeat(100_000)}}`)],
    ['that is none', json('')],
    ['that is cut off', json('{"story":"')],
    ['in UTF-16', json(Buffer.from('{}', 'utf16le'))],
    ['that is too large', json(`{"story":"${'x'.repeat(2 * 1024 * 1024)}"}`)],
    ['packed', json(gzipSync('{}'), { headers: { 'content-encoding': 'gzip' } })],
    ['packed twice', json(gzipSync(gzipSync('{}')), { headers: { 'content-encoding': 'gzip, gzip' } })],
    ['packed by a way nobody knows', json('{}', { headers: { 'content-encoding': 'x' } })],
    ['of another kind', json('<a/>', { headers: { 'content-type': 'application/xml' } })],
    ['of a form', json('a=1', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
    ['of no kind', json('{}', { headers: { 'content-type': '' } })],
    [
      'of a kind that is hardly one',
      json('{}', { headers: { 'content-type': 'application/json; charset=\0' } }),
    ],
    ['of a kind with a long tail', json('{}', { headers: { 'content-type': `a/${' ;'.repeat(5000)}` } })],
  ])('%s is refused', async (_what, sent) => {
    const answer = await attack(request(sent));
    expect(answer).toSatisfy(isRefused);
    expect(answer.ms).toBeLessThan(3000);
  });

  it('without an end is cut off at its bound', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const endless = request(json('', { headers: { 'transfer-encoding': 'chunked' } }))
      .map(String)
      .join('')
      .replace('content-length: 0\r\n', '');
    const answer = await attack([endless, ...Array.from({ length: 40 }, () => chunk)]);
    expect(answer.status).toBe(413);
  });

  it('of a form on the public site meets the same bounds', async () => {
    const form = (body: string, type = 'application/x-www-form-urlencoded'): Sent => ({
      method: 'POST',
      path: '/p/follow',
      headers: { 'content-type': type, origin: `http://127.0.0.1:${wire.port}` },
      body,
    });
    for (const [body, most] of [
      ['a='.repeat(600_000), 1],
      ['code=x&'.repeat(100_000), 0],
      [Array.from({ length: 100_000 }, (_, index) => `a${index}=`).join('&'), 0],
      ['__proto__=1&constructor=1&code[]=1', 0],
      ['%'.repeat(100_000), 0],
    ] as const) {
      const answer = await attack(request(form(body)));
      expect(answer.status).toBeLessThan(500);
      if (most === 1) expect(answer.status).toBe(413);
      expect(answer.ms).toBeLessThan(3000);
    }
    expect((await attack(request(form('{}', 'application/json')))).status).toBe(415);
  });
});

describe('a file', () => {
  const boundary = 'x-boundary';
  const part = (disposition: string, content: string | Buffer = 'text'): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const fields = [part('name="version"', '1'), part('name="kind"', 'application')];
  const upload = (
    parts: readonly Buffer[],
    end = `--${boundary}--\r\n`,
    more: Record<string, string> = {},
  ): Sent => ({
    method: 'POST',
    path: `/api/v1/matters/${matterId}/actions/add-paper`,
    isSignedIn: true,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...more },
    body: Buffer.concat([...parts, Buffer.from(end)]),
  });
  const named = (name: string): Buffer => part(`name="files"; filename="${name}"`);

  it.each([
    '..',
    '../..',
    'x.txt/..',
    '../../../../etc/passwd',
    'CON',
    'x.exe',
    'x.txt\u0000.exe',
    '.htaccess',
    `${'x'.repeat(250)}.txt`,
    'x.html',
    'x.svg',
    '',
  ])('called %j is refused', async (name) => {
    expect(await attack(request(upload([...fields, named(name)])))).toSatisfy(isRefused);
  });

  it.each(['../../../evil.txt', 'C:\\windows\\evil.txt', '..%2f..%2fevil.txt', '/etc/evil.txt'])(
    'called %j is kept under the last part of its name at most, and never under it on the disk',
    async (name) => {
      const before = (await clerk.get(`matters/${matterId}`)).body;
      const versioned = [part('name="version"', String(before.version)), part('name="kind"', 'application')];
      const answer = await attack(request(upload([...versioned, named(name.replaceAll('\\', '\\\\'))])));
      expect(answer.status).toBe(200);
      const { papers } = (await clerk.get(`matters/${matterId}`)).body;
      expect(papers.at(-1).name).toMatch(/^(\.\.%2f\.\.%2f)?evil\.txt$/);
    },
  );

  it.each<[string, () => Sent]>([
    [
      'thousands of parts',
      () => upload(Array.from({ length: 5000 }, (_, index) => part(`name="a${index}"`, ''))),
    ],
    ['thousands of files', () => upload([...fields, ...Array.from({ length: 2000 }, () => named('x.txt'))])],
    ['thousands of lines before a part', () => upload([part(`name="a"\r\n${'x: y\r\n'.repeat(5000)}`)])],
    ['a field that is long', () => upload([part('name="kind"', 'x'.repeat(500_000))])],
    [
      'a file that is too large',
      () => upload([...fields, part('name="files"; filename="x.txt"', Buffer.alloc(21e6, 'x'))]),
    ],
    ['fields called as prototypes', () => upload([part('name="__proto__"'), part('name="constructor"')])],
    ['no end', () => upload([...fields, named('x.txt')], '')],
    ['another boundary than it says', () => upload([], '--other\r\n\r\n--other--\r\n')],
    ['no boundary', () => upload(fields, '', { 'content-type': 'multipart/form-data' })],
    [
      'an endless boundary',
      () => upload(fields, '', { 'content-type': `multipart/form-data; boundary=${'-'.repeat(9000)}` }),
    ],
    ['nothing', () => upload([])],
    [
      'more than the route takes, as it says itself',
      () => upload(fields, '', { 'content-length': '999999999999' }),
    ],
    ['packed parts', () => upload([...fields, named('x.txt')], undefined, { 'content-encoding': 'gzip' })],
  ])('in an upload with %s is refused', async (_what, sent) => {
    const answer = await attack(request(sent()), 10_000);
    expect(answer).toSatisfy(isRefused);
    expect(answer.ms).toBeLessThan(5000);
  });
});

describe('a head', () => {
  const raw = (text: string): string[] => [text.replace('HOST', `host: 127.0.0.1:${wire.port}`)];
  it.each<[string, string, number]>([
    ['with very many lines', `GET /healthz HTTP/1.1\r\nHOST\r\n${'x: y\r\n'.repeat(5000)}\r\n`, 431],
    ['with one long line', `GET /healthz HTTP/1.1\r\nHOST\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'with both lengths',
      'POST /p/follow HTTP/1.1\r\nHOST\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'with two lengths',
      'POST /p/follow HTTP/1.1\r\nHOST\r\ncontent-length: 0\r\ncontent-length: 4\r\n\r\nGET ',
      400,
    ],
    ['with a length that is none', 'POST /p/follow HTTP/1.1\r\nHOST\r\ncontent-length: +4\r\n\r\nabcd', 400],
    [
      'with a hidden encoding',
      'POST /p/follow HTTP/1.1\r\nHOST\r\ntransfer-encoding: xchunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'with an encoding before a space',
      'POST /p/follow HTTP/1.1\r\nHOST\r\ntransfer-encoding : chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['with a folded line', 'GET /healthz HTTP/1.1\r\nHOST\r\nx: y\r\n z\r\n\r\n', 400],
    ['with a zero in a line', 'GET /healthz HTTP/1.1\r\nHOST\r\nx: y\0z\r\n\r\n', 400],
    ['with bare line ends', 'POST /p/follow HTTP/1.1\nHOST\ntransfer-encoding: chunked\n\n0\n\n', 400],
    [
      'with a bad chunk',
      'POST /p/follow HTTP/1.1\r\nHOST\r\ntransfer-encoding: chunked\r\n\r\n0x4\r\nabcd\r\n0\r\n\r\n',
      400,
    ],
    ['without a host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
    ['with two hosts', 'GET /healthz HTTP/1.1\r\nHOST\r\nhost: evil.example\r\n\r\n', 400],
    ['of no known method', 'EVIL /healthz HTTP/1.1\r\nHOST\r\n\r\n', 400],
    ['of another protocol', 'GET /healthz HTTP/9.9\r\nHOST\r\n\r\n', 400],
    ['of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ])('%s is refused', async (_what, text, status) => {
    const answer = await attack(raw(text));
    expect([status, 400, 431]).toContain(answer.status);
    expect(answer.text.match(/^HTTP\/1\.1/gm)).toHaveLength(1);
  });

  it('does not change the method by another name', async () => {
    for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const answer = await attack(
        request({ path: `/api/v1/matters/${matterId}`, isSignedIn: true, headers: { [header]: 'DELETE' } }),
      );
      expect(answer.status).toBe(200);
      expect(
        await attack(
          request(json('{}', { path: `/api/v1/matters/${matterId}`, headers: { [header]: 'GET' } })),
        ),
      ).toSatisfy(isRefused);
    }
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'SEARCH', 'PURGE', 'DELETE'])('%s is not done', async (method) => {
    const answer = await attack(request({ method, path: '/healthz', isSignedIn: true }));
    // CONNECT is hung up on without a word.
    expect(answer.status === 0 || isRefused(answer)).toBe(true);
  });
});
