import type { LightMyRequestResponse } from 'fastify';
import type { TestProgram } from './test-program.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back, and says what it must be.
type Body = any;
export type BrowserAnswer = {
  readonly status: number;
  readonly body: Body;
  readonly headers: LightMyRequestResponse['headers'];
};

/** Somebody at a browser: cookies are kept and sent as one would, and requests come from our own pages. */
export type Browser = {
  get(url: string): Promise<BrowserAnswer>;
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<BrowserAnswer>;
  /** What the cookie jar would send. */
  cookie(): string;
};

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export function openBrowser(
  { app, services }: TestProgram,
  { userAgent = firefox, address = '127.0.0.1' } = {},
): Browser {
  const jar = new Map<string, string>();
  const host = services.config.origin === null ? 'localhost' : new URL(services.config.origin).host;
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function call(
    method: 'GET' | 'POST',
    url: string,
    payload?: unknown,
    more: Record<string, string> = {},
  ): Promise<BrowserAnswer> {
    const headers = {
      host,
      'user-agent': userAgent,
      'sec-fetch-site': 'same-origin',
      ...(jar.size > 0 ? { cookie: cookie() } : {}),
      ...more,
    };
    const answer = await app.inject({
      remoteAddress: address,
      method,
      url: url.startsWith('/') ? url : `/api/v1/${url}`,
      headers,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0 || value === '') jar.delete(name);
      else jar.set(name, encodeURIComponent(value));
    }
    const isJson = /json/.test(String(answer.headers['content-type']));
    return { status: answer.statusCode, body: isJson ? answer.json() : null, headers: answer.headers };
  }
  return {
    get: (url) => call('GET', url),
    post: (url, body = {}, headers) => call('POST', url, body, headers),
    cookie,
  };
}
