import { isUtf8 } from 'node:buffer';
import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { signInRoutes } from '#server/features/access/public.ts';
import { portalRoutes } from '#server/portal/portal.ts';
import { limitAddresses } from './address-rate.ts';
import { addApiDescription } from './api-description.ts';
import { boundBodies } from './body-bounds.ts';
import { checkText, type TextFault } from './check-text.ts';
import { limitConnections } from './connection-bounds.ts';
import { addDesk } from './desk-files.ts';
import { refuseCrossOrigin, refuseFromElsewhere, refuseTwoMeanings } from './guard.ts';
import { addHealthRoutes } from './health.ts';
import { checkJsonShape } from './json-shape.ts';
import { answerMalformedRequest } from './malformed-request.ts';
import { addMetrics } from './metrics/metrics.ts';
import { replyWithProblem } from './problem-reply.ts';
import { refuse } from './refusal.ts';
import { hasRepeatedNames } from './repeated-names.ts';
import { languageOf } from './request.ts';
import { keepRoom, roomIn } from './room.ts';
import { placeRoutesUnderPolicy } from './routes-under-policy.ts';
import { addSecurityHeaders, securityHeaders } from './security-headers.ts';
import { compileSerializer } from './serializers.ts';
import type { Services } from './services.ts';
import { stopReadingRefusedForms } from './stop-reading.ts';
import { takeTurns } from './turns/take-turns.ts';
import { watchRoutes } from './unknown-route.ts';
import { closeSchemas, compileValidator, fieldReason } from './validation.ts';

/** What a feature gives: its routes, registered under /api/v1. */
export type Feature = (services: Services) => FastifyPluginAsyncTypebox;

const bodyAtMostBytes = 1024 * 1024;
/** What nobody means; checkText() says more exactly where it is too much. */
const shapeAtMost = { deepest: 100, valuesAtMost: 25_000 };

/** The program as the network sees it. Answers injected requests too, without listening. */
export async function createApp(services: Services, features: readonly Feature[]): Promise<FastifyInstance> {
  const { config, log } = services;
  const headersFor = securityHeaders(config);
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyAtMostBytes,
    trustProxy: config.proxy ?? false,
    forceCloseConnections: true,
    // 200 MB over a line of two megabits; that it keeps coming is seen to by boundBodies().
    requestTimeout: 900_000,
    // Nothing read and nothing written: whoever does not take an answer holds no connection.
    connectionTimeout: 120_000,
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5000, maxHeaderSize: 16 * 1024 },
    return503OnClosing: true,
    // An address that cannot be read meets no hook.
    frameworkErrors: (error, request, reply) =>
      replyWithProblem(error, request, reply.headers(headersFor(request.url))),
    clientErrorHandler: answerMalformedRequest,
  });
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(compileSerializer);
  app.setErrorHandler(replyWithProblem);
  app.decorateRequest('language', { getter: languageOfRequest });
  app.addHook('onRoute', closeSchemas);
  addMetrics(app, services);
  const unknown = watchRoutes(app);

  readJsonOnly(app);
  addSecurityHeaders(app, headersFor);
  limitConnections(app.server, { isBehindProxy: config.proxy !== null });
  limitAddresses(app, config.bounds.addressRate);
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', async (request, reply) => {
    // Each bound waits for the end of the answer, and a file that is streamed does so several times: no leak at eleven.
    reply.raw.setMaxListeners(20);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    refuseTwoMeanings(request);
    if (config.mode === 'demo') refuseFromElsewhere(request);
    refuseCrossOrigin(request, config);
  });
  if (config.database.kind === 'embedded') keepRoom(app, roomIn(config.dataFolder));
  boundBodies(app);
  stopReadingRefusedForms(app);
  placeRoutesUnderPolicy(app, services);
  checkAddresses(app);
  if (config.bounds.addressRate > 0) takeTurns(app);
  if (log.isLevelEnabled('info')) logAccess(app);

  await addApiDescription(app);
  addHealthRoutes(app, services);
  await app.register(signInRoutes(services), { prefix: '/api/auth' });
  for (const feature of features) await app.register(feature(services), { prefix: '/api/v1' });
  await app.register(portalRoutes(services, unknown), { prefix: '/p' });
  await addDesk(app, unknown);
  return app;
}

function languageOfRequest(this: { headers: Parameters<typeof languageOf>[0] }): ReturnType<
  typeof languageOf
> {
  return languageOf(this.headers);
}

/** Bodies are JSON in whole UTF-8; nothing that hides in names, depth or characters passes. */
function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!isUtf8(body)) refuse(400, 'invalid-text');
      const fault = checkJsonShape(body, shapeAtMost);
      if (fault !== null) refuseFaults([{ field: '', code: fault }], request);
      const text = body.toString('utf8');
      const parsed = parseJson(text);
      refuseFaults(checkText(parsed), request);
      if (hasRepeatedNames(text, parsed)) refuseFaults([{ field: '', code: 'repeated' }], request);
      return parsed;
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(400, 'invalid-json');
  }
}

function refuseFaults(faults: readonly TextFault[], { language }: FastifyRequest): void {
  if (faults.length === 0) return;
  const errors = faults.map(({ field, code }) => ({ field, reason: fieldReason(code, language) }));
  refuse(400, 'invalid-input', { errors });
}

/** The same for what stands in the address, where it can hold more than plain characters. */
function checkAddresses(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (!request.url.includes('%')) return;
    refuseFaults([...checkText(request.query), ...checkText(request.params)], request);
  });
}

/** One line a request: the pattern of its address, never the address itself. */
function logAccess(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'answered');
  });
}
