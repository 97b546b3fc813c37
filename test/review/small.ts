import { parseDocument } from '../../src/document/index.ts';
import { CriterionMatter } from '../../src/library/criterion.ts';
import { Vocabulary } from '../../src/library/vocabulary.ts';
import type { Given } from '../../src/review/given.ts';
import type { Report, Verdict } from '../../src/review/report.ts';
import { review } from '../../src/review/review.ts';
import { compileRulebook, type CriterionPage, type Rulebook } from '../../src/review/rulebook.ts';

/** A vocabulary with the given concepts and facts, and one phrase for each stance and role. */
export function smallVocabulary(concepts: Vocabulary['concepts'], facts: object): Vocabulary {
  return Vocabulary.parse({
    title: 'Words',
    description: 'A small vocabulary',
    concepts,
    stances: {
      denied: ['not true that'],
      hedged: ['probably'],
      deferred: ['tbd'],
      rejected: ['we considered'],
      advice: ['you should'],
      template: ['fill in'],
    },
    roles: {
      problem: ['problem'],
      alternatives: ['alternatives'],
      'open-questions': ['open questions'],
      future: ['future work'],
      'out-of-scope': ['out of scope'],
      example: ['example'],
    },
    facts,
  });
}

const vocabulary = smallVocabulary(
  {
    service: ['service'],
    outbox: ['outbox'],
    key: ['key'],
    shared: ['shared table'],
    order: ['order'],
    alert: ['alert'],
  },
  { system: { least: 1, any: [{ says: ['service'] }] } },
);

function page(id: string, parts: Record<string, unknown>): CriterionPage {
  const matter = CriterionMatter.parse({
    id,
    title: id,
    description: id,
    item: 'ownership',
    severity: 'major',
    weight: 2,
    question: `What about ${id}?`,
    expected: `There is ${id}.`,
    advice: `Write about ${id}.`,
    ...parts,
  });
  return { matter, page: `criteria/${id}`, definitions: { met: `${id} is named`, missing: 'nothing is said' } };
}

/** Three criteria: `outbox` (met by the word), `sharing` (a blocker, violated by a shared table), `alarm` (met by an alert). */
export const SMALL: Rulebook = compileRulebook(
  [
    page('outbox', { signals: [{ grade: 'met', says: ['outbox'], why: 'names the outbox' }] }),
    page('sharing', {
      severity: 'blocker',
      weight: 4,
      signals: [
        { grade: 'violated', says: ['shared'], why: 'shares a table' },
        { grade: 'met', says: ['key', 'order'], why: 'has its own key' },
      ],
    }),
    page('alarm', { item: 'detection', signals: [{ grade: 'met', says: ['alert'], why: 'names an alert' }] }),
  ],
  vocabulary,
);

/** Reviews a text by the small rulebook, or by one made of it. */
export async function reviewSmall(text: string, given: Given = {}, rulebook = SMALL): Promise<Report> {
  return review(await parseDocument({ name: 'docs/design.md', text }, vocabulary), rulebook, '0.0.0', given);
}

/** The verdict of one criterion in a report. */
export function verdictIn({ verdicts }: Report, criterion: string): Verdict {
  const found = verdicts.find((verdict) => verdict.criterion === criterion);
  if (found === undefined) throw new Error(`no verdict on ${criterion}`);
  return found;
}
