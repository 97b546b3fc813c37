import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need Chromium, or SPIN and a C compiler: configurations of their own run them.
    exclude: ['test/browser/**', 'test/oracle/**'],
    // Several tests start the built command; on a busy two-core machine a start can take seconds.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Both run in a process or thread of their own, where the tests drive them built; nothing counts lines there.
      exclude: ['src/cli.ts', 'src/review/worker.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90, statements: 90, functions: 90, branches: 85 },
    },
  },
});
