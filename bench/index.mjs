#!/usr/bin/env node
// Every figure we hold ourselves to, measured on the built command.
//   node bench/index.mjs [--json] [--only NAME[,NAME]] [--benchmark DIR]
// DIR holds labelled designs (designs/, labels/, agreement.mjs); FAULTLINE_BENCHMARK names it too.
import { parseArgs } from 'node:util';
import { agreement } from './agreement.mjs';
import { checkTime } from './check-time.mjs';
import { exploreTime } from './explore-time.mjs';
import { fillTime } from './fill-time.mjs';
import { hostile } from './hostile.mjs';
import { memory } from './memory.mjs';
import { modelTime } from './model-time.mjs';
import { reviewTime } from './review-time.mjs';
import { several } from './several.mjs';
import { size } from './size.mjs';
import { start } from './start.mjs';
import { printTable } from './table.mjs';
import { tokens } from './tokens.mjs';

/** @typedef {{ figure: string, value: number | string, unit?: string, bar?: string }} Row */
/** @type {Record<string, (options: { benchmark?: string | undefined }) => Promise<Row[]> | Row[]>} */
const FIGURES = {
  size,
  tokens,
  start,
  review: reviewTime,
  model: modelTime,
  explore: exploreTime,
  fill: fillTime,
  check: checkTime,
  memory,
  several,
  hostile,
  agreement,
};

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, benchmark: { type: 'string' } },
});
const names = values.only?.split(',') ?? Object.keys(FIGURES);
const unknown = names.filter((name) => !(name in FIGURES));
if (unknown.length > 0) {
  console.error(`No figure "${unknown.join(', ')}". Known: ${Object.keys(FIGURES).join(', ')}`);
  process.exit(2);
}

/**
 * One figure that cannot be measured does not hide the others.
 * @param {string} name
 * @returns {Promise<Row[]>}
 */
async function measured(name) {
  try {
    return (await FIGURES[name]?.({ benchmark: values.benchmark ?? process.env['FAULTLINE_BENCHMARK'] })) ?? [];
  } catch (error) {
    process.exitCode = 1;
    return [{ figure: 'failed', value: error instanceof Error ? error.message.trim() : String(error) }];
  }
}

/** @type {Record<string, Row[]>} */
const results = {};
for (const name of names) {
  const rows = await measured(name);
  results[name] = rows;
  if (!values.json) printTable(name, rows);
}
if (values.json)
  console.log(JSON.stringify({ node: process.version, platform: process.platform, ...results }, null, 2));
