#!/usr/bin/env node
// Learns the weights of verdicts from bench/accuracy/cells.tsv, writes them to src/review/reading/verdicts.json, and writes
// how right they are to bench/accuracy/figures.txt.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { withEngine } from '../engine.mjs';

await withEngine(['scripts/train/learn.ts'], ({ learn }) => {
  const { json, lines } = learn(readFileSync(join(ROOT, 'bench/accuracy/cells.tsv'), 'utf8'));
  writeFileSync(join(ROOT, 'src/review/reading/verdicts.json'), json);
  writeFileSync(join(ROOT, 'bench/accuracy/figures.txt'), `${lines.join('\n')}\n`);
  for (const line of lines) console.log(line);
});
