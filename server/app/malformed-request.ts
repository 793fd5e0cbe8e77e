import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errors, titles } from '#contract/language/zh.ts';

const codes = {
  400: 'malformed-request',
  408: 'request-timeout',
  413: 'body-too-large',
  431: 'malformed-request',
} as const;
type Status = keyof typeof codes;

const statusOfError: Readonly<Record<string, Status>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** What is no HTTP at all never becomes a request; it is answered on the bare connection, in the first language. */
export function answerMalformedRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET') return void socket.destroy();
  endConnection(socket, statusOfError[error.code ?? ''] ?? 400);
}

/** Says why and hangs up; whoever goes on sending is not listened to. */
export function endConnection(socket: Socket, status: Status): void {
  if (!socket.writable) return void socket.destroy();
  const code = codes[status];
  const body = JSON.stringify({
    type: `urn:hejie:problem:${code}`,
    title: titles[status === 431 ? 400 : status],
    status,
    code,
    detail: errors[code],
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    'content-language: zh',
    'cache-control: no-store',
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'x-frame-options: DENY',
    'referrer-policy: same-origin',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  const lingering = setTimeout(() => socket.destroy(), 1000);
  lingering.unref();
  socket.once('close', () => clearTimeout(lingering));
}
