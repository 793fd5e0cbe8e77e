import { randomUUID } from 'node:crypto';
import { openConnection } from './connection.ts';

/** Sends JSON as the desk does, each change under a key of its own; an answer other than the expected one is thrown. */
export type Client = {
  get(path: string, token: string): Promise<string>;
  /** A page as a browser asks for it, with its cookie. */
  page(path: string, cookie: string): Promise<string>;
  post(path: string, token: string, body: unknown, expected: number): Promise<string>;
  close(): void;
};

/** Keeps a connection open for each request that is under way at once. */
export function openClient(url: string): Client {
  const { hostname, port, host } = new URL(url);
  const all: ReturnType<typeof openConnection>[] = [];
  const free: typeof all = [];
  function connection() {
    let one = free.pop();
    while (one !== undefined && !one.isOpen()) one = free.pop();
    one ??= openConnection(hostname, Number(port));
    if (!all.includes(one)) all.push(one);
    return one;
  }

  function send(what: string, token: string, payload: string, expected: number): Promise<string> {
    const content =
      payload === ''
        ? ''
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n` +
          `idempotency-key: ${randomUUID()}\r\n`;
    return exchange(what, `authorization: Bearer ${token}\r\n${content}`, payload, expected);
  }

  async function exchange(what: string, headers: string, payload: string, expected: number): Promise<string> {
    const one = connection();
    const { status, body } = await one.send(`${what} HTTP/1.1\r\nhost: ${host}\r\n${headers}\r\n${payload}`);
    free.push(one);
    if (status !== expected) throw new Error(`${what} was answered with ${status}: ${body}`);
    return body.toString('utf8');
  }

  return {
    get: (path, token) => send(`GET ${path}`, token, '', 200),
    page: (path, cookie) =>
      exchange(`GET ${path}`, `accept: text/html\r\n${cookie && `cookie: ${cookie}\r\n`}`, '', 200),
    post: (path, token, body, expected) => send(`POST ${path}`, token, JSON.stringify(body), expected),
    close: () => {
      for (const one of all) one.close();
    },
  };
}
