import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/model/result.ts';
import { modelText } from '../../src/render/model-text.ts';
import { plain } from '../../src/render/paint.ts';
import { runCommand } from '../helpers/run.ts';
import { ROOT } from '../helpers/server.ts';

const MODELS = readdirSync('examples').filter((name) => name.endsWith('.model.yaml'));
const names = MODELS.map((name) => name.replace(/\.model\.yaml$/, ''));

/** The design and its model, as `faultline model` takes both. */
const filesOf = (name: string) =>
  [`${name}.md`, `${name}.model.yaml`].map((file) => ({ name: file, text: readFileSync(`examples/${file}`, 'utf8') }));

test('every example has its model beside it', () => {
  const designs = readdirSync('examples').filter((name) => name.endsWith('.md'));
  expect(designs.map((name) => name.replace(/\.md$/, ''))).toEqual(names);
});

test.each(names)('examples/%s: the findings', async (name) => {
  await expect(modelText(await checkFiles(filesOf(name), '0'), plain)).toMatchFileSnapshot(`examples/${name}.txt`);
});

test.each(names)('examples/%s: every fact has its line, and no name stands nowhere', async (name) => {
  const { uncited, dangling, findings } = await checkFiles(filesOf(name), '0');
  expect({ uncited, dangling }).toEqual({ uncited: 0, dangling: [] });
  for (const { facts } of findings) expect(facts.every(({ file }) => file === `${name}.md`)).toBe(true);
});

test.each(names)('examples/%s: its documents are what is filled from it now', async (name) => {
  const files = [`examples/${name}.md`, `examples/${name}.model.yaml`];
  const ended = await runCommand(['fill', 'all', ...files, '-o', `examples/${name}.deliverables`, '--check'], ROOT);
  expect(ended).toEqual({ code: 0, out: '', err: '' });
});
