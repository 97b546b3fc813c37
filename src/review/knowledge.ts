import type { Settings } from '../config/settings.ts';
import { loadCriteria, type Criterion } from '../library/criteria.ts';
import { loadVocabulary } from '../library/load-vocabulary.ts';
import type { Vocabulary } from '../library/vocabulary.ts';
import { configure, SettingsProblem } from './configure.ts';
import { compileRulebook, type Rulebook } from './rulebook.ts';

/** The package's pages, read once, and the rulebooks made of them. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  /** @throws SettingsProblem */
  readonly rulebook: (settings?: Settings) => Rulebook;
}

export async function loadKnowledge(): Promise<Knowledge> {
  const [ours, vocabulary] = await Promise.all([loadCriteria(), loadVocabulary()]);
  const plain = compileRulebook(ours, vocabulary);
  // Designs of one run share their settings, so the last team's own pages are kept compiled.
  let last = { key: '[]', rulebook: plain };
  const withOwn = (own: readonly Criterion[], name: string): Rulebook => {
    const key = JSON.stringify(own);
    if (key !== last.key) last = { key, rulebook: compileOwn(ours, own, vocabulary, name) };
    return last.rulebook;
  };
  return {
    vocabulary,
    rulebook: (settings) => (settings ? configure(withOwn(settings.criteria, settings.name), settings) : plain),
  };
}

function compileOwn(
  ours: readonly Criterion[],
  own: readonly Criterion[],
  vocabulary: Vocabulary,
  name: string,
): Rulebook {
  try {
    return compileRulebook(withOwnPages(ours, own), vocabulary);
  } catch (error) {
    throw new SettingsProblem(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Our criteria and a team's, judged side by side.
 * @throws Error where a team's page takes an id of ours
 */
export function withOwnPages(ours: readonly Criterion[], own: readonly Criterion[]): Criterion[] {
  const taken = own.find(({ matter }) => ours.some((one) => one.matter.id === matter.id));
  if (taken) throw new Error(`${taken.page}: the id "${taken.matter.id}" is taken by one of ours; choose another`);
  return [...ours, ...own];
}
