import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { findChromium } from '../scripts/chromium.ts';

/** Stories share the machine with a browser and a database: one after the other, in one process. */
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    name: 'stories',
    include: ['e2e/**/*.test.ts'],
    globalSetup: 'e2e/harness/start-program.ts',
    environment: 'node',
    env: { CHROMIUM_PATH: findChromium() ?? '' },
    fileParallelism: false,
    maxWorkers: 1,
    isolate: false,
    // Longer than whatever a page waits for, so that what is missing is said rather than that time ran out.
    expect: { poll: { timeout: 20_000 } },
    // Two cores carry a browser, a database and the program: a story that stumbles is told again, and counted as such.
    retry: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
