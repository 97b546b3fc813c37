#!/usr/bin/env node
// Reviews labelled designs and writes bench/accuracy/cells.tsv, from which `npm run train` learns.
//   node scripts/train/collect.mjs --seen DIR --unseen DIR [--unseen DIR]...
// A DIR holds designs/NAME.md and labels/NAME.json ({"verdicts":{"driver":{"verdict":"met","lines":[1]},...}}).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../root.mjs';
import { withEngine } from '../engine.mjs';

const CELLS = join(ROOT, 'bench/accuracy/cells.tsv');

const FILES = ['src/document/parse.ts', 'src/review/knowledge.ts', 'src/review/review.ts', 'src/review/confidence.ts'];

/** @param {string} folder */
function labelled(folder) {
  const names = readdirSync(join(folder, 'labels')).map((file) => file.replace(/\.json$/, ''));
  return names.toSorted().filter((name) => existsSync(join(folder, 'designs', `${name}.md`)));
}

/**
 * A row for each verdict on one design.
 * @param {any} engine
 * @param {string} folder
 * @param {string} name
 */
async function rowsOf({ parseDocument, judge, wholeOf, knowledge }, folder, name) {
  const text = readFileSync(join(folder, 'designs', `${name}.md`), 'utf8');
  const labels = JSON.parse(readFileSync(join(folder, 'labels', `${name}.json`), 'utf8')).verdicts;
  const document = await parseDocument({ name, text }, knowledge.vocabulary);
  const { decisions } = judge(document, knowledge.rulebook());
  const { statements, mean } = wholeOf(decisions, document.statements.length);
  return decisions.map((/** @type {any} */ { weighed, verdict, margin }) => {
    const { id } = weighed.criterion.matter;
    const right = labels[id].verdict === verdict ? 1 : 0;
    return [name, id, verdict, margin.toFixed(3), statements, mean.toFixed(3), right].join('\t');
  });
}

const { values } = parseArgs({
  options: { seen: { type: 'string', multiple: true }, unseen: { type: 'string', multiple: true } },
});
const sets = Object.entries(values).flatMap(([set, folders]) => folders.map((folder) => ({ set, folder })));
if (sets.length === 0) {
  console.error('usage: collect.mjs --seen DIR --unseen DIR ...');
  process.exit(2);
}

await withEngine(FILES, async (engine) => {
  const knowledge = await engine.loadKnowledge();
  const rows = ['set\tdesign\tcriterion\tverdict\tmargin\tstatements\tmean\tright'];
  for (const { set, folder } of sets)
    for (const name of labelled(folder))
      for (const row of await rowsOf({ ...engine, knowledge }, folder, name)) rows.push(`${set}\t${row}`);
  writeFileSync(CELLS, `${rows.join('\n')}\n`);
  console.log(`collect: ${rows.length - 1} cells`);
});
