import { openBoard } from '../board/board.ts';
import type { Instance } from '../instance/start-instance.ts';
import { openIntake } from '../intake/intake.ts';
import { openLifecycle } from '../lifecycle/lifecycle.ts';
import { openPortal } from '../portal/portal.ts';
import { openQueue } from '../queue/queue.ts';
import { openSearch } from '../search/search.ts';
import { benchAtSizes } from './at-sizes.ts';
import type { Sizes } from './sizes.ts';

/**
 * The whole of it in one table. What registers matters does so at another centre than the one whose lists are read, so that
 * its caseload is the same at every size.
 */
export async function benchAll(instance: Instance, sizes: Sizes): Promise<void> {
  const areas = [
    openQueue(instance),
    await openPortal(instance, instance.crew),
    openSearch(instance),
    openBoard(instance),
    openIntake(instance, instance.crew, 3),
    openLifecycle(instance, instance.crew, 3),
  ];
  await benchAtSizes(instance, sizes, areas, { withMemory: true });
}
