import { PgBoss } from 'pg-boss';
import { describeError } from '#server/app/describe-error.ts';
import type { Services } from '#server/app/services.ts';
import { reach } from '#server/database/several-hosts.ts';
import { bossOptions } from './job-door.ts';
import { type Job, type JobName, jobNames, jobTable } from './job-table.ts';
import { perform } from './perform.ts';

export type Working = {
  /** Takes no new job, and waits a little for those under way; what is not done by then is done by the next start. */
  stop(): Promise<void>;
};

const patienceAtStopInMs = 10_000;

/**
 * Does the jobs that are there, and those that come, in this process. A new one is heard of at once (listen, notify);
 * where that fails, by looking now and then. Any number of processes may work on one database.
 */
export async function startWorking(services: Services): Promise<Working> {
  const { log, pool, pack } = services;
  await services.jobs.open();
  const { connectionString } = pool.options;
  const boss = new PgBoss({
    ...bossOptions,
    ...(connectionString !== undefined && reach(connectionString)),
    application_name: 'hejie jobs',
    max: 4,
    useListenNotify: true,
    notifyHeartbeatIntervalMs: 30_000,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 30,
    flowIntervalSeconds: 3600,
    maintenanceIntervalSeconds: 3600,
  });
  boss.on('error', (err) => log.error({ err }, 'jobs'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'jobs'));
  await boss.start();
  try {
    for (const name of jobNames) {
      const { atOnce, schedule } = jobTable[name];
      await work(services, boss, name, atOnce);
      const payload = { cityCode: pack.city.code };
      if (schedule !== undefined) await boss.schedule(name, schedule, payload, { tz: pack.city.zone });
    }
  } catch (failure) {
    await boss.stop({ graceful: false });
    throw failure;
  }
  return { stop: () => boss.stop({ timeout: patienceAtStopInMs }) };
}

async function work(services: Services, boss: PgBoss, name: JobName, atOnce: number): Promise<void> {
  for (let started = 0; started < atOnce; started += 1) await startWorker(services, boss, name);
}

async function startWorker(services: Services, boss: PgBoss, name: JobName): Promise<void> {
  const pace = { batchSize: 1, pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 60 };
  let worker = '';
  worker = await boss.work<Job['payload']>(name, pace, async ([job]) => {
    if (job === undefined) return;
    // Woken by its own job it looks for the next at once: else a row of them is done one a minute.
    boss.notifyWorker(worker);
    try {
      await perform(services, { name, payload: job.data } as Job);
    } catch (err) {
      services.log.error({ err, job: name, id: job.id }, 'a job failed');
      // What is thrown is kept beside the job; an error of the database may quote somebody's data.
      const failure = describeError(err);
      throw new Error(failure.code ?? failure.name);
    }
  });
}
