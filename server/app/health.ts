import type { FastifyInstance } from 'fastify';
import { reachDatabase } from '#server/database/connection.ts';
import type { Services } from './services.ts';

/**
 * `/healthz`: the program runs. `/readyz`: it can work, because the database answers. Whether the virus scanner does is
 * said beside it and is no reason to send people away: without it only files are refused.
 */
export function addHealthRoutes(
  app: FastifyInstance,
  { pool, virusScan }: Pick<Services, 'pool' | 'virusScan'>,
): void {
  const hidden = { schema: { hide: true } };
  app.get('/healthz', hidden, () => ({ status: 'ok' }));
  app.get('/readyz', hidden, async () => {
    await reachDatabase(pool);
    if (virusScan === null) return { status: 'ok' };
    return { status: 'ok', virusScan: (await virusScan.isThere()) ? 'ok' : 'away' };
  });
}
