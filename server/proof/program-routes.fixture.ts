import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** One address of the running program, as its router has it. */
export type ProgramRoute = {
  readonly method: string;
  readonly url: string;
  readonly policy: string;
  /** The body of the API description's example, where there is one. */
  readonly example: Record<string, unknown> | null;
};

export const nameOf = ({ method, url }: Pick<ProgramRoute, 'method' | 'url'>): string => `${method} ${url}`;

/**
 * Runs what makes a program and writes down every route that it registers, whoever registers it and under whatever
 * prefix: Fastify tells of each new instance before anything is added to it. A HEAD beside its GET is the same route.
 */
export async function watchingRoutes<T>(
  make: () => Promise<T>,
): Promise<{ made: T; routes: ProgramRoute[] }> {
  const found: ProgramRoute[] = [];
  const watch = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', (route) => {
      found.push(...routesIn(route));
    });
  };
  subscribe('fastify.initialization', watch);
  try {
    const made = await make();
    return { made, routes: withoutHeads(found) };
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
}

/** More than this and the route answers to whatever comes. */
const methodsNamed = 4;

function routesIn({ method, url, config, schema }: RouteOptions): ProgramRoute[] {
  const methods = [method].flat();
  const body = schema?.body as { examples?: Record<string, unknown>[] } | undefined;
  const found = { url, policy: config?.policy ?? 'none', example: body?.examples?.[0] ?? null };
  if (methods.length > methodsNamed) return [{ ...found, method: 'ANY' }];
  return methods.map((one) => ({ ...found, method: String(one) }));
}

function withoutHeads(routes: readonly ProgramRoute[]): ProgramRoute[] {
  const bare = (url: string): string => url.replace(/(.)\/$/, '$1');
  const read = new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => bare(url)));
  return routes.filter(({ method, url }) => method !== 'HEAD' || !read.has(bare(url)));
}
