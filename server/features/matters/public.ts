import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { intakeRoutes } from './intake/intake.route.ts';
import { matterRoutes } from './matters.route.ts';
import { oversightRoutes } from './oversight/oversight.route.ts';
import { paperRoutes } from './papers/papers.route.ts';
import { actionRoutes } from './steps/actions/action.route.ts';

export * from './examples.ts';
export { addPapers } from './papers/add-paper.ts';
export { registerMatter } from './register/register-matter.ts';
export { matterSeal, wrapFor } from './sealing.ts';
export { useCases } from './steps/actions/action.route.ts';
export { changeMatter, type MatterUseCase } from './steps/change-matter.ts';
export { handOverWork } from './steps/hand-over-work.ts';

/** Everything about matters, under /api/v1. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(matterRoutes(services));
    await app.register(actionRoutes(services));
    await app.register(paperRoutes(services));
    await app.register(intakeRoutes(services));
    await app.register(oversightRoutes(services));
  };
}
