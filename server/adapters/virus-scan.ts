import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Where clamd listens. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** What the scanner says; `away`: nothing, so nobody knows, and the file must not be taken. */
export type Verdict =
  | { readonly is: 'clean' }
  | { readonly is: 'infected'; readonly signature: string }
  | { readonly is: 'away' };

export type VirusScan = {
  scan(content: Uint8Array): Promise<Verdict>;
  /** Whether it answers at all. */
  isThere(): Promise<boolean>;
};

export type ScanPatience = {
  /** For one try, from connecting to the verdict. */
  readonly tryInMs: number;
  /** Rests before the tries after the first: clamd stands still for some seconds while it loads new signatures. */
  readonly restsInMs: readonly number[];
  /** So long after it did not answer it is not asked: ten files do not wait ten times. */
  readonly restAfterInMs: number;
};

const usualPatience: ScanPatience = { tryInMs: 20_000, restsInMs: [1000, 4000], restAfterInMs: 5000 };

const chunkBytes = 64 * 1024;
const replyAtMostBytes = 4096;

/** Speaks to clamd in its own protocol: `INSTREAM`, then the file in pieces, each behind its length, then a zero. */
export function createVirusScan(where: ScannerAddress, patience: ScanPatience = usualPatience): VirusScan {
  let notBefore = 0;
  return {
    async scan(content) {
      if (performance.now() < notBefore) return { is: 'away' };
      for (const rest of [0, ...patience.restsInMs]) {
        if (rest > 0) await wait(rest);
        const verdict = verdictOf(await ask(where, patience.tryInMs, 'INSTREAM', content));
        if (verdict.is !== 'away') return verdict;
      }
      notBefore = performance.now() + patience.restAfterInMs;
      return { is: 'away' };
    },
    isThere: async () => (await ask(where, 2000, 'PING')) === 'PONG',
  };
}

function verdictOf(reply: string): Verdict {
  if (reply === 'stream: OK') return { is: 'clean' };
  const [, found] = /^stream: (.{1,200}) FOUND$/.exec(reply) ?? [];
  if (found !== undefined) return { is: 'infected', signature: found.replace(/[^\w.:/-]/g, '?') };
  // Too large for clamd's own limit, or an error of its own: it has not looked, so it has not said that the file is clean.
  return { is: 'away' };
}

/** One command and its answer; empty where there is none. */
async function ask(
  where: ScannerAddress,
  patienceInMs: number,
  command: string,
  content?: Uint8Array,
): Promise<string> {
  const socket = createConnection(where);
  const end = setTimeout(() => socket.destroy(), patienceInMs);
  const reply = readReply(socket);
  try {
    await once(socket, 'connect');
    socket.write(`z${command}\0`);
    if (content !== undefined) await sendContent(socket, content);
    return await reply;
  } catch {
    return '';
  } finally {
    clearTimeout(end);
    socket.destroy();
  }
}

async function sendContent(socket: Socket, content: Uint8Array): Promise<void> {
  const length = (bytes: number): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes);
    return head;
  };
  for (let from = 0; from < content.length; from += chunkBytes) {
    const piece = content.subarray(from, from + chunkBytes);
    socket.write(length(piece.length));
    // It may have heard enough and hung up; what it said is read all the same.
    if (!socket.write(piece) && !socket.destroyed)
      await Promise.race([once(socket, 'drain'), closed(socket)]);
    if (socket.destroyed) return;
  }
  socket.write(length(0));
}

/** What comes until the zero that ends it, or until the connection ends. */
function readReply(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const done = (): void => resolve(got.split('\0', 1)[0]?.trim() ?? '');
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      got += String(part);
      if (got.includes('\0') || got.length > replyAtMostBytes) done();
    });
    socket.on('error', done);
    socket.on('close', done);
  });
}

async function closed(socket: Socket): Promise<void> {
  await once(socket, 'close').catch(() => undefined);
}
