import type { FastifyInstance } from 'fastify';
import { reachDatabase } from '#server/database/connection.ts';
import type { Services } from './services.ts';

/** `/healthz`: the program runs. `/readyz`: it can work, because the database answers. */
export function addHealthRoutes(app: FastifyInstance, { pool }: Pick<Services, 'pool'>): void {
  const hidden = { schema: { hide: true } };
  app.get('/healthz', hidden, () => ({ status: 'ok' }));
  app.get('/readyz', hidden, async () => {
    await reachDatabase(pool);
    return { status: 'ok' };
  });
}
