import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './refusal.ts';

type Known = { readonly method: string; readonly pattern: RegExp };

/** Tells apart an address that is not there and one that is, under another method. */
export function watchRoutes(app: FastifyInstance): (request: FastifyRequest) => never {
  const known: Known[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return;
    const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}/?$`);
    for (const each of [method].flat()) known.push({ method: each, pattern });
  });
  return (request) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length === 0 || methods.includes(request.method)) refuse(404, 'unknown-route');
    const allow = [...new Set(methods)].join(', ');
    refuse(405, 'method-not-allowed', { params: { method: request.method }, headers: { allow } });
  };
}
