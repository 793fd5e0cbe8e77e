import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Config } from './config.ts';

/** No script of anybody else's, none inline. */
const shared = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Styles of the desk may be inline: Ant Design writes them as it renders (docs/decisions/0026-virus-scan.md). */
const ofDesk = { ...shared, styleSrc: ["'self'", "'unsafe-inline'"] };
/** The public's site has none inline. */
const ofPortal = { ...shared, styleSrc: ["'self'"] };

/** What a page has no use for stays shut, also for a script that should not be there. */
const permissionsPolicy = [
  'accelerometer=()',
  'browsing-topics=()',
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'hid=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'serial=()',
  'usb=()',
].join(', ');

export type SecurityHeaders = (url: string) => Readonly<Record<string, string>>;

/** Asks helmet once: it puts the same headers together anew for every request, a fifteenth of a registration. */
export function securityHeaders(config: Pick<Config, 'mode'>): SecurityHeaders {
  const desk = headersWith(config, ofDesk);
  const portal = headersWith(config, ofPortal);
  return (url) => (/^\/p(?:[/?]|$)/.test(url) ? portal : desk);
}

function headersWith(
  config: Pick<Config, 'mode'>,
  directives: Readonly<Record<string, string[]>>,
): Record<string, string> {
  const setHeaders = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: config.mode === 'production' && { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  setHeaders(sample.req, sample, () => undefined);
  const headers = sample.getHeaders() as Record<string, string>;
  if (!headers['content-security-policy']) throw new Error('helmet set no headers');
  return { ...headers, 'permissions-policy': permissionsPolicy };
}

export function addSecurityHeaders(app: FastifyInstance, headersFor: SecurityHeaders): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersFor(request.url));
    done();
  });
}
