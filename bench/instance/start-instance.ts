import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.ts';
import type { Told } from './instance-process.ts';

/** A whole program on real PostgreSQL with default durability, in processes and a data folder of its own. */
export type Instance = Told & {
  /** What another process of the program has to be told to work on the same data. */
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
};

/** A bench plays a city from one address; what is measured otherwise says so. */
const unbounded = { HEJIE_ADDRESS_RATE: '0' };

/** The bench never works in a database that somebody uses. */
const nothingOfTheirs = {
  DATABASE_URL: '',
  DATABASE_ADMIN_URL: '',
  HEJIE_BIND: '',
  HEJIE_PROXY: '',
  HEJIE_CITY: '',
};

export async function startInstance(settings: NodeJS.ProcessEnv = unbounded): Promise<Instance> {
  const environment = {
    ...process.env,
    ...nothingOfTheirs,
    ...settings,
    HEJIE_MODE: 'demo',
    HEJIE_DATA: join(tmpdir(), `hejie-bench-${process.pid}-${Date.now()}`),
    HEJIE_LOG: 'warn',
    PORT: '0',
    // As `npm start` says: a heap of the C library's own for every thread, and bounds that grow with what was once asked
    // for, keep much memory that nobody uses.
    MALLOC_ARENA_MAX: '1',
    MALLOC_TRIM_THRESHOLD_: '131072',
    MALLOC_MMAP_THRESHOLD_: '131072',
  };
  const child = startChild<never, Told>(join(import.meta.dirname, 'instance-process.ts'), {
    env: environment,
  });
  try {
    return { ...(await child.next()), environment, stop: child.stop };
  } catch (failure) {
    await child.stop();
    throw failure;
  }
}
