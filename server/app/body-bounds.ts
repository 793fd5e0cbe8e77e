import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { endConnection } from './malformed-request.ts';
import { networkOf } from './network-of.ts';
import { refuse } from './refusal.ts';

export type BodyBounds = {
  /** Within each such time a body grows by so much, or its sender is gone or means to hold us. */
  readonly windowMs: number;
  readonly leastBytes: number;
  /** Uploads are received whole into memory: at one time so many from one address, and so much in all. */
  readonly uploadsPerAddress: number;
  readonly uploadBytes: number;
};

/** 2 KB a second: an old phone at the edge of its network. */
export const usualBodies: BodyBounds = {
  windowMs: 10_000,
  leastBytes: 20 * 1024,
  uploadsPerAddress: 6,
  uploadBytes: 512 * 1024 * 1024,
};

type Upload = { readonly from: string; readonly received: () => number };

const busySeconds = '10';

/** Bodies that are packed, that drip, that never end, or that are too many at once. */
export function boundBodies(app: FastifyInstance, bounds: BodyBounds = usualBodies): void {
  const uploads = new Map<FastifyRequest, Upload>();
  app.addHook('onResponse', (request, _reply, done) => {
    uploads.delete(request);
    done();
  });
  app.addHook('onRequest', async (request, reply) => {
    const { headers, raw } = request;
    if (headers['content-length'] === '0' || !(headers['content-length'] || headers['transfer-encoding']))
      return;
    // Nothing here unpacks what comes in: what is small would become large.
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
      refuse(415, 'encoded-body', { headers: { 'accept-encoding': 'identity' } });
    if (Number(headers['content-length'] ?? 0) > request.routeOptions.bodyLimit)
      refuse(413, 'body-too-large');
    const before = raw.socket.bytesRead;
    const received = (): number => raw.socket.bytesRead - before;
    watchBody(request, received, bounds);
    if (!headers['content-type']?.toLowerCase().startsWith('multipart/')) return;
    const from = networkOf(request.ip);
    const ours = [...uploads.values()].filter((upload) => upload.from === from).length;
    const waiting = [...uploads.values()].reduce((sum, upload) => sum + upload.received(), 0);
    const isTooMuch = waiting > bounds.uploadBytes;
    if (isTooMuch || ours >= bounds.uploadsPerAddress)
      refuse(isTooMuch ? 503 : 429, 'too-many-requests', {
        params: { seconds: busySeconds },
        headers: { 'retry-after': busySeconds },
      });
    uploads.set(request, { from, received });
    reply.raw.once('close', () => uploads.delete(request));
  });
}

/** Ends the connection of a body that comes too slowly, or is longer than the route takes, whoever reads it meanwhile. */
function watchBody(request: FastifyRequest, received: () => number, bounds: BodyBounds): void {
  const { raw } = request;
  const most = request.routeOptions.bodyLimit + 64 * 1024;
  let seen = 0;
  const timer = setInterval(() => {
    const now = received();
    if (raw.complete || raw.destroyed) return clearInterval(timer);
    if (now > most) end(413);
    // What waits to be read by us, or nobody reads yet, is not the sender's fault.
    else if (now - seen < bounds.leastBytes && isReading(raw)) end(408);
    seen = now;
  }, bounds.windowMs);
  timer.unref();
  raw.once('close', () => clearInterval(timer));
  const end = (status: 408 | 413): void => {
    clearInterval(timer);
    endConnection(raw.socket, status);
  };
}

function isReading(raw: IncomingMessage): boolean {
  return raw.readableFlowing !== null && raw.readableLength === 0;
}
