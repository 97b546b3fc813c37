import { ModelProblem } from '../../problem.ts';
import type { SourceFile, Stated } from '../reader.ts';
import { asl } from './asl.ts';
import { asyncapi } from './asyncapi.ts';
import { backstage } from './backstage.ts';
import { cloudformation } from './cloudformation.ts';
import { compose } from './compose.ts';
import type { Reader } from './reader.ts';
import { configurationTrees, type Tree } from './tree.ts';

const READERS: readonly Reader[] = [asyncapi, cloudformation, asl, backstage, compose];

/**
 * What a file of configuration states.
 * @returns nothing where it is of no known format, and may be a model
 * @throws ModelProblem in one line
 */
export function readConfiguration({ name, text }: SourceFile): Stated[] | undefined {
  const hinted = READERS.filter(({ hint }) => hint.test(text));
  if (hinted.length === 0) return undefined;
  try {
    const trees = configurationTrees(text);
    const reader = hinted.find(({ fits }) => trees.some((tree) => fits(tree)));
    return reader?.read(ofReader(trees, reader), baseName(name));
  } catch (error) {
    throw error instanceof Error ? new ModelProblem(`${name}: ${error.message}`) : error;
  }
}

/** Documents of other kinds in the same file are left out. */
function ofReader(trees: readonly Tree[], { fits }: Reader): Tree[] {
  return trees.filter((tree) => fits(tree));
}

function baseName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/(?:\.asl)?\.(?:ya?ml|json)$/i, '');
}
