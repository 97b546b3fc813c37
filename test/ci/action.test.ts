import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { VERSION } from '../../src/library/version.ts';
import { folderWith } from '../helpers/folders.ts';
import { textOf } from '../house/files.ts';
import { Sarif } from '../render/sarif-schema.ts';
import { BROKEN, WHOLE, shellIn, type Shell } from './shell.ts';

const Step = z.object({
  name: z.string(),
  id: z.string().optional(),
  if: z.string().optional(),
  shell: z.literal('bash').optional(),
  env: z.record(z.string(), z.string()).default({}),
  run: z.string().optional(),
  uses: z.string().optional(),
});
const Action = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ description: z.string(), value: z.string() })),
  runs: z.object({ using: z.literal('composite'), steps: z.array(Step) }),
});
const action = Action.parse(parse(textOf('action.yml')));
const { steps } = action.runs;

test('it runs this version of the package', () => {
  expect(action.inputs['version']?.default).toBe(VERSION);
});

test('nothing that a caller writes becomes part of a script', () => {
  expect(steps.filter(({ run }) => run?.includes('${{') === true)).toEqual([]);
});

test('every expression names an input, a step or an output that there is', () => {
  const text = textOf('action.yml');
  const inputs = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name = '']) => name);
  expect(inputs.filter((name) => !(name in action.inputs))).toEqual([]);
  const outputs = [...text.matchAll(/\bsteps\.(\w+)\.outputs\.([\w-]+)/g)];
  const missing = outputs.filter(
    ([, id, name]) => steps.find((step) => step.id === id)?.run?.includes(`${name}=`) !== true,
  );
  expect(missing.map(([all]) => all)).toEqual([]);
});

/** Runs a step of the action by its id; its variables are given, as the runner would have worked them out. */
async function runStep(shell: Shell, cwd: string, id: string, env: Record<string, string>) {
  const script = steps.find((step) => step.id === id)?.run ?? '';
  const output = join(cwd, '.output');
  const summary = join(cwd, '.summary');
  await writeFile(output, '');
  await writeFile(summary, '');
  const ended = shell.run(script, { ...env, RUNNER_TEMP: cwd, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary });
  const lines = (await readFile(output, 'utf8')).split('\n').filter((line) => line !== '');
  return {
    ...ended,
    outputs: Object.fromEntries(lines.map((line) => line.split('=', 2))),
    summary: await readFile(summary, 'utf8'),
  };
}

const FILES = action.inputs['files']?.default ?? '';
const PACKAGE = `faultline-mcp@${VERSION}`;
const GIT = 'git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false';

async function repository() {
  const cwd = await folderWith({
    'docs/designs/old.md': WHOLE,
    'docs/designs/a b/$(id) é.md': WHOLE,
    'README.md': '# Nothing\n',
  });
  const shell = await shellIn(cwd);
  const first = shell.run(`git init -q . && git add docs README.md && ${GIT} commit -qm first && git rev-parse HEAD`);
  return { cwd, shell, base: first.out.trim() };
}

describe('what it finds', () => {
  test('all designs, whatever their names hold', async () => {
    const { cwd, shell } = await repository();
    const { outputs, code } = await runStep(shell, cwd, 'find', { FILES, BASE: '' });
    expect({ outputs, code }).toEqual({ outputs: { count: '2' }, code: 0 });
    expect((await readFile(join(cwd, 'faultline-designs'), 'utf8')).split('\0')).toContain(
      'docs/designs/a b/$(id) é.md',
    );
  });

  test('on a pull request what it changes, and not what it deletes', async () => {
    const { cwd, shell, base } = await repository();
    await writeFile(join(cwd, 'docs/designs/new.md'), BROKEN);
    shell.run(`git rm -q docs/designs/old.md && git add docs && ${GIT} commit -qm second`);
    await runStep(shell, cwd, 'find', { FILES: `\n${FILES}\n:(glob)rfcs/*.md\n`, BASE: base });
    expect(await readFile(join(cwd, 'faultline-designs'), 'utf8')).toBe('docs/designs/new.md\0');
  });

  test('nothing, where no design is touched', async () => {
    const { cwd, shell, base } = await repository();
    expect((await runStep(shell, cwd, 'find', { FILES, BASE: base })).outputs).toEqual({ count: '0' });
  });
});

describe('what it reviews', () => {
  test('annotates, writes the summary and the SARIF log, and keeps the gate for the end', async () => {
    const { cwd, shell } = await repository();
    await writeFile(join(cwd, 'docs/designs/broken.md'), BROKEN);
    await writeFile(join(cwd, 'faultline-designs'), 'docs/designs/broken.md\0docs/designs/a b/$(id) é.md\0');
    const { code, out, err, outputs, summary } = await runStep(shell, cwd, 'review', {
      PACKAGE,
      FAIL_ON: 'violated\n\nscore<1\n',
    });
    expect({ code, outputs }).toEqual({
      code: 0,
      outputs: { status: '1', 'sarif-file': join(cwd, 'faultline.sarif') },
    });
    expect(out).toContain('::error file=docs/designs/broken.md,line=4,');
    expect(err).toContain('docs/designs/broken.md: it violates');
    expect(summary).toContain('# Check of the designs');
    expect(summary).toMatch(/^\| docs\/designs\/broken\.md +\| not-ready/m);
    const log = Sarif.parse(JSON.parse(await readFile(join(cwd, 'faultline.sarif'), 'utf8')));
    expect(log.runs[0]?.artifacts.map(({ location }) => location.uri)).toEqual([
      'docs/designs/broken.md',
      'docs/designs/a%20b/%24(id)%20%C3%A9.md',
    ]);
  });

  test('without gates of its own it goes by those of the repository', async () => {
    const { cwd, shell } = await repository();
    await writeFile(join(cwd, 'faultline-designs'), 'docs/designs/old.md\0');
    expect((await runStep(shell, cwd, 'review', { PACKAGE, FAIL_ON: '' })).outputs['status']).toBe('0');
    await writeFile(join(cwd, '.faultline.yaml'), 'fail-on: ["score<100"]\n');
    expect((await runStep(shell, cwd, 'review', { PACKAGE, FAIL_ON: '' })).outputs['status']).toBe('1');
  });

  test('a gate that does not exist fails at once with 2', async () => {
    const { cwd, shell } = await repository();
    await writeFile(join(cwd, 'faultline-designs'), 'docs/designs/old.md\0');
    const { code, err } = await runStep(shell, cwd, 'review', { PACKAGE, FAIL_ON: 'everything' });
    expect(code).toBe(2);
    expect(err).toContain('No gate "everything"');
  });
});
