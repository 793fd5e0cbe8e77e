import { type AddressInfo, createConnection, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** The program on a port of its own, spoken to byte by byte: what a client would not send can be sent. */
export type Listening = {
  readonly port: number;
  /** Sends this and answers what came back until the other side hung up, or until so long was past. */
  say(pieces: readonly (string | Buffer)[], patienceMs?: number): Promise<Answer>;
  open(): Socket;
};

/** `status` 0: nothing came back. */
export type Answer = { readonly status: number; readonly text: string; readonly ms: number };

export async function listen(app: FastifyInstance): Promise<Listening> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const open = (): Socket => {
    const socket = createConnection(port, '127.0.0.1');
    socket.on('error', () => undefined);
    return socket;
  };
  return {
    port,
    open,
    say: (pieces, patienceMs = 5000) =>
      new Promise((resolve) => {
        const begun = performance.now();
        const socket = open();
        let text = '';
        const patience = setTimeout(() => socket.destroy(), patienceMs);
        socket.setEncoding('utf8');
        socket.on('data', (part) => {
          text += String(part);
        });
        socket.on('close', () => {
          clearTimeout(patience);
          const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
          resolve({ status, text, ms: performance.now() - begun });
        });
        for (const piece of pieces) socket.write(piece);
      }),
  };
}
