#!/usr/bin/env node
// Fits the confidence of verdicts to bench/accuracy/cells.tsv, writes src/review/confidence.json, prints its reliability.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { withEngine } from '../engine.mjs';

await withEngine(['scripts/train/learn.ts'], ({ learn }) => {
  const { json, lines } = learn(readFileSync(join(ROOT, 'bench/accuracy/cells.tsv'), 'utf8'));
  writeFileSync(join(ROOT, 'src/review/confidence.json'), json);
  for (const line of lines) console.log(line);
});
