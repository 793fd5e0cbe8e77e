import { createServer, type Server, type Socket } from 'node:net';
import type { ScannerAddress } from './virus-scan.ts';

/**
 * A server of the test's own that speaks as clamd does (its manual, "COMMANDS"): a command behind `z` ends with a zero, and
 * so does the answer; INSTREAM is followed by pieces behind their length in four bytes, and a length of zero. It knows one
 * virus, the one that all scanners know, and refuses more than its StreamMaxLength.
 */
export type TestScanner = {
  readonly address: ScannerAddress;
  /** How many files it was asked about. */
  readonly asked: () => number;
  close(): Promise<void>;
};

/** In two pieces, so that no scanner takes this file for the virus that is none (eicar.org). */
export const eicar = Buffer.from(
  `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`,
  'latin1',
);

export type ScannerBehaviour = {
  readonly streamMaxLength?: number;
  /** Answers nothing to so many of the first files: it is loading signatures. */
  readonly silentFor?: number;
  readonly path?: string;
};

export async function startTestScanner({
  streamMaxLength = 25 * 1024 * 1024,
  silentFor = 0,
  path,
}: ScannerBehaviour = {}): Promise<TestScanner> {
  let asked = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let got = Buffer.alloc(0);
    const answer = (text: string): void => void socket.end(`${text}\0`);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (part) => {
      got = Buffer.concat([got, part]);
      const end = got.indexOf(0);
      const command = end === -1 ? '' : got.subarray(0, end).toString('latin1');
      if (command === '') return;
      if (command === 'zPING') return answer('PONG');
      if (command !== 'zINSTREAM') return answer('UNKNOWN COMMAND');
      const stream = readPieces(got.subarray(end + 1), streamMaxLength);
      if (stream === 'not yet') return;
      asked += 1;
      if (asked <= silentFor) return void socket.destroy();
      if (stream === 'too long') return answer('INSTREAM size limit exceeded. ERROR');
      answer(stream.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
    });
  });
  await new Promise<void>((resolve) =>
    path === undefined ? server.listen(0, '127.0.0.1', resolve) : server.listen(path, resolve),
  );
  const at = server.address();
  return {
    address:
      typeof at === 'object' && at !== null ? { host: '127.0.0.1', port: at.port } : { path: path ?? '' },
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function readPieces(bytes: Buffer, most: number): Buffer | 'not yet' | 'too long' {
  const pieces: Buffer[] = [];
  let length = 0;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    if (size === 0) return Buffer.concat(pieces);
    length += size;
    if (length > most) return 'too long';
    pieces.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return 'not yet';
}
