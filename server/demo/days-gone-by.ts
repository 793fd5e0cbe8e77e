import { fixedClock } from '#server/adapters/clock.ts';
import type { Services } from '#server/app/services.ts';
import { tickLevels } from '#server/features/matters/public.ts';

/** Longer than any matter of the demo has been left alone. */
const daysBack = 60;

/** Weeks were lived through in a minute: what time did to the matters meanwhile is told on the days on which it did. */
export async function letDaysGoBy(services: Services): Promise<void> {
  const now = services.clock.now();
  for (let days = daysBack; days >= 0; days -= 1) {
    const clock = fixedClock(now.subtract({ hours: 24 * days }));
    await tickLevels({ ...services, clock }, { cityCode: services.pack.city.code });
  }
}
