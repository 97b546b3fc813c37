import { defineConfig } from 'vitest/config';

/** The tests that need SPIN and a C compiler: apart from the others, so that nobody needs them for those and nothing is skipped here. */
export default defineConfig({ test: { include: ['test/oracle/**/*.test.ts'], maxWorkers: 1 } });
