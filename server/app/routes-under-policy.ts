import type { FastifyInstance, onRouteHookHandler } from 'fastify';
import { isPermitted, permissions } from '#domain/access/permissions.ts';
import { authenticate, refuseBeyondProof, requireActor } from '#server/features/access/public.ts';
import { refuse } from './refusal.ts';
import type { Services } from './services.ts';

/** The API and the portal; what stands beside them (the desk's files, health) is nobody's data. */
const underPolicy = /^\/(api\/v1|p)(\/|$)/;

/** A route that forgot to say who may call it stops the program at start, not a citizen's data later. */
const refuseWithoutPolicy: onRouteHookHandler = (route) => {
  if (!underPolicy.test(route.url)) return;
  const policy = route.config?.policy;
  if (policy !== undefined && (policy === 'public' || policy === 'signed-in' || policy in permissions))
    return;
  throw new Error(`${route.method} ${route.url} has no config.policy that exists: say who may call it.`);
};

/** Finds out who calls, before the body is read, as far as the route's policy asks. */
export function placeRoutesUnderPolicy(app: FastifyInstance, services: Services): void {
  app.decorateRequest('principal', null);
  app.decorateRequest('actor', null);
  app.addHook('onRoute', refuseWithoutPolicy);
  app.addHook('onRequest', async (request, reply) => {
    const { policy, isDangerous, isForSettingUp } = request.routeOptions.config;
    if (!policy || policy === 'public') return;
    request.principal = await authenticate(services, request, reply);
    if (!request.principal) refuse(401, 'not-signed-in');
    if (policy !== 'signed-in') {
      request.actor = requireActor(request, services);
      if (!isPermitted(policy, request.actor)) refuse(403, 'forbidden');
    }
    refuseBeyondProof(services, request, { policy, isDangerous, isForSettingUp });
  });
}
