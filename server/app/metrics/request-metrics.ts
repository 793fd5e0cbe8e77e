import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const secondsBelow = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Counts every request by the pattern of its route, its method and the class of its answer. Labels are closed sets: what
 * somebody writes into an address, a header or a body is never one.
 */
export function measureRequests(app: FastifyInstance, register: Registry): void {
  const answered = new Counter({
    name: 'hejie_requests_total',
    help: 'Requests by route, method and class of the answer; `gone` where the client left before it came.',
    labelNames: ['route', 'method', 'answer'],
    registers: [register],
  });
  const seconds = new Histogram({
    name: 'hejie_request_seconds',
    help: 'How long requests took. What stays open, such as a stream of notices, is not among them.',
    labelNames: ['route', 'method'],
    buckets: secondsBelow,
    registers: [register],
  });
  const open = new Gauge({
    name: 'hejie_requests_open',
    help: 'Requests under way now; at a stream these are the pages that listen.',
    labelNames: ['route'],
    registers: [register],
  });

  app.addHook('onRequest', (request, reply, done) => {
    const route = routeOf(request);
    const method = methods.includes(request.method) ? request.method : 'other';
    open.inc({ route });
    reply.raw.once('close', () => {
      open.dec({ route });
      answered.inc({ route, method, answer: answerOf(reply) });
      if (!isStream(reply)) seconds.observe({ route, method }, reply.elapsedTime / 1000);
    });
    done();
  });
}

/** An address that nobody knows has no pattern. */
export function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? 'none';
}

function answerOf({ raw }: FastifyReply): string {
  return raw.writableFinished ? `${Math.floor(raw.statusCode / 100)}xx` : 'gone';
}

function isStream({ raw }: FastifyReply): boolean {
  return !raw.writableFinished || String(raw.getHeader('content-type')).startsWith('text/event-stream');
}
