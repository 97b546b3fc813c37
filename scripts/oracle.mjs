#!/usr/bin/env node
// Decides random models by the explorer and by SPIN: node scripts/oracle.mjs [--models N]
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from './root.mjs';

const { values } = parseArgs({ options: { models: { type: 'string', default: '200' } } });
if (!/^[1-9]\d*$/.test(values.models)) {
  console.error(`--models takes a whole number, not "${values.models}"`);
  process.exit(2);
}
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.oracle.config.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, FAULTLINE_MODELS: values.models },
});
process.exitCode = status ?? 1;
