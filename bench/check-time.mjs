import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/root.mjs';
import { designOf, withFolder } from './designs.mjs';
import { CLI } from './measure.mjs';

const DESIGNS = 100;
const KILOBYTES = 20;

/** `faultline check` over a repository, each fourth design with a model, at first and without a change. */
export async function checkTime() {
  return withFolder(async (folder) => {
    mkdirSync(join(folder, 'docs'));
    for (let at = 0; at < DESIGNS; at += 1) {
      writeFileSync(join(folder, `docs/design-${at}.md`), `# Design ${at}\n\n${designOf(KILOBYTES)}`);
      if (at % 4 === 0)
        cpSync(join(ROOT, 'test/deliverables/complete.model.yaml'), join(folder, `docs/design-${at}.model.yaml`));
    }
    writeFileSync(join(folder, '.faultline.yaml'), 'designs: ["docs/*.md"]\ncache: .cache.json\n');
    const what = `${DESIGNS} designs of ${KILOBYTES} KB, ${DESIGNS / 4} with a model`;
    return [
      { figure: `${what}, first check`, value: seconds(folder), unit: 's', bar: '< 20 s' },
      { figure: 'the same without a change', value: seconds(folder), unit: 's', bar: '< 2 s' },
    ];
  });
}

/** @param {string} cwd @returns wall time of a check, which may fail a gate */
function seconds(cwd) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'check'], { cwd, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`faultline check ended with ${status}: ${stderr}`);
  return Number(((performance.now() - from) / 1000).toFixed(2));
}
