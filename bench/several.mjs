import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { designOf, withFolder } from './designs.mjs';
import { CLI } from './measure.mjs';

const DESIGNS = 60;
const KILOBYTES = 20;

/** Several designs in one call: on every core, and held to one of them where the system can do that. */
export async function several() {
  return withFolder(async (folder) => {
    for (let index = 0; index < DESIGNS; index += 1)
      writeFileSync(join(folder, `design-${index}.md`), `# Design ${index}\n\n${designOf(KILOBYTES)}`);
    const what = `${DESIGNS} designs of ${KILOBYTES} KB`;
    const all = seconds([process.execPath, CLI, 'review', join(folder, '*.md')]);
    const rows = [{ figure: `${what}, ${availableParallelism()} cores, s`, value: all }];
    if (spawnSync('taskset', ['--version']).status !== 0) return rows;
    const one = seconds(['taskset', '-c', '0', process.execPath, CLI, 'review', join(folder, '*.md')]);
    return [...rows, { figure: `${what}, one core, s`, value: one }, { figure: 'gain of the cores', value: one / all }];
  });
}

/** @param {string[]} command @returns wall time of a run that must succeed, or fail a gate */
function seconds([program = '', ...args]) {
  const from = performance.now();
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return (performance.now() - from) / 1000;
}
