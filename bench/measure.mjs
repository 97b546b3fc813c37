import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../scripts/root.mjs';

export const CLI = join(ROOT, 'dist/cli.js');

/** @param {number[]} values @returns the middle value, or the mean of the two in the middle */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Runs node to its end. A gate's exit code 1 is not a failure here.
 * @param {string[]} args
 * @returns {Promise<{ ms: number, out: string, err: string }>} wall time in milliseconds, and what it printed
 */
export function run(args) {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && code !== 1) reject(new Error(`node ${args.join(' ')} ended with ${code}: ${err}`));
      else resolve({ ms: performance.now() - from, out, err });
    });
  });
}
