import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Fills the deliverables of each example beside it, as a user would. */
export async function fillExamples() {
  const models = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.model.yaml'));
  for (const model of models) {
    const name = `examples/${model.replace('.model.yaml', '')}`;
    const args = [
      'dist/cli.js',
      'fill',
      'all',
      `${name}.md`,
      `examples/${model}`,
      '-o',
      `${name}.deliverables`,
      '--force',
    ];
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  }
}
