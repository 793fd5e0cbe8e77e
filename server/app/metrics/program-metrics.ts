import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';

/** What the process and its connections to the database are like at the moment. Answers with how to stop watching. */
export function measureProgram(register: Registry, pool: Pool): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  new Gauge({
    name: 'hejie_event_loop_lag_seconds',
    help: 'By how much the program came late to its work, since the last look.',
    labelNames: ['quantile'],
    registers: [register],
    collect() {
      for (const quantile of [50, 99, 100]) {
        this.set({ quantile: String(quantile / 100) }, delay.percentile(quantile) / 1e9);
      }
      delay.reset();
    },
  });
  new Gauge({
    name: 'hejie_memory_bytes',
    help: 'Memory of this process: all of it, and what its objects and buffers take.',
    labelNames: ['part'],
    registers: [register],
    collect() {
      const { rss, heapUsed, external } = process.memoryUsage();
      this.set({ part: 'resident' }, rss);
      this.set({ part: 'heap' }, heapUsed);
      this.set({ part: 'external' }, external);
    },
  });
  new Gauge({
    name: 'hejie_cpu_seconds',
    help: 'Time on the processor since the start.',
    registers: [register],
    collect() {
      const { user, system } = process.cpuUsage();
      this.set((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'hejie_database_connections',
    help: 'Connections of the pool: those there may be, those at work, and work that waits for one.',
    labelNames: ['state'],
    registers: [register],
    collect() {
      this.set({ state: 'at-most' }, pool.options.max);
      this.set({ state: 'working' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waited-for' }, pool.waitingCount);
    },
  });
  return () => delay.disable();
}
