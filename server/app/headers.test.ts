import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#server/features/access/public.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { createApp } from './http.ts';
import { type Answer, type Listening, listen } from './listening.fixture.ts';

let program: TestProgram;
let wire: Listening;
let clerk: Person;
let matterId: string;
let paperId: string;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰' }];
  const body = { channel: 'window', kind: '15', regionCode: '150204001', story: '顶楼漏水半年。', parties };
  const { matter } = (await clerk.post('matters', body)).body;
  matterId = matter.id;
  wire = await listen(program.app);
  const boundary = 'b';
  const part = (disposition: string, content: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  const form =
    part('name="version"', String(matter.version)) +
    part('name="kind"', 'application') +
    part(`name="files"; filename="it's (a) 页*.txt"`, '<script>alert(1)</script>') +
    `--${boundary}--\r\n`;
  const added = await program.app.inject({
    method: 'POST',
    url: `/api/v1/matters/${matterId}/actions/add-paper`,
    headers: {
      authorization: `Bearer ${clerk.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: form,
  });
  expect(added.statusCode).toBe(200);
  paperId = (await clerk.get(`matters/${matterId}`)).body.papers[0].id;
});
afterAll(() => program?.stop());

const say = (line: string, ...headers: string[]): Promise<Answer> =>
  wire.say([
    `${line} HTTP/1.1\r\n${[`host: 127.0.0.1:${wire.port}`, 'connection: close', ...headers].join('\r\n')}\r\n\r\n`,
  ]);
const bearer = (): string => `authorization: Bearer ${clerk.token}`;

function headersOf({ text }: Answer): Map<string, string> {
  const [head = ''] = text.split('\r\n\r\n', 1);
  return new Map(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
}

describe('every kind of answer', () => {
  const kinds: [string, number, () => Promise<Answer>][] = [
    ['a page of the desk', 200, () => say('GET /queue', 'accept: text/html')],
    ['the interface', 200, () => say('GET /api/v1/matters', bearer())],
    ['its description', 200, () => say('GET /api/openapi.json')],
    ['the page of its description', 200, () => say('GET /api/docs/')],
    ['health', 200, () => say('GET /healthz')],
    ['a page of the public site', 200, () => say('GET /p')],
    ['a redirect', 303, () => say('GET /p/bring/files')],
    ['a file', 200, () => say(`GET /api/v1/matters/${matterId}/papers/${paperId}`, bearer())],
    ['nobody signed in', 401, () => say('GET /api/v1/matters')],
    ['not allowed', 403, () => say('GET /api/v1/audit/openings', bearer())],
    ['not there, on the interface', 404, () => say('GET /api/v1/nothing')],
    ['not there, on the public site', 404, () => say('GET /p/nothing')],
    ['not there, anywhere', 404, () => say('GET /nothing')],
    ['not that way', 405, () => say('DELETE /healthz')],
    ['an address that cannot be read', 400, () => say('GET /api/v1/%zz')],
    ['an address of the public site that cannot be read', 400, () => say('GET /p/%zz')],
    ['too long an address', 431, () => say(`GET /${'x'.repeat(20_000)}`)],
    ['no HTTP', 400, () => wire.say(['nonsense\r\n\r\n'])],
    ['from elsewhere', 403, () => say('POST /p/follow', 'origin: https://evil.example', 'content-length: 0')],
  ];
  it.each(kinds)('%s (%i) keeps the browser within bounds', async (what, status, ask) => {
    const answer = await ask();
    // Where the desk was not built there is no page of it.
    if (what === 'a page of the desk') expect([200, 404]).toContain(answer.status);
    else expect(answer.status).toBe(status);
    const headers = headersOf(answer);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/);
    expect(policy).toMatch(/default-src '(self|none)'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect([...headers.keys()]).not.toContain('x-powered-by');
    expect([...headers.keys()]).not.toContain('server');
    if (what === 'no HTTP' || status === 431) return;
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
  });

  it('of the public site allows no inline style either', async () => {
    expect(headersOf(await say('GET /p')).get('content-security-policy')).not.toContain('unsafe-inline');
  });

  it('in production speaks of HTTPS, on every kind as well', async () => {
    const production = {
      ...program.services.config,
      mode: 'production' as const,
      origin: 'https://hejie.example',
    };
    const app = await createApp({ ...program.services, config: production }, []);
    for (const url of ['/healthz', '/p', '/api/v1/nothing', '/api/v1/%zz'])
      expect((await app.inject({ url })).headers['strict-transport-security'], url).toMatch(
        /^max-age=31536000/,
      );
    await app.close();
  });
});

it('a file leaves as an attachment in a sandbox, of its own kind, and is kept by no cache', async () => {
  const answer = await say(`GET /api/v1/matters/${matterId}/papers/${paperId}`, bearer());
  const headers = headersOf(answer);
  expect(headers.get('content-type')).toMatch(/^text\/plain/);
  expect(headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''it%27s%20%28a%29%20%E9%A1%B5%2A.txt",
  );
  expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect(headers.get('cache-control')).toBe('no-store');
});

it('every cookie, over HTTPS: for us alone, for this site alone, and for no script except the language', async () => {
  const origin = 'https://hejie.example';
  const secure = await createTestProgram({ config: { mode: 'production', origin } });
  try {
    const password = 'four unlikely words indeed';
    await createAccount(secure.services, { username: 'li-mei', password, name: '李梅' });
    const person = await hire(secure, '150204', 'clerk');
    const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰' }];
    const matter = { channel: 'window', kind: '15', regionCode: '150204001', story: '顶楼漏水。', parties };
    const { receipt } = (await person.post('matters', matter)).body;
    const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    const secret = receipt.secrets[0].secret;
    const answers = [
      await secure.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        headers: { origin },
        payload: { username: 'li-mei', password },
      }),
      await secure.app.inject({ url: '/p/language?to=en' }),
      await secure.app.inject({ method: 'POST', url: '/p/bring', headers: form, payload: '' }),
      await secure.app.inject({
        method: 'POST',
        url: '/p/follow',
        headers: form,
        payload: new URLSearchParams({ code: receipt.code, secret }).toString(),
      }),
    ];
    const cookies = answers.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
    const names = cookies.map((cookie) => cookie.split('=', 1)[0]?.replace(/^__(Secure|Host)-/, ''));
    for (const name of ['hejie.session_token', 'hejie_language', 'hejie_bring', 'hejie_party'])
      expect(names).toContain(name);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; SameSite=(Strict|Lax)/i);
      expect(cookie).not.toMatch(/; Domain=/i);
      if (cookie.startsWith('hejie_language=')) continue;
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; Secure/i);
    }
  } finally {
    await secure.stop();
  }
});
