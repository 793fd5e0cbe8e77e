import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export const deskFolder = join(import.meta.dirname, '../../desk/dist');

type Unknown = (request: FastifyRequest) => never;

/** Serves the desk. Its pages have addresses of their own, so any page that a browser asks for is the desk's. */
export async function addDesk(app: FastifyInstance, unknown: Unknown, folder = deskFolder): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(staticFiles, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      schemaHide: true,
      // The names of built files carry a hash of their content.
      setHeaders: (reply, path) => {
        const isHashed = path.includes(`${join(folder, 'assets')}`);
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) =>
    isBuilt && isForPage(request) ? reply.sendFile('index.html') : answerUnknown(request, reply, unknown),
  );
}

function isForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

function answerUnknown(request: FastifyRequest, reply: FastifyReply, unknown: Unknown): FastifyReply {
  unknown(request);
  return reply;
}
