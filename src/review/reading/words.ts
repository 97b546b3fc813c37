import type { Layer } from './layer.ts';
import type { Net } from './net.ts';
import learnt from './words.json' with { type: 'json' };

/** A word or concept: how rare it is among statements, and its place among the rows. */
export interface Entry {
  readonly place: number;
  readonly rarity: number;
}

/** What was learnt about words. */
export interface Words {
  readonly criteria: readonly string[];
  readonly lexicon: ReadonlyMap<string, Entry>;
  /** The features of the lexicon, by place. */
  readonly names: readonly string[];
  /** How much a statement reads like what readers cite. */
  readonly net: Net;
  /** To which verdict the statements lean that read so: a row for each feature. */
  readonly leans: Layer;
}

let loaded: Words | undefined;

/** The words that the package comes with; `scripts/train/collect.mjs` learns them from labelled designs. */
export function loadWords(): Words {
  loaded ??= readWords(learnt);
  return loaded;
}

/** A layer as it is kept: its rows are base64, a byte for each number, in units that are told. */
export interface KeptLayer {
  readonly unit: number;
  readonly rows: readonly string[];
  readonly bias: readonly number[];
}

/** As words are kept. */
export interface KeptWords {
  readonly criteria: readonly string[];
  readonly cited: KeptLayer;
  readonly features: Omit<KeptLayer, 'rows'>;
  readonly leans: Omit<KeptLayer, 'rows'>;
  /** Each feature's rarity, and its rows among the `features` and the `leans`. */
  readonly lexicon: Readonly<Record<string, readonly (number | string)[]>>;
}

export function readWords({ criteria, cited, features, leans, lexicon }: KeptWords): Words {
  const entries = Object.entries(lexicon).map(([name, kept]) => [name, kept.map(String)] as const);
  const rows = (at: number) => entries.map(([, kept]) => kept[at] ?? '');
  return {
    criteria,
    lexicon: new Map(entries.map(([name, [rarity]], place) => [name, { place, rarity: Number(rarity) }])),
    names: entries.map(([name]) => name),
    net: { features: readLayer({ ...features, rows: rows(1) }), cited: readLayer(cited) },
    leans: readLayer({ ...leans, rows: rows(2) }),
  };
}

function readLayer({ unit, rows, bias }: KeptLayer): Layer {
  const bytes = new Int8Array(Buffer.concat(rows.map((row) => Buffer.from(row, 'base64'))));
  return { rows: Float64Array.from(bytes, (byte) => unit * byte), bias: Float64Array.from(bias) };
}
