import type { Stated } from '../reader.ts';
import type { Tree } from './tree.ts';

/** Reads one format of configuration, as far as it speaks of what a model holds. */
export interface Reader {
  readonly name: string;
  /** A cheap look at the text, so that a model is not parsed twice. */
  readonly hint: RegExp;
  readonly fits: (document: Tree) => boolean;
  /** @param file name of the file without its folder and extension */
  readonly read: (documents: readonly Tree[], file: string) => Stated[];
}
