import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // A browser works beside it: what comes late is no fault.
  expect: { poll: { timeout: 10_000 } },
} as const;
const onDatabase = { ...shared, globalSetup: 'server/testing/global-setup.ts' } as const;

/** Puts another module in the place of one of ours, so it shares none with the others. */
const withFaults = 'server/proof/faults.test.ts';

export default defineConfig({
  test: {
    // The stories of `npm test` want a processor, too; and more than four at once would want more connections than the run's
    // server gives.
    maxWorkers: Math.min(Math.max(availableParallelism() - 1, 1), 4),
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          include: ['{domain,contract,desk,cities}/**/*.test.ts'],
          // Nothing there keeps anything: a process for each file would take longer than its tests.
          isolate: false,
        },
      },
      {
        test: {
          ...onDatabase,
          name: 'server',
          include: ['{server,scripts,bench}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, withFaults],
          // Each file has a database of its own; the modules are loaded once, which halves the time.
          isolate: false,
        },
      },
      { test: { ...onDatabase, name: 'faults', include: [withFaults] } },
    ],
  },
});
