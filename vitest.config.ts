import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // Two workers: the suites start real processes, and build machines have two cores.
    maxWorkers: 2,
  },
});
