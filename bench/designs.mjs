import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/root.mjs';

/** Sizes of the reviewed designs, in KB of 1,000 bytes. */
export const SIZES = [2, 20, 200, 1000];

/**
 * A design of this many bytes, made of our examples one after the other, cut at the end of a line.
 * Each round carries its number, so that no two sentences are the same and nothing is gained by remembering.
 * @param {number} kilobytes
 */
export function designOf(kilobytes) {
  const folder = join(ROOT, 'examples');
  const examples = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  if (examples.length === 0) throw new Error('examples/ holds no design to measure with');
  const texts = examples.toSorted().map((name) => readFileSync(join(folder, name), 'utf8'));
  let text = '';
  for (let round = 1; Buffer.byteLength(text) < kilobytes * 1000; round += 1)
    text += texts.join('\n\n').replace(/\b(service|Service|store|topic)\b/g, `$1 ${round}`);
  const cut = Buffer.from(text)
    .subarray(0, kilobytes * 1000)
    .toString('utf8');
  return cut.slice(0, cut.lastIndexOf('\n') + 1);
}

/**
 * Hands `use` a folder that is removed afterwards.
 * @template T
 * @param {(folder: string) => Promise<T>} use
 */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {number} kilobytes @returns the path of a design of that size */
export function writeDesign(folder, kilobytes) {
  const path = join(folder, `design-${kilobytes}.md`);
  writeFileSync(path, designOf(kilobytes));
  return path;
}
