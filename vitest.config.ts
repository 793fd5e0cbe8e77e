import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', testTimeout: 20_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'pure', include: ['{domain,contract,desk,cities}/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'server',
          include: ['{server,scripts,bench}/**/*.test.ts'],
          globalSetup: 'server/testing/global-setup.ts',
          // Each file has a database of its own; the modules are loaded once, which halves the time.
          isolate: false,
        },
      },
    ],
  },
});
