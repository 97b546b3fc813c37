import learnt from './words.json' with { type: 'json' };

/** What a design as a whole may lean to; what is `said` is `met` or `partial`. */
export const LEANINGS = ['met', 'said', 'na', 'violated'] as const;
export type Leaning = (typeof LEANINGS)[number];

/** A word or concept: how rare it is among statements, and where its weights stand. */
export interface Entry {
  readonly place: number;
  readonly rarity: number;
}

/** A number for each column: its bias, and what one unit of a weight is worth; its weights begin at `from` among the numbers of a feature. */
export interface Linear {
  readonly bias: readonly number[];
  readonly unit: number;
  readonly from: number;
}

/** What was learnt about words. */
export interface Words {
  readonly criteria: readonly string[];
  readonly lexicon: ReadonlyMap<string, Entry>;
  /** The features of the lexicon, by place, and the numbers that are kept of each. */
  readonly names: readonly string[];
  readonly numbers: readonly (readonly number[])[];
  /** To which length the features of a statement are scaled, and those of a gist. */
  readonly length: number;
  /** How much a statement reads like what readers cite; a column for each of `criteria`. */
  readonly cited: Linear;
  /** To which verdict the statements lean that read so; the columns of a criterion are its {@link LEANINGS}. */
  readonly leans: Linear;
}

/** Adds to each sum a value times its weight; the weights stand side by side in `numbers`, the first at `from`. */
export function addWeights(sums: Float64Array, value: number, numbers: readonly number[] | undefined, from: number) {
  if (numbers === undefined || value === 0) return;
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + value * (numbers[from + at] ?? 0);
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

/** The numbers stay as they are kept, since a command reads a single design. */
export function readWords({ criteria, length, unit, bias, features }: KeptWords): Words {
  const entries = Object.entries(features);
  return {
    criteria,
    length,
    lexicon: new Map(entries.map(([name, [rarity = 0]], place) => [name, { place, rarity }])),
    names: entries.map(([name]) => name),
    numbers: entries.map(([, numbers]) => numbers),
    cited: { bias: bias.cited, unit: unit.cited, from: 1 },
    leans: { bias: bias.leans, unit: unit.leans, from: 1 + criteria.length },
  };
}
