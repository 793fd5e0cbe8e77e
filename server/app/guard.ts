import type { FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { refuse } from './refusal.ts';

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/i;

/**
 * Demo mode's passwords are public, so only this machine may come in: a foreign Host is how a web page elsewhere
 * would reach it (DNS rebinding), a forwarded header how a proxy would open it to others.
 */
export function refuseFromElsewhere(request: FastifyRequest): void {
  const [, name, port] = loopbackHost.exec(request.headers.host ?? '') ?? [];
  // An injected request of a test has no port of its own.
  const own = request.socket.localPort;
  if (!name || (own !== undefined && Number(port ?? 80) !== own)) refuse(421, 'foreign-host');
  for (const header in request.headers) {
    if (header === 'forwarded' || header.startsWith('x-forwarded-'))
      refuse(400, 'forwarded-header', { field: header });
  }
}

/**
 * What two readers may take for two things. Of two hosts we would believe the first and a proxy perhaps the last; an
 * address with a host of its own is for proxies, and would pass by every rule that looks at how an address begins.
 */
export function refuseTwoMeanings({ url, raw: { rawHeaders } }: FastifyRequest): void {
  if (!url.startsWith('/')) refuse(400, 'malformed-request');
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.toLowerCase() === 'host') hosts += 1;
  if (hosts > 1) refuse(400, 'malformed-request');
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A browser adds our cookie to whatever a foreign page makes it send. So a change is taken only from our own pages;
 * programs, which send a token and no cookie, are not concerned.
 */
export function refuseCrossOrigin(request: FastifyRequest, config: Config): void {
  if (safeMethods.includes(request.method)) return;
  const { cookie, origin, authorization, host } = request.headers;
  if (authorization?.startsWith('Bearer ')) return;
  const site = request.headers['sec-fetch-site'];
  const own = config.origin ?? `http://${host}`;
  const isOurs = site === undefined ? (origin ?? (cookie ? undefined : own)) === own : site === 'same-origin';
  if (!isOurs) refuse(403, 'cross-origin');
}
