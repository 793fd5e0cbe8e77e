import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { noticeRoutes } from './notices.route.ts';

export { readOldNotices } from './read-old-notices.ts';
export { type MatterHappening, tellColleagues, tellMissed, tellOfAll } from './tell-colleagues.ts';

/** What colleagues are told of, under /api/v1. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return noticeRoutes(services);
}
