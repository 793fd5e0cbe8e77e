import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest, onSendAsyncHookHandler } from 'fastify';

const pack = promisify(gzip);

/** Says what the answer depends on, too. */
export function takesGzip(request: FastifyRequest, reply: FastifyReply): boolean {
  reply.header('vary', 'accept-encoding');
  return String(request.headers['accept-encoding'] ?? '').includes('gzip');
}

/**
 * For an answer that is one and the same to everybody for hours, such as the city: packed once, and not sent again to a
 * browser that has it. Never where anybody's secret is in it: how well a text packs tells of what it says.
 */
export function packedAnswer(): onSendAsyncHookHandler {
  let last: { readonly text: string; readonly packed: Buffer; readonly tag: string } | undefined;
  return async (request, reply, text) => {
    if (reply.statusCode !== 200 || typeof text !== 'string') return text;
    if (last?.text !== text) {
      // Weak: packed or not, it says the same.
      const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
      last = { text, packed: await pack(text), tag };
    }
    // Kept by the browser, and asked after each time: who may no longer ask is refused.
    reply.header('cache-control', 'private, no-cache').header('etag', last.tag);
    const isPacked = takesGzip(request, reply);
    if (request.headers['if-none-match'] === last.tag) {
      reply.code(304).removeHeader('content-type');
      return '';
    }
    if (!isPacked) return text;
    reply.header('content-encoding', 'gzip');
    return last.packed;
  };
}
