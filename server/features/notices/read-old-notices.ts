import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { listNotices, readNotices } from './list-notices.ts';

/** For a demo whose weeks were lived through in a minute: its people have read what is older than this. */
export async function readOldNotices(
  services: Services,
  actor: Actor,
  before: Temporal.Instant,
): Promise<void> {
  const { notices } = await listNotices(services, actor, { limit: 50 }, 'zh');
  const newestOld = notices.find(({ at }) => Date.parse(at) < before.epochMilliseconds);
  if (newestOld !== undefined) await readNotices(services, actor, { upTo: newestOld.id });
}
