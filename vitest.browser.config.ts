import { defineConfig } from 'vitest/config';

/** The tests that need Chromium: apart from the others, so that nobody needs it for those and nothing is skipped here. */
export default defineConfig({
  test: { include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 },
});
