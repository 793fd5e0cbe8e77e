import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { refuse } from '../refusal.ts';
import type { Services } from '../services.ts';
import { measureJobs } from './job-metrics.ts';
import { measureProgram } from './program-metrics.ts';
import { measureRequests } from './request-metrics.ts';

type Needed = Pick<Services, 'config' | 'pool' | 'db'>;

/**
 * `/metrics`, as Prometheus reads it: for this machine, or for whoever has the token. From elsewhere, and through the
 * address that the public uses, there is no such page. Comes before the routes, so that all of them are counted.
 */
export function addMetrics(app: FastifyInstance, { config, pool, db }: Needed): void {
  const register = new Registry();
  measureRequests(app, register);
  const stop = measureProgram(register, pool);
  measureJobs(register, db);
  app.addHook('onClose', async () => stop());
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isFromHere(request) && !hasToken(request, config.metricsToken)) refuse(404, 'unknown-route');
    return reply
      .type(register.contentType)
      .header('cache-control', 'no-store')
      .send(await register.metrics());
  });
}

const loopbackAddress = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** A proxy on the same machine comes from here, too, but says for which host and for whom. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = Object.keys(headers).some(
    (name) => name === 'forwarded' || name.startsWith('x-forwarded'),
  );
  return (
    !isForwarded && loopbackHost.test(headers.host ?? '') && loopbackAddress.test(socket.remoteAddress ?? '')
  );
}

function hasToken({ headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashOf(given), hashOf(token));
}
