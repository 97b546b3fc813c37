import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** @param {import('esbuild').Metafile} metafile @returns folders of the packages that gave bytes to the bundle, sorted */
function bundledPackages(metafile) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const output of Object.values(metafile.outputs))
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  return [...folders].toSorted();
}

/** @param {string} folder @returns {{ name: string, version: string, license: string, text: string }} */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(ROOT, folder)).find((entry) => /^(licen[sc]e|copying)(\.|$)/i.test(entry));
  if (file === undefined || typeof license !== 'string')
    throw new Error(`${name}@${version} is bundled but has no licence text`);
  return { name, version, license, text: readFileSync(join(ROOT, folder, file), 'utf8').trim() };
}

/**
 * The licence texts of everything that is bundled, one part per package, in order of name.
 * @param {import('esbuild').Metafile} metafile
 * @throws if a bundled package names no licence or ships no text of it
 */
export function thirdPartyNotices(metafile) {
  const rule = '-'.repeat(78);
  const parts = bundledPackages(metafile)
    .map(notice)
    .map(({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text}\n`);
  return `Faultline bundles the packages below. Each keeps its own licence.\n\n${parts.join('\n')}`;
}
