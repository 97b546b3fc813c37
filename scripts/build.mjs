#!/usr/bin/env node
// Builds dist/: the command, the review worker, their lazy chunks, and the notice of what is bundled.
//   node scripts/build.mjs                    writes dist/
//   node scripts/build.mjs --metafile FILE    writes only esbuild's account of the build, which a test reads
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { bundlePlugins } from './bundle-plugins.mjs';
import { ROOT } from './root.mjs';
import { thirdPartyNotices } from './notices.mjs';

const DIST = join(ROOT, 'dist');
const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** @returns the bundle in memory: one file per entry, one per lazy part, all flat in dist/. */
function bundle() {
  return build({
    absWorkingDir: ROOT,
    entryPoints: { cli: 'src/cli.ts', 'review-worker': 'src/review/worker.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: '[name]-[hash]',
    // Names too: a start compiles a fifth less.
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: bundlePlugins(),
  });
}

/** @param {import('esbuild').OutputFile} file */
function withShebang(file) {
  return basename(file.path) === 'cli.js' && !file.text.startsWith('#!')
    ? `#!/usr/bin/env node\n${file.text}`
    : file.text;
}

/**
 * Writes beside the place and renames, so that a running test never reads half a file.
 * @param {string} name
 * @param {string} text
 */
function put(name, text) {
  const temporary = join(DIST, `.${name}.${process.pid}`);
  writeFileSync(temporary, text);
  if (name === 'cli.js') chmodSync(temporary, 0o755);
  renameSync(temporary, join(DIST, name));
}

const result = await bundle();
if (result.warnings.length > 0) {
  console.error(`build: ${result.warnings.length} warning(s); the bundle must be built without any`);
  process.exit(1);
}

const at = process.argv.indexOf('--metafile');
const metafile = at < 0 ? undefined : process.argv[at + 1];
if (metafile === undefined) writeDist();
else writeFileSync(metafile, JSON.stringify(result.metafile));

function writeDist() {
  const files = new Map(result.outputFiles.map((file) => [basename(file.path), withShebang(file)]));
  files.set(NOTICES, thirdPartyNotices(result.metafile));
  mkdirSync(DIST, { recursive: true });
  for (const [name, text] of files) put(name, text);
  for (const name of readdirSync(DIST))
    if (!files.has(name)) rmSync(join(DIST, name), { recursive: true, force: true });
}
