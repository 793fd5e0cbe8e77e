import { statfs } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refusal.ts';

export type Room = {
  /** What is left on the disk, as often as it is asked. */
  freeBytes(): Promise<number>;
  readonly leastBytes: number;
};

/**
 * Less than this, and nothing new is taken: the embedded PostgreSQL must write its log even where somebody only reads (who
 * opened what is on record), and stops altogether on a disk without a byte.
 */
const leastBytes = 64 * 1024 * 1024;
const lookAgainAfterMs = 1_000;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Getting in and being kept out, and what is asked for by a form: small, and wanted all the more on such a day. */
const goesOn = [
  /^\/api\/auth\//,
  /^\/api\/v1\/(me|organisation)\//,
  /^\/api\/v1\/visitors\/look-up(\?|$)/,
  /^\/p\/follow\/?(sign-out)?(\?|$)/,
];

/** Refuses what writes while the disk is as good as full; getting in, keeping out and reading go on. */
export function keepRoom(app: FastifyInstance, room: Room): void {
  app.addHook('onRequest', async ({ method, url }) => {
    if (reading.has(method) || goesOn.some((way) => way.test(url))) return;
    if ((await room.freeBytes()) < room.leastBytes)
      refuse(507, 'no-room', { headers: { 'retry-after': '60' } });
  });
}

/** A folder's disk, looked at once a second at most. */
export function roomIn(folder: string): Room {
  let seen: Promise<number> | undefined;
  let seenAt = Number.NEGATIVE_INFINITY;
  return {
    leastBytes,
    freeBytes() {
      const now = performance.now();
      if (seen === undefined || now - seenAt > lookAgainAfterMs) {
        seenAt = now;
        // Where the system cannot say, the write itself will.
        seen = statfs(folder).then(
          ({ bavail, bsize }) => bavail * bsize,
          () => Number.POSITIVE_INFINITY,
        );
      }
      return seen;
    },
  };
}
