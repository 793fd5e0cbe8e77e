import { connect } from 'node:net';

export type Answer = { readonly status: number; readonly body: Buffer };

/** One connection that is kept open, with one request under way at a time. */
export type Connection = {
  send(request: string): Promise<Answer>;
  /** The program ends connections that have been idle for long. */
  isOpen(): boolean;
  close(): void;
};

/**
 * Speaks as much HTTP/1.1 as our answers need. `node:http` would do, but it takes a tenth of the two cores that a small
 * machine has, from the very program that is being measured.
 */
export function openConnection(host: string, port: number): Connection {
  const socket = connect({ host, port, noDelay: true });
  let received: Buffer = Buffer.alloc(0);
  let waiting: PromiseWithResolvers<Answer> | undefined;

  socket.on('data', (part) => {
    received = received.length === 0 ? part : Buffer.concat([received, part]);
    const answer = readAnswer(received);
    if (answer === null) return;
    received = Buffer.alloc(0);
    waiting?.resolve(answer);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the connection was closed before an answer came')));

  return {
    send(request) {
      waiting = Promise.withResolvers();
      socket.write(request);
      return waiting.promise;
    },
    isOpen: () => !socket.destroyed && socket.writable,
    close: () => socket.destroy(),
  };
}

/** The answer, once it is there as a whole; ours always say how long they are. */
function readAnswer(received: Buffer): Answer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = received.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  const body = received.subarray(end + 4);
  if (Number.isNaN(length)) throw new Error(`an answer does not say how long it is: ${head}`);
  return body.length < length ? null : { status: Number(head.slice(9, 12)), body };
}
