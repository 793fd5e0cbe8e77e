import { attackerSocket } from './attacker-socket.ts';
import type { Running, Target } from './target.ts';

export type Shot = {
  /** The request, whole. Called anew for each. */
  readonly request: () => Buffer;
  /** How many are under way at once. */
  readonly lanes: number;
  /** From how many addresses they come. */
  readonly addresses?: number;
};

const patienceInMs = 15_000;

/** One request after another on connections that are kept open, as fast as they are answered; opened anew when closed. */
export function shoot(target: Target, { request, lanes, addresses = 1 }: Shot): Running {
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const sockets = new Set<ReturnType<typeof attackerSocket>>();
  let isOver = false;
  let shots = 0;

  function lane(): void {
    if (isOver) return;
    const socket = attackerSocket(target, shots++ % addresses);
    sockets.add(socket);
    let isAnswered = false;
    const next = (): void => {
      isAnswered = false;
      socket.write(request());
    };
    socket.setTimeout(patienceInMs, () => {
      count('no answer');
      socket.destroy();
    });
    socket.on('connect', next);
    socket.on('data', (part) => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(part.toString('latin1', 0, 12))?.[1];
      if (status === undefined || isAnswered) return;
      isAnswered = true;
      count(status);
      if (isOver) return;
      // What follows of this answer is read before the next one; a new address takes a new connection.
      if (addresses > 1) socket.destroy();
      else setImmediate(next);
    });
    socket.on('close', () => {
      sockets.delete(socket);
      if (!isAnswered) count('closed');
      // A refused connection is tried again, not in a circle without a pause.
      setTimeout(lane, isAnswered ? 0 : 50);
    });
  }
  for (let index = 0; index < lanes; index += 1) lane();
  return {
    stop() {
      isOver = true;
      for (const socket of sockets) socket.destroy();
      return counts;
    },
  };
}

/** A request in bytes, with the length of its body. */
export function httpRequest(
  { url }: Target,
  what: string,
  headers: Record<string, string> = {},
  body: Buffer | string = '',
): Buffer {
  const lines = Object.entries({
    host: new URL(url).host,
    ...(body.length > 0 && { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${what} HTTP/1.1\r\n${lines.join('')}\r\n`), Buffer.from(body)]);
}
