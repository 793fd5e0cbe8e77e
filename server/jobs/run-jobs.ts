import type { PgBoss } from 'pg-boss';
import type { Services } from '#server/app/services.ts';
import { type Job, type JobName, jobNames } from './job-table.ts';
import { perform } from './perform.ts';

/**
 * For tests: does the jobs that wait until none is left, in this very call, and throws what they throw. With `deferred`
 * also those that wait for their time, whatever the database's clock says; what they put off again stays put off.
 */
export async function runJobs(services: Services, { deferred = false } = {}): Promise<number> {
  const boss = await services.jobs.open();
  const putOffBefore = deferred ? (await findWaiting(boss)).filter((one) => one.isPutOff) : [];
  const isDue = ({ id, isPutOff }: Waiting) => !isPutOff || putOffBefore.some((one) => one.id === id);
  let done = 0;
  for (;;) {
    const waiting = (await findWaiting(boss)).filter(isDue);
    if (waiting.length === 0) return done;
    for (const { name, id, payload } of waiting) {
      await perform(services, { name, payload } as Job);
      await boss.complete(name, id, null, { includeQueued: true });
      done += 1;
    }
  }
}

type Waiting = {
  readonly name: JobName;
  readonly id: string;
  readonly payload: Job['payload'];
  readonly isPutOff: boolean;
};

async function findWaiting(boss: PgBoss): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const name of jobNames) {
    for (const { id, data, startAfter, createdOn } of await boss.findJobs<Job['payload']>(name, {
      queued: true,
    })) {
      found.push({ name, id, payload: data, isPutOff: startAfter > createdOn });
    }
  }
  return found;
}
