import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Report } from '../../src/review/report.ts';
import { ROOT, filesUnder, textOf } from './files.ts';

const Metafile = z.object({
  outputs: z.record(
    z.string(),
    z.object({
      imports: z.array(z.object({ path: z.string(), kind: z.string() })),
      inputs: z.record(z.string(), z.unknown()),
    }),
  ),
});
type Outputs = z.infer<typeof Metafile>['outputs'];

const folder = mkdtempSync(join(tmpdir(), 'faultline-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Source files that an output loads at once, itself included: what is behind `import()` is left out. */
function loadedAtOnce(outputs: Outputs, entry: string): string[] {
  const seen = new Set([entry]);
  for (const path of seen)
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') seen.add(next);
  return [...seen].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

describe('what a start loads', () => {
  let start: string[] = [];
  beforeAll(() => {
    const file = join(folder, 'meta.json');
    execFileSync(process.execPath, ['scripts/build.mjs', '--metafile', file], { cwd: ROOT });
    const { outputs } = Metafile.parse(JSON.parse(readFileSync(file, 'utf8')));
    start = loadedAtOnce(outputs, 'dist/cli.js');
  });

  test('the command itself', () => {
    expect(start).toContain('src/cli.ts');
  });

  test.each(['micromark', 'remark', 'unified', 'mdast', 'wink', 'minisearch'])('not %s', (name) => {
    expect(start.filter((input) => input.includes(`node_modules/${name}`))).toEqual([]);
  });
});

describe('the bundle', () => {
  test('holds no eval', () => {
    expect(filesUnder('dist', '.js').filter((file) => /\beval\(/.test(textOf(file)))).toEqual([]);
  });

  test('opens no process and no connection', () => {
    const modules = /(?:from|import\(?)\s*['"](?:node:)?(?:child_process|cluster|net|tls|https?|http2|dgram)['"]/;
    expect(filesUnder('dist', '.js').filter((file) => modules.test(textOf(file)))).toEqual([]);
  });

  test('reviews a design elsewhere, without node_modules and without code made from text', () => {
    for (const part of ['dist', 'skills', 'references', 'package.json'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    const design = join(folder, 'design.md');
    writeFileSync(design, textOf('examples/orders.md'));
    const flags = ['--disallow-code-generation-from-strings'];
    const args = [...flags, 'dist/cli.js', 'review', 'design.md', '--format', 'json'];
    const report = Report.parse(JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })));
    expect(report.verdicts.length).toBe(25);
    expect(report.readiness).not.toBe('not-assessed');
  });
});
