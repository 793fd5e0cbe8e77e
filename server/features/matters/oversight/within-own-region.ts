import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';

/** One's own region or one below it. */
export function withinOwnRegion(actor: Actor, asked: string | undefined): string {
  const region = asked ?? actor.regionCode;
  if (!region.startsWith(actor.regionCode)) refuse(403, 'forbidden');
  return region;
}
