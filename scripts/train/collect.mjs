#!/usr/bin/env node
// Reads labelled designs, learns their words and writes src/review/reading/words.json and bench/accuracy/cells.tsv, from
// which `npm run train` learns the rest.
//   node scripts/train/collect.mjs --seen DIR --tuned DIR --kept DIR   (each as often as wanted)
// A DIR holds designs/NAME.md and labels/NAME.json ({"verdicts":{"driver":{"verdict":"met","lines":[1]},...}}).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../root.mjs';
import { withEngine } from '../engine.mjs';

const CELLS = join(ROOT, 'bench/accuracy/cells.tsv');
const WORDS = join(ROOT, 'src/review/reading/words.json');

const FILES = [
  'src/document/parse.ts',
  'src/review/knowledge.ts',
  'scripts/train/collect.ts',
  'scripts/train/cells.ts',
];

/** @param {string} folder */
function labelled(folder) {
  const names = readdirSync(join(folder, 'labels')).map((file) => file.replace(/\.json$/, ''));
  return names.toSorted().filter((name) => existsSync(join(folder, 'designs', `${name}.md`)));
}

/** @param {any} words each feature on a line of its own, so that a change can be read */
function printed({ lexicon, ...rest }) {
  const lines = Object.entries(lexicon).map(
    ([name, numbers]) => `    ${JSON.stringify(name)}: ${JSON.stringify(numbers)}`,
  );
  const head = JSON.stringify(rest, undefined, 2).replace(/\n\}$/, '');
  return `${head},\n  "lexicon": {\n${lines.join(',\n')}\n  }\n}\n`;
}

const many = /** @type {const} */ ({ type: 'string', multiple: true });
const { values } = parseArgs({ options: { seen: many, tuned: many, kept: many } });
const sets = Object.entries(values).flatMap(([set, folders]) => folders.map((folder) => ({ set, folder })));
if (sets.length === 0) {
  console.error('usage: collect.mjs --seen DIR --tuned DIR --kept DIR ...');
  process.exit(2);
}

await withEngine(FILES, async ({ parseDocument, loadKnowledge, collect, writeCells }) => {
  const { vocabulary, rulebook } = await loadKnowledge();
  const designs = [];
  for (const { set, folder } of sets)
    for (const name of labelled(folder)) {
      const text = readFileSync(join(folder, 'designs', `${name}.md`), 'utf8');
      const { verdicts: labels } = JSON.parse(readFileSync(join(folder, 'labels', `${name}.json`), 'utf8'));
      designs.push({ set, name, document: await parseDocument({ name, text }, vocabulary), labels });
    }
  const { words, cells } = collect(designs, rulebook());
  writeFileSync(WORDS, printed(words));
  writeFileSync(CELLS, writeCells(cells));
  console.log(
    `collect: ${designs.length} designs, ${cells.length} cells, ${Object.keys(words.lexicon).length} features`,
  );
});
