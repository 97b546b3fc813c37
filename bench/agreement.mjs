import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/root.mjs';
import { withFolder } from './designs.mjs';
import { CLI, run } from './measure.mjs';

/** Where the labelled designs lie in our own workshop: beside the checkout, never inside it. */
const BESIDE = join(ROOT, '../shared/benchmark');

/**
 * Agreement of the command's verdicts with a folder of labelled designs.
 * @param {{ benchmark?: string | undefined }} options
 */
export async function agreement({ benchmark = BESIDE }) {
  if (!existsSync(join(benchmark, 'agreement.mjs')))
    return [{ figure: 'skipped: no labelled designs', value: '-', bar: 'name a folder with --benchmark DIR' }];
  return withFolder(async (folder) => {
    const designs = readdirSync(join(benchmark, 'designs')).filter((name) => name.endsWith('.md'));
    for (const name of designs) {
      const { out } = await run([CLI, 'review', join(benchmark, 'designs', name), '--format', 'json']);
      writeFileSync(join(folder, name.replace(/\.md$/, '.json')), out);
    }
    const script = join(benchmark, 'agreement.mjs');
    const { out } = await run([script, '--labels', join(benchmark, 'labels'), '--verdicts', folder, '--json']);
    return figures(JSON.parse(out));
  });
}

/** @param {Record<string, any>} result what agreement.mjs prints */
function figures({ designs, cells, kappa, accuracy, evidence, violated, na }) {
  return [
    { figure: 'designs', value: designs },
    { figure: 'cells', value: cells },
    { figure: 'kappa', value: kappa, bar: '>= 0.78' },
    { figure: 'accuracy', value: accuracy, bar: '>= 0.72' },
    { figure: 'evidence', value: evidence, bar: '>= 0.88' },
    { figure: 'violated precision', value: violated.precision ?? '-', bar: '>= 0.80' },
    { figure: 'violated recall', value: violated.recall ?? '-', bar: '>= 0.70' },
    { figure: 'na precision', value: na.precision ?? '-', bar: '>= 0.75' },
    { figure: 'na recall', value: na.recall ?? '-', bar: '>= 0.75' },
  ];
}
