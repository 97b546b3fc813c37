import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { ROOT, filesUnder, textOf } from './files.ts';

const Pack = z.tuple([
  z.object({ unpackedSize: z.number(), files: z.array(z.object({ path: z.string(), mode: z.number() })) }),
]);

/** What `npm pack` would hold. `prepare` is skipped: the build is already there, and its output is not JSON. */
const [packed] = Pack.parse(
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }),
  ),
);
const paths = packed.files.map(({ path }) => path);

/** Everything that may be in the package: what runs, what is served, and what npm shows. */
const ALLOWED = [
  /^dist\/[\w.-]+\.js$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^skills\/[a-z-]+\/SKILL\.md$/,
  /^references\/(?:[a-z-]+\/)?[a-z.-]+\.md$/,
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
];

test('the package holds only what runs', () => {
  expect(paths.filter((path) => !ALLOWED.some((allowed) => allowed.test(path)))).toEqual([]);
});

test('the package holds all that runs', () => {
  const pages = [...filesUnder('skills', '.md'), ...filesUnder('references', '.md')];
  const needed = ['dist/cli.js', 'dist/review-worker.js', 'dist/THIRD-PARTY-NOTICES.txt', 'LICENSE', 'README.md'];
  expect([...pages, ...needed].filter((path) => !paths.includes(path))).toEqual([]);
});

test('the command may be executed', () => {
  const command = packed.files.find(({ path }) => path === 'dist/cli.js');
  expect((command?.mode ?? 0) & 0o111).not.toBe(0);
  expect(textOf('dist/cli.js').startsWith('#!/usr/bin/env node\n')).toBe(true);
});

test('the package is under 6 MB, language model included', () => {
  expect(packed.unpackedSize).toBeLessThan(6_000_000);
});

test('installing it installs nothing else', () => {
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(textOf('package.json')));
  const brings = ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'];
  expect(brings.filter((field) => field in manifest)).toEqual([]);
  expect(manifest['scripts']).not.toHaveProperty('postinstall');
});

test('the lockfile names no host', () => {
  expect(textOf('package-lock.json')).not.toMatch(/"resolved"/);
});

test('the lockfile holds the optional packages of every platform, or `npm ci` refuses it', () => {
  const Entry = z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() });
  const { packages } = z
    .object({ packages: z.record(z.string(), Entry) })
    .parse(JSON.parse(textOf('package-lock.json')));
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(optional.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
});
