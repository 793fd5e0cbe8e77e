import { availableParallelism, cpus, totalmem } from 'node:os';

/** What the figures were taken on, in a line. */
export function machine(postgres: string): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const cores = `${availableParallelism()} × ${cpus()[0]?.model ?? process.arch}`;
  return [cores, memory, `Node ${process.version}`, `PostgreSQL ${postgres}`, new Date().toISOString()].join(
    ' · ',
  );
}
