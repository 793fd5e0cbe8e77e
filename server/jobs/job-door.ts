import type { Transaction } from 'kysely';
import { type Clock, fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '#server/database/connection.ts';
import type { DB } from '#server/database/types.ts';
import { type Job, jobNames, jobTable } from './job-table.ts';

export type EnqueueOptions = {
  /** Not before so many seconds have passed, by the database's clock. */
  readonly afterSeconds?: number;
};

/** The one door to background work. */
export type JobDoor = {
  /** Adds a job to a transaction: it exists once that is committed, and never if it is not. */
  enqueue(trx: Transaction<DB>, job: Job, options?: EnqueueOptions): Promise<void>;
  /** Opens the door before the first job comes. */
  open(): Promise<PgBoss>;
  close(): Promise<void>;
};

/** What every pg-boss of ours has in common. Its tables come with our migrations: the program owns nothing. */
export const bossOptions = {
  schema: 'jobs',
  migrate: false,
  createSchema: false,
  registerInstance: false,
  persistWarnings: false,
  // It would need to own the indexes.
  reindex: false,
  monitorVacuum: false,
} as const;

const oneDayInSeconds = 86_400;

/** A door that opens at the first job. It only puts in; who does the work is in `work.ts`. */
export function createJobDoor(db: Database): JobDoor {
  let opening: Promise<PgBoss> | undefined;
  const open = (): Promise<PgBoss> => {
    opening ??= openBoss(db).catch((failure: unknown) => {
      opening = undefined;
      throw failure;
    });
    return opening;
  };
  return {
    open,
    async enqueue(trx, { name, payload }, { afterSeconds = 0 } = {}) {
      const boss = await open();
      await boss.send(name, payload, {
        db: fromKysely(trx),
        ...(afterSeconds > 0 && { startAfter: Math.ceil(afterSeconds) }),
      });
    },
    async close() {
      const boss = await opening?.catch(() => undefined);
      opening = undefined;
      await boss?.stop({ graceful: false });
    },
  };
}

async function openBoss(db: Database): Promise<PgBoss> {
  const boss = new PgBoss({
    ...bossOptions,
    db: fromKysely(db),
    clock: unhurried,
    supervise: false,
    schedule: false,
    queueCacheIntervalSeconds: oneDayInSeconds,
  });
  // Without a listener an error would end the process; whoever calls gets it anyway.
  boss.on('error', () => undefined);
  await boss.start();
  for (const name of jobNames) {
    await boss.createQueue(name, {
      notify: true,
      retryLimit: 5,
      retryDelay: 15,
      retryBackoff: true,
      expireInSeconds: jobTable[name].secondsAtMost,
      deleteAfterSeconds: 2 * oneDayInSeconds,
    });
  }
  return boss;
}

/** Its timers keep no process alive that has nothing else to do. */
const unhurried: Clock = {
  now: () => Date.now(),
  setTimeout: (work, ms) => setTimeout(work, ms).unref(),
  setInterval: (work, ms) => setInterval(work, ms).unref(),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};
