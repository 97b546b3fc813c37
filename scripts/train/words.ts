import type { VerdictName } from '../../src/library/criterion.ts';
import { sharesOf, type Shares } from '../../src/review/reading/features.ts';
import { gistOf, LEANINGS, type Leaning, type Leans } from '../../src/review/reading/gist.ts';
import type { Layer } from '../../src/review/reading/layer.ts';
import { scoresOf, type Net } from '../../src/review/reading/net.ts';
import { HEADING, type Reading } from '../../src/review/reading/scores.ts';
import type { Entry, KeptLayer, KeptWords } from '../../src/review/reading/words.ts';
import { learnNet } from './descent.ts';
import { learnCrossed, type Crossed } from './logistic.ts';
import { rowsOf } from './rows.ts';
import type { Lesson } from './slopes.ts';

/** A statement of a labelled design: its features, and the criteria for which readers cited it. */
export interface Read {
  readonly features: ReadonlyMap<string, number>;
  readonly cited: ReadonlySet<string>;
  /** A heading is never cited and teaches nothing. */
  readonly heading: boolean;
}

/** A feature that fewer statements have is the name of something in one design. */
const LEAST = 200;
const FOLDS = 6;

/** The features that are learnt from. */
export function lexiconOf(statements: readonly Read[]): Map<string, Entry> {
  const counts = new Map<string, number>();
  for (const { features } of statements)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rarity = (count: number) => round(Math.log(statements.length / (count + 1)));
  return new Map(kept.map(([name, count], place) => [name, { place, rarity: rarity(count) }]));
}

/** What was learnt from designs, and how each of them reads by what was learnt without its fold. */
export interface Learnt {
  readonly words: KeptWords;
  readonly apart: readonly ReadonlyMap<string, Reading>[];
}

/**
 * @param designs the statements of each
 * @param labelsOf the readers' verdict on a criterion for each design
 */
export function learnWords(
  designs: readonly (readonly Read[])[],
  criteria: readonly string[],
  labelsOf: (criterion: string) => readonly VerdictName[],
): Learnt {
  const lexicon = lexiconOf(designs.flat());
  const rows = designs.map((statements) =>
    statements.map(({ features, heading }) => (heading ? undefined : sharesOf(features, lexicon))),
  );
  const lessons = designs.map((statements, at) => lessonsOf(statements, rows[at] ?? [], criteria));
  const { net, apart } = learnApart(lessons, rows, { features: lexicon.size, criteria: criteria.length });
  const readings = designs.map(() => new Map<string, Reading>());
  const leans = criteria.flatMap((criterion, column) => {
    const scored = rows.map((own, at) => ({
      rows: own,
      scores: (apart[at] ?? []).map((one) => one?.[column] ?? HEADING),
    }));
    const learnt = learnLeans(scored, labelsOf(criterion), lexicon.size);
    for (const [at, { scores }] of scored.entries())
      readings[at]?.set(criterion, { scores, leans: leansApart(learnt, at) });
    return learnt.map(({ weights }) => weights);
  });
  return { words: keepWords({ lexicon, criteria, net, leans }), apart: readings };
}

/** A net, and the scores of each design's statements by one that was learnt without its fold. */
function learnApart(
  lessons: readonly (readonly Lesson[])[],
  rows: readonly (readonly (Shares | undefined)[])[],
  sizes: { readonly features: number; readonly criteria: number },
) {
  const learn = (some: typeof lessons) => learnNet(some, sizes.features, sizes.criteria);
  const nets = Array.from({ length: FOLDS }, (_, fold) => learn(lessons.filter((_one, at) => foldOf(at) !== fold)));
  const apart = rows.map((own, at) => {
    const net = nets[foldOf(at)];
    return own.map((row) => (row && net ? scoresOf(row, net) : undefined));
  });
  return { net: learn(lessons), apart };
}

const foldOf = (design: number): number => design % FOLDS;

/** A design's statements and their scores for one criterion. */
export interface Scored {
  readonly rows: readonly (Shares | undefined)[];
  readonly scores: readonly number[];
}

/** 0.3 to 2 give the same, rotated. */
const ERROR = 0.5;

/** To which verdict designs lean whose statements read so: one for each of {@link LEANINGS}. */
export function learnLeans(designs: readonly Scored[], labels: readonly VerdictName[], places: number): Crossed[] {
  const gists = designs.map(({ rows, scores }) => gistOf(rows, scores, places));
  const rows = rowsOf(
    gists.map((gist) => [...gist, 1].flatMap((value, place) => (value === 0 ? [] : [[place, value] as const]))),
    places + 1,
  );
  const folds = designs.map((_, design) => foldOf(design));
  return LEANINGS.map((to) =>
    learnCrossed({ rows, isTrue: labels.map((label) => isA(label, to)), error: ERROR }, folds),
  );
}

const isA = (label: VerdictName, to: Leaning): boolean =>
  to === 'said' ? label === 'met' || label === 'partial' : label === to;

/** To which verdicts a design leans by what was learnt without it. */
function leansApart([met, said, na, violated]: readonly Crossed[], design: number): Leans {
  const at = (one: Crossed | undefined) => one?.apart[design] ?? 0;
  return { met: at(met), said: at(said), na: at(na), violated: at(violated) };
}

function lessonsOf(
  statements: readonly Read[],
  rows: readonly (Shares | undefined)[],
  criteria: readonly string[],
): Lesson[] {
  return statements.flatMap(({ cited }, at) => {
    const shares = rows[at];
    if (shares === undefined) return [];
    return [{ shares, cited: new Set([...criteria.keys()].filter((place) => cited.has(criteria[place] ?? ''))) }];
  });
}

interface All {
  readonly lexicon: ReadonlyMap<string, Entry>;
  readonly criteria: readonly string[];
  readonly net: Net;
  /** For each criterion and leaning a weight for each feature, and the bias. */
  readonly leans: readonly Float64Array[];
}

function keepWords({ lexicon, criteria, net, leans }: All): KeptWords {
  const { rows, ...features } = keepLayer(net.features);
  const byFeature = [...lexicon.values()].flatMap(({ place }) => leans.map((column) => column[place] ?? 0));
  const bias = Float64Array.from(leans, (column) => column[lexicon.size] ?? 0);
  const { rows: leanRows, ...leanings } = keepLayer({ rows: Float64Array.from(byFeature), bias }, bias.length);
  const entries = [...lexicon].map(
    ([name, { place, rarity }]) => [name, [rarity, rows[place] ?? '', leanRows[place] ?? '']] as const,
  );
  return {
    criteria,
    cited: keepLayer(net.cited, features.bias.length),
    features,
    leans: leanings,
    lexicon: Object.fromEntries(entries),
  };
}

const MOST = 127;

/** Weights as they are kept: a byte each, by the largest of their layer. */
function keepLayer({ rows, bias }: Layer, width = bias.length): KeptLayer {
  const largest = rows.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const unit = Number((largest / MOST).toPrecision(3)) || 1;
  const bytes = Int8Array.from(rows, (one) => Math.max(-MOST, Math.min(MOST, Math.round(one / unit))));
  return {
    unit,
    rows: Array.from({ length: rows.length / width }, (_, at) =>
      Buffer.from(bytes.slice(at * width, (at + 1) * width)).toString('base64'),
    ),
    bias: Array.from(bias, round),
  };
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
