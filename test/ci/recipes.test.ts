import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { VERSION } from '../../src/library/version.ts';
import { FORMAT_NAMES } from '../../src/render/index.ts';
import { folderWith } from '../helpers/folders.ts';
import { textOf } from '../house/files.ts';
import { BROKEN, WHOLE, shellIn } from './shell.ts';

const page = textOf('docs/ci.md');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);

const Hooks = z.tuple([
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    entry: z.string(),
    language: z.literal('node'),
    files: z.string(),
    require_serial: z.literal(true),
  }),
]);
const [hook] = Hooks.parse(parse(textOf('.pre-commit-hooks.yaml')));

describe('the pre-commit hook', () => {
  test('takes designs and leaves other Markdown alone', () => {
    const files = new RegExp(hook.files);
    expect(
      ['docs/designs/a.md', 'design/x/y.md', 'designs/a.model.yaml'].filter((path) => files.test(path)),
    ).toHaveLength(3);
    expect(
      ['README.md', 'docs/redesigns/a.md', 'designs/a.txt', 'designs/compose.yaml'].filter((path) => files.test(path)),
    ).toEqual([]);
  });

  test('its entry, with the files that pre-commit adds, fails on what is violated', async () => {
    const shell = await shellIn(await folderWith({ 'designs/a.md': WHOLE, 'designs/b.md': BROKEN }));
    const entry = hook.entry.replace(/^faultline /, `npx --yes faultline-mcp@${VERSION} `);
    expect(shell.run(`${entry} designs/a.md`)).toMatchObject({ code: 0, err: '' });
    const both = shell.run(`${entry} designs/a.md designs/b.md`);
    expect(both.code).toBe(1);
    expect(both.out).toContain('designs/b.md:4  private-store');
  });

  test('the command it starts is one that the package installs', () => {
    const { bin } = z.object({ bin: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));
    expect(bin).toHaveProperty(hook.entry.split(' ')[0] ?? '');
  });
});

describe('docs/ci.md', () => {
  test('names every format and this version', () => {
    expect(FORMAT_NAMES.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
    const versions = [...page.matchAll(/(?:faultline-mcp@|faultline@v|rev: v)(\d+\.\d+\.\d+)/g)].map(
      ([, version]) => version,
    );
    expect(new Set(versions)).toEqual(new Set([VERSION]));
  });

  test('uses what the action and the hook offer', () => {
    const [workflow, precommit] = blocks('yaml').map((text): unknown => parse(text));
    const inputs = z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(textOf('action.yml'))).inputs;
    const Workflow = z.object({
      jobs: z.object({
        review: z.object({ steps: z.array(z.object({ with: z.record(z.string(), z.string()).optional() })) }),
      }),
    });
    const used = Workflow.parse(workflow).jobs.review.steps.flatMap((step) => Object.keys(step.with ?? {}));
    expect(used.filter((name) => !(name in inputs))).toEqual([]);
    expect(used).not.toEqual([]);
    const Config = z.object({ repos: z.tuple([z.object({ hooks: z.tuple([z.object({ id: z.string() })]) })]) });
    expect(Config.parse(precommit).repos[0].hooks[0].id).toBe(hook.id);
  });

  test('the shell recipe writes its reports, then fails the job', async () => {
    const cwd = await folderWith({ 'docs/designs/a/a.md': WHOLE, 'docs/designs/b.md': BROKEN });
    const { code, err } = (await shellIn(cwd)).run(blocks('sh')[0] ?? '');
    expect(code).toBe(1);
    expect(err).toContain('docs/designs/b.md: it violates');
    expect(await readFile(join(cwd, 'faultline.html'), 'utf8')).toContain('<title>Review of 2 designs</title>');
    expect(await readFile(join(cwd, 'faultline.xml'), 'utf8')).toContain('<testsuite name="docs/designs/b.md"');
  });

  test('GitLab runs the same three lines', () => {
    const gitlab = z
      .object({ designs: z.object({ script: z.array(z.string()) }) })
      .parse(parse(blocks('yaml')[2] ?? ''));
    expect(`${gitlab.designs.script.join('\n')}\n`).toBe(blocks('sh')[0]);
  });

  test('the recipe for what a branch changes reviews that and nothing else', async () => {
    const cwd = await folderWith({ 'docs/designs/old.md': BROKEN });
    const shell = await shellIn(cwd);
    const git = 'git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false';
    const recipe = blocks('sh')[1] ?? '';
    const base = shell.run(`git init -q . && git add docs && ${git} commit -qm first && git rev-parse HEAD`).out.trim();
    expect(shell.run(recipe, { BASE: base })).toEqual({ code: 0, out: '', err: '' });
    shell.run(`cp docs/designs/old.md 'docs/designs/new one.md' && git add docs && ${git} commit -qm second`);
    const { code, out } = shell.run(recipe, { BASE: base });
    expect(code).not.toBe(0);
    expect(out).toMatch(/^docs\/designs\/new one\.md +not-ready/m);
    expect(out).not.toContain('old.md');
  });
});
