import type { LightMyRequestResponse } from 'fastify';
import type { TestProgram } from '#server/testing/test-program.ts';

/** Somebody at a browser without script: keeps cookies, follows what a form says. */
export type Visitor = {
  get(url: string): Promise<LightMyRequestResponse>;
  send(url: string, fields: Record<string, string>): Promise<LightMyRequestResponse>;
  upload(
    url: string,
    fields: Record<string, string>,
    files?: Record<string, Blob>,
  ): Promise<LightMyRequestResponse>;
  /** The hidden fields of the form on a page. */
  hidden(url: string): Promise<Record<string, string>>;
  readonly cookies: Map<string, string>;
};

export function visitorOf(program: TestProgram, address = '203.0.113.7', language = 'zh'): Visitor {
  const cookies = new Map<string, string>();
  const headers = (): Record<string, string> => ({
    host: 'localhost',
    origin: 'http://localhost',
    'accept-language': language,
    ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
  });
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const get = async (url: string) =>
    keep(await program.app.inject({ method: 'GET', url, headers: headers(), remoteAddress: address }));
  return {
    cookies,
    get,
    send: async (url, fields) =>
      keep(
        await program.app.inject({
          method: 'POST',
          url,
          remoteAddress: address,
          headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(fields).toString(),
        }),
      ),
    upload: async (url, fields, files = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const [name, content] of Object.entries(files)) form.append('files', content, name);
      return keep(
        await program.app.inject({
          method: 'POST',
          url,
          remoteAddress: address,
          headers: headers(),
          payload: form,
        }),
      );
    },
    hidden: async (url) => {
      const { body } = await get(url);
      const found = [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
      return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
    },
  };
}
