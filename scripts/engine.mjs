import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundlePlugins } from './bundle-plugins.mjs';
import { ROOT } from './root.mjs';

/**
 * Hands `use` the exports of some files of src/, which Node cannot read as they stand. They are bundled into a folder
 * inside node_modules, from where the package's pages are found, and which is removed afterwards.
 * @template T
 * @param {readonly string[]} files from the root
 * @param {(engine: any) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withEngine(files, use) {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.engine-'));
  try {
    await build({
      stdin: { contents: files.map((file) => `export * from './${file}';`).join('\n'), resolveDir: ROOT },
      absWorkingDir: ROOT,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      plugins: bundlePlugins(),
    });
    return await use(await import(pathToFileURL(join(folder, 'stdin.mjs')).href));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
