#!/usr/bin/env node
// Writes what must not be kept by hand: the README's tables (from the running server and the criterion pages),
// the lists of rules, of a model's fields and of its questions, the deliverables of the examples, and the JSON schemas of the report, of a criterion page and of `.faultline.yaml`. The check fails where a file then differs from git.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { fillExamples } from './examples.mjs';
import { fieldList } from './fields.mjs';
import { exploreScreen, firstScreen, modelScreen } from './first-screen.mjs';
import { ROOT } from './root.mjs';
import { questionList } from './questions.mjs';
import { ruleList } from './rules.mjs';
import { jsonSchemas } from './schemas.mjs';
import { readmeTables } from './tables.mjs';

const BLOCK = /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

/**
 * Puts each generated text of a page between its two comments.
 * @param {string} path from the root
 * @param {Record<string, string>} texts by the name in the comment
 * @throws if the page asks for a text that is not made, or lacks the comments of one that is
 */
async function fill(path, texts) {
  const page = readFileSync(join(ROOT, path), 'utf8');
  const asked = [...page.matchAll(BLOCK)].map(([, , name = '']) => name);
  const unknown = asked.filter((name) => !(name in texts));
  const unused = Object.keys(texts).filter((name) => !asked.includes(name));
  if (unknown.length > 0)
    throw new Error(`${path} asks for ${unknown.join(', ')}; known: ${Object.keys(texts).join(', ')}`);
  if (unused.length > 0)
    throw new Error(`${path} lacks <!-- generated:NAME --> ... <!-- /generated --> for ${unused.join(', ')}`);
  const filled = page.replace(BLOCK, (_, open, name, close) => `${open}\n${texts[name]}\n\n${close}`);
  await put(path, filled);
}

/**
 * Writes only what differs, formatted as the check wants it.
 * @param {string} path from the root
 * @param {string} text
 */
async function put(path, text) {
  const file = join(ROOT, path);
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (existsSync(file) && readFileSync(file, 'utf8') === formatted) return;
  writeFileSync(file, formatted);
  console.log(`generate: ${path} rewritten`);
}

mkdirSync(join(ROOT, 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries(await jsonSchemas()))
  await put(`schemas/${name}.schema.json`, JSON.stringify(schema));

await fillExamples();
await fill('references/model-fields.md', { fields: await fieldList() });
await fill('references/model-rules.md', { rules: await ruleList() });
await fill('references/open-questions.md', { questions: questionList() });
await fill('README.md', {
  'first-screen': firstScreen(),
  'model-screen': modelScreen(),
  'explore-screen': exploreScreen(),
  ...(await readmeTables()),
});
