import learnt from './words.json' with { type: 'json' };

/** A word or concept: how rare it is among statements, and what it says for each criterion, in units. */
export interface Feature {
  readonly rarity: number;
  readonly weights: readonly number[];
}

/** What was learnt about words; `weights` of a feature and `bias` stand in the order of `criteria`. */
export interface Words {
  readonly criteria: readonly string[];
  readonly bias: readonly number[];
  readonly features: ReadonlyMap<string, Feature>;
  /** To which length the features of a statement are scaled. */
  readonly length: number;
  /** What one unit of a weight is worth. */
  readonly unit: number;
}

let loaded: Words | undefined;

/** The words that the package comes with; `scripts/train/collect.mjs` learns them from labelled designs. */
export function loadWords(): Words {
  loaded ??= readWords(learnt);
  return loaded;
}

/** As words are kept: each feature's rarity, then its weights. */
export interface KeptWords extends Omit<Words, 'features'> {
  readonly features: Readonly<Record<string, readonly number[]>>;
}

export function readWords({ features, ...rest }: KeptWords): Words {
  const read = ([name, [rarity = 0, ...weights]]: [string, readonly number[]]) => [name, { rarity, weights }] as const;
  return { ...rest, features: new Map(Object.entries(features).map(read)) };
}
