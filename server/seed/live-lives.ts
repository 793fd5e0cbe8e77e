import type { Services } from '#server/app/services.ts';
import { letDaysGoBy } from '#server/demo/days-gone-by.ts';
import { playMatter } from '#server/demo/play.ts';
import type { Life } from './life.ts';

/** As many at a time as keep the machine busy; each walks its own way in order. */
const atOnce = 6;

/** Lives these through with the real use cases, each step at its own time, and then lets the days pass over those that are open. */
export async function liveLives(
  services: Services,
  lives: readonly Life[],
  onLived: (lived: number) => void,
): Promise<void> {
  if (lives.length === 0) return;
  const queue = lives.values();
  let lived = 0;
  const live = async (): Promise<void> => {
    for (const { matter } of queue) {
      await playMatter(services, matter);
      lived += 1;
      onLived(lived);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, live));
  await letDaysGoBy(services);
}
