import learnt from './words.json' with { type: 'json' };

/** What a design as a whole may lean to; what is `said` is `met` or `partial`. */
export const LEANINGS = ['met', 'said', 'na', 'violated'] as const;
export type Leaning = (typeof LEANINGS)[number];

/** A word or concept: how rare it is among statements, and where its weights stand. */
export interface Entry {
  readonly place: number;
  readonly rarity: number;
}

/** A number for each column: its bias, and for each place in the lexicon the weights of all columns. */
export interface Linear {
  readonly bias: Float64Array;
  readonly weights: readonly Float64Array[];
}

/** What was learnt about words. */
export interface Words {
  readonly criteria: readonly string[];
  readonly lexicon: ReadonlyMap<string, Entry>;
  /** The features of the lexicon, by place. */
  readonly names: readonly string[];
  /** To which length the features of a statement are scaled, and those of a gist. */
  readonly length: number;
  /** How much a statement reads like what readers cite; a column for each of `criteria`. */
  readonly cited: Linear;
  /** To which verdict the statements lean that read so; the columns of a criterion are its {@link LEANINGS}. */
  readonly leans: Linear;
}

/** Adds to each sum a value times its weight; the sums are those of the columns from `first` on. */
export function addWeights(sums: Float64Array, value: number, weights: Float64Array | undefined, first = 0): void {
  if (weights === undefined || value === 0) return;
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + value * (weights[first + at] ?? 0);
}

let loaded: Words | undefined;

/** The words that the package comes with; `scripts/train/collect.mjs` learns them from labelled designs. */
export function loadWords(): Words {
  loaded ??= readWords(learnt);
  return loaded;
}

/** As words are kept: of each feature its rarity, then its weights in whole units, those of `cited` first. */
export interface KeptWords {
  readonly criteria: readonly string[];
  readonly length: number;
  readonly unit: Readonly<Record<'cited' | 'leans', number>>;
  readonly bias: Readonly<Record<'cited' | 'leans', readonly number[]>>;
  readonly features: Readonly<Record<string, readonly number[]>>;
}

export function readWords({ criteria, length, unit, bias, features }: KeptWords): Words {
  const entries = Object.entries(features);
  const linear = (kind: 'cited' | 'leans', from: number): Linear => ({
    bias: Float64Array.from(bias[kind]),
    weights: entries.map(([, numbers]) =>
      Float64Array.from(bias[kind], (_, column) => unit[kind] * (numbers[from + column] ?? 0)),
    ),
  });
  return {
    criteria,
    length,
    lexicon: new Map(entries.map(([name, [rarity = 0]], place) => [name, { place, rarity }])),
    names: entries.map(([name]) => name),
    cited: linear('cited', 1),
    leans: linear('leans', 1 + criteria.length),
  };
}
