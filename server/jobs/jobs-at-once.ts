import type { Services } from '#server/app/services.ts';
import type { JobDoor } from './job-door.ts';
import type { Job } from './job-table.ts';
import { perform } from './perform.ts';

export type JobsAtOnce = {
  readonly door: JobDoor;
  /** Does what was enqueued since. */
  settle(services: Services): Promise<void>;
};

/**
 * A door for what is made at a time of its own, as the demo's past is: jobs are done here once their transaction is over,
 * by the same clock, and not by whoever works on the queue today.
 */
export function jobsAtOnce(): JobsAtOnce {
  const waiting: Job[] = [];
  return {
    door: {
      enqueue: async (_trx, job) => void waiting.push(job),
      open: () => Promise.reject(new Error('these jobs are done at once')),
      close: async () => undefined,
    },
    async settle(services) {
      for (const job of waiting.splice(0)) await perform(services, job);
    },
  };
}
