import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../../src/model/readers/configuration/index.ts';
import { ROOT } from '../../house/files.ts';

/** What a sample states, a line a fact: the line in the file, the path in the model, and the value. */
export function statedBy(sample: string): string[] {
  const text = readFileSync(join(ROOT, 'test/model/readers/samples', sample), 'utf8');
  return linesOf(sample, text);
}

export function linesOf(name: string, text: string): string[] {
  const facts = readConfiguration({ name, text }) ?? [];
  return facts.map(({ line, path, value }) => `${line} ${path.join('.')} = ${JSON.stringify(value)}`);
}
