import type { LightMyRequestResponse } from 'fastify';
import type { TestProgram } from '#server/testing/test-program.ts';

type Page = {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
  readonly headers: LightMyRequestResponse['headers'];
};
type Upload = { readonly files?: readonly [string, Buffer][]; readonly go?: string };
type Ticket = { readonly code: string; readonly secret: string };
type Walk = (visit: Visit, last: string, answers: Record<string, Record<string, string>>) => Promise<void>;

/** One browser without script on the way of bringing a matter. */
export type Visit = {
  readonly setCookies: string[];
  readonly addresses: string[];
  begin(): Promise<Page>;
  get(name: string): Promise<Page>;
  answer(name: string, values: Record<string, string>): Promise<Page>;
  upload(form: Upload): Promise<Page>;
  /** The browser has this cookie already. */
  adopt(cookie: string): void;
  /** The browser loses its cookies. */
  forget(): Promise<void>;
  ticket(): Promise<Ticket>;
  /** Sends from the page of the answers. */
  finish(): Promise<Ticket>;
  sendAs(who: 'self' | 'other' | 'anonymous', walk: Walk): Promise<Ticket>;
};

export function startVisit({ app }: TestProgram, ip = '127.0.0.1'): Visit {
  const cookies = new Map<string, string>();
  const setCookies: string[] = [];
  const addresses: string[] = [];

  async function call(
    method: 'GET' | 'POST',
    url: string,
    content?: { type: string; payload: string | Buffer },
  ): Promise<Page> {
    addresses.push(url);
    const answer = await app.inject({
      method,
      url,
      remoteAddress: ip,
      headers: {
        host: 'localhost',
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(method === 'POST' && { origin: 'http://localhost' }),
        ...(content && { 'content-type': content.type }),
      },
      ...(content && { payload: content.payload }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const { location } = answer.headers;
    if (typeof location === 'string') addresses.push(location);
    return {
      status: answer.statusCode,
      location: typeof location === 'string' ? location : undefined,
      text: answer.body,
      headers: answer.headers,
    };
  }

  const post = (url: string, values: Record<string, string>): Promise<Page> =>
    call('POST', url, {
      type: 'application/x-www-form-urlencoded',
      payload: new URLSearchParams(values).toString(),
    });

  const visit: Visit = {
    setCookies,
    addresses,
    begin: () => post('/p/bring', {}),
    get: (name) => call('GET', name.startsWith('?') || name === '' ? `/p/bring${name}` : `/p/bring/${name}`),
    answer: (name, values) => post(`/p/bring/${name}`, values),
    upload({ files = [], go = '' }) {
      const boundary = 'parts-of-a-form';
      const pieces = [
        ...(go === '' ? [] : [part(boundary, 'name="go"', Buffer.from(go))]),
        // A browser sends an empty file field too.
        ...(files.length === 0 ? [part(boundary, 'name="files"; filename=""', Buffer.alloc(0))] : []),
        ...files.map(([name, content]) =>
          part(boundary, `name="files"; filename="${name.replaceAll('"', '%22')}"`, content),
        ),
        Buffer.from(`--${boundary}--\r\n`),
      ];
      return call('POST', '/p/bring/files', {
        type: `multipart/form-data; boundary=${boundary}`,
        payload: Buffer.concat(pieces),
      });
    },
    adopt(cookie) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    },
    async forget() {
      cookies.clear();
    },
    async ticket() {
      const { text } = await visit.get('done');
      const [code = '', secret = ''] = [...text.matchAll(/ticket-code code">([^<]+)</g)].map(([, shown]) =>
        String(shown),
      );
      return { code: code.replace(/\W/g, ''), secret };
    },
    async finish() {
      await visit.answer('check', {});
      return visit.ticket();
    },
    async sendAs(who, walk) {
      await visit.begin();
      if (who === 'anonymous') {
        const pages: [string, Record<string, string>][] = [
          ['story', { story: '楼道里堆满杂物，消防通道走不通。' }],
          ['kind', { kind: '02' }],
          ['county', { county: '1502' }],
          ['centre', { centre: '1502' }],
          ['who', { who }],
          ['other-side', { otherKind: 'unknown', otherName: '' }],
          ['request', { request: '' }],
        ];
        for (const [name, values] of pages) await visit.answer(name, values);
        await visit.upload({});
      } else
        await walk(visit, '', { who: { who }, contact: { represented: who === 'other' ? '李示例' : '' } });
      return visit.finish();
    },
  };
  return visit;
}

function part(boundary: string, disposition: string, content: Buffer): Buffer {
  const isFile = disposition.includes('filename');
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${isFile ? 'content-type: application/octet-stream\r\n' : ''}\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ]);
}
