import { Agent, type IncomingMessage, request as toHttp } from 'node:http';
import { Agent as SecureAgent, request as toHttps } from 'node:https';
import { text } from 'node:stream/consumers';

export type Request = {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a browser sends a form; instead of a body. */
  readonly form?: Readonly<Record<string, string>>;
  readonly expected: number;
};

export type Requests = {
  /** The body of the answer; an answer with another status than the expected one is thrown. */
  send(request: Request): Promise<string>;
  /** The cookies that the answer sets, for systems that one signs in to by a form. */
  cookies(request: Request): Promise<string>;
  /** How many were sent so far. */
  sent(): number;
  close(): void;
};

const patienceInMs = 60_000;
const shownOfFault = 200;

/** Connections that are kept alive, as many as there are lanes. */
export function openRequests(url: string, lanes: number): Requests {
  const base = new URL(url);
  const isSecure = base.protocol === 'https:';
  const options = { keepAlive: true, maxSockets: lanes };
  const agent = isSecure ? new SecureAgent(options) : new Agent(options);
  const root = base.pathname.replace(/\/$/, '');
  let sent = 0;

  function exchange(request: Request, isSecondTry = false): Promise<IncomingMessage> {
    const { path, method = 'GET', headers } = request;
    const { type, payload } = payloadOf(request);
    const content = payload && { 'content-type': type, 'content-length': String(Buffer.byteLength(payload)) };
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const order = (isSecure ? toHttps : toHttp)(
      {
        host: base.hostname,
        port: base.port,
        path: root + path,
        method,
        agent,
        timeout: patienceInMs,
        headers: { accept: 'application/json', ...content, ...headers },
      },
      resolve,
    );
    order.on('timeout', () => order.destroy(new Error(`no answer within ${patienceInMs / 1000} s`)));
    order.on('error', (error: NodeJS.ErrnoException) => {
      // The other end closed a connection that was kept, just as it was taken up again: not a fault of the work.
      const wasJustClosed = order.reusedSocket && error.code === 'ECONNRESET' && !isSecondTry;
      if (wasJustClosed) resolve(exchange(request, true));
      else reject(error);
    });
    order.end(payload);
    return promise;
  }

  async function answered(request: Request): Promise<{ body: string; answer: IncomingMessage }> {
    sent += 1;
    const answer = await exchange(request);
    const body = await text(answer);
    if (answer.statusCode === request.expected) return { body, answer };
    const { method = 'GET', path } = request;
    throw new Error(
      `${method} ${path} was answered with ${answer.statusCode}: ${body.slice(0, shownOfFault)}`,
    );
  }

  return {
    send: async (request) => (await answered(request)).body,
    async cookies(request) {
      const { answer } = await answered(request);
      return (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
    },
    sent: () => sent,
    close: () => agent.destroy(),
  };
}

function payloadOf({ body, form }: Request): { type: string; payload: string } {
  if (form !== undefined) {
    return { type: 'application/x-www-form-urlencoded', payload: String(new URLSearchParams(form)) };
  }
  return { type: 'application/json', payload: body === undefined ? '' : JSON.stringify(body) };
}
