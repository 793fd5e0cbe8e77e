import type { Socket } from 'node:net';
import { errors, titles } from '#contract/language/zh.ts';

/** What is no HTTP at all never becomes a request; it is answered on the bare connection, in the first language. */
export function answerMalformedRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const code = status === 408 ? 'request-timeout' : 'malformed-request';
  const detail = errors[code];
  const body = JSON.stringify({
    type: `urn:hejie:problem:${code}`,
    title: titles[status],
    status,
    code,
    detail,
  });
  const head = [
    `HTTP/1.1 ${status} ${status === 408 ? 'Request Timeout' : 'Bad Request'}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
