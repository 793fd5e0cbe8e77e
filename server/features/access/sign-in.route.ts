import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { passwordLength } from '#server/adapters/sign-in.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { forgetAllPrincipals } from './principal.ts';

const Password = Type.String({ minLength: 1, maxLength: passwordLength.most });
const SignInBody = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 60 }),
  password: Password,
});
const ChangeBody = Type.Object({
  currentPassword: Password,
  newPassword: Type.String({ minLength: passwordLength.least, maxLength: passwordLength.most }),
});

const oneMinute = 60_000;

/** The few of better-auth's addresses that are ours, under /api/auth. Everything else it offers is not there. */
export function signInRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    const limit = signInLimit(app, services);
    const hidden = { hide: true };
    app.post('/sign-in/username', { schema: { body: SignInBody, ...hidden } }, async (request, reply) => {
      await limit(request);
      return forward(services, request, reply, { ...request.body, rememberMe: true });
    });
    app.post('/sign-out', { schema: hidden }, async (request, reply) => {
      services.principals.clear();
      await forward(services, request, reply, {});
      forgetAllPrincipals(services);
      return reply;
    });
    app.get('/get-session', { schema: hidden }, (request, reply) => forward(services, request, reply));
    app.post('/change-password', { schema: { body: ChangeBody, ...hidden } }, async (request, reply) => {
      await limit(request);
      services.principals.clear();
      await forward(services, request, reply, { ...request.body, revokeOtherSessions: true });
      forgetAllPrincipals(services);
      return reply;
    });
  };
}

/** Guessing is slowed for one name, and for one address however many names it tries. */
function signInLimit(app: FastifyInstance, { config }: Services): (request: FastifyRequest) => Promise<void> {
  const isDemo = config.mode === 'demo';
  const byName = app.createRateLimit({
    max: isDemo ? 60 : 10,
    timeWindow: oneMinute,
    keyGenerator: ({ body, ip }) => (body as { username?: string }).username?.toLowerCase() ?? ip,
  });
  const byAddress = app.createRateLimit({ max: isDemo ? 600 : 60, timeWindow: oneMinute });
  return async (request) => {
    for (const check of [byName, byAddress]) {
      const state = await check(request);
      if (state.isAllowed || !state.isExceeded) continue;
      const seconds = state.ttlInSeconds;
      refuse(429, 'too-many-requests', { params: { seconds }, headers: { 'retry-after': String(seconds) } });
    }
  };
}

/** Passes a request on to better-auth. Its refusals come back as problem documents like all others. */
async function forward(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  body?: object,
): Promise<FastifyReply> {
  const origin = services.config.origin ?? `http://${request.headers.host}`;
  const headers = new Headers({ origin, 'content-type': 'application/json' });
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie);
  const { method } = request;
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await services.signIn.handle(new Request(`${origin}${request.url}`, init));
  for (const setCookie of answer.headers.getSetCookie()) reply.header('set-cookie', setCookie);
  if (answer.ok)
    return reply
      .code(answer.status)
      .type('application/json')
      .send(await answer.text());
  if (answer.status >= 500) throw new Error(`the identity provider answered ${answer.status}`);
  // Which of name and password is wrong is not told, nor whether the name exists.
  return refuse(401, request.url.includes('sign-in') || body ? 'invalid-credentials' : 'not-signed-in');
}
