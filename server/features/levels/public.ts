import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { levelRoutes } from './levels.route.ts';

export { followLevels, wakeFollowing } from './follow-levels.ts';
export { levelInBrief, levelLabel, levelToday, presentLevel } from './level.presenter.ts';
export { hasLevel, levelColumn } from './level-filter.queries.ts';
export { loadLevels, watchLevels } from './load-levels.ts';

export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(levelRoutes(services));
  };
}
