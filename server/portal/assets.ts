import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { takesGzip } from '#server/app/packed-answer.ts';
import { refuse } from '#server/app/refusal.ts';

type Asset = { readonly content: Buffer; readonly gzipped: Buffer; readonly mediaType: string };

const folder = join(import.meta.dirname, 'assets');
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** By the name under which it is served, which carries a hash of the content: a browser keeps it for a year. */
const assets = new Map<string, Asset>();
const servedNames = new Map<string, string>();

for (const name of readdirSync(folder)) {
  const ending = extname(name);
  const mediaType = mediaTypes[ending];
  if (mediaType === undefined) continue;
  const content = readFileSync(join(folder, name));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const served = `${name.slice(0, -ending.length)}.${hash}${ending}`;
  assets.set(served, { content, gzipped: gzipSync(content, { level: 9 }), mediaType });
  servedNames.set(name, `/p/assets/${served}`);
}

/** The address of a file of `server/portal/assets`. */
export function asset(name: string): string {
  const address = servedNames.get(name);
  if (address === undefined) throw new Error(`no asset ${name}`);
  return address;
}

export function assetRoutes(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>(
    '/assets/:name',
    { config: { policy: 'public' } },
    (request, reply) => {
      const found = assets.get(request.params.name);
      if (found === undefined) return refuse(404, 'unknown-route');
      reply.type(found.mediaType).header('cache-control', 'public, max-age=31536000, immutable');
      if (!takesGzip(request, reply)) return reply.send(found.content);
      return reply.header('content-encoding', 'gzip').send(found.gzipped);
    },
  );
}
