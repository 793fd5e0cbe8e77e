import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { demoAccountsRoute } from './demo-accounts.route.ts';
import { firstAdministratorRoute } from './first-administrator.route.ts';
import { meRoute } from './me.route.ts';
import { myAccessRoutes } from './my-access.route.ts';

export { isInForce, isPostedAt } from './access.queries.ts';
export { findNames, hasAccounts } from './account.queries.ts';
export { type AccountOrder, createAccount, disableAccount, setPassword } from './accounts.ts';
export { refuseBeyondProof } from './beyond-proof.ts';
export { endAccessOfPosting, endSecondFactors } from './end-access.ts';
export { makeFirstAdministratorLink } from './first-administrator.ts';
export { authenticate, forgetPrincipal, isStillPosted, requireActor } from './principal.ts';
export { findSecondFactorsOf } from './second-factor.queries.ts';
export { signInRoutes } from './sign-in.route.ts';
export { issueToken, type TokenOrder } from './tokens.ts';
export { liftWaits, lockedUntil } from './waits.ts';

/** Under /api/v1; sign-in itself is under /api/auth. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(meRoute(services));
    await app.register(myAccessRoutes(services));
    await app.register(demoAccountsRoute(services));
    await app.register(firstAdministratorRoute(services));
  };
}
