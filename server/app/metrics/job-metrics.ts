import { Gauge, type Registry } from 'prom-client';
import type { Database } from '#server/database/connection.ts';
import { countJobs } from '#server/jobs/count-jobs.queries.ts';
import { jobNames } from '#server/jobs/job-table.ts';

/** Whoever looks every second makes the database count no oftener than this. */
const countedEveryMs = 5_000;
const states = ['waiting', 'working', 'failed'] as const;

/** Background work by name: what waits, what is under way, what was given up. Silent while the database is away. */
export function measureJobs(register: Registry, db: Database): void {
  let countedAtMs = Number.NEGATIVE_INFINITY;
  new Gauge({
    name: 'hejie_jobs',
    help: 'Background work by name and state; what failed for good is counted for two days.',
    labelNames: ['job', 'state'],
    registers: [register],
    async collect() {
      if (performance.now() - countedAtMs < countedEveryMs) return;
      countedAtMs = performance.now();
      const counts = await countJobs(db).catch(() => null);
      this.reset();
      if (counts === null) return;
      for (const job of jobNames) {
        for (const state of states) {
          const found = counts.find((one) => one.name === job && one.state === state);
          this.set({ job, state }, found?.count ?? 0);
        }
      }
    },
  });
}
