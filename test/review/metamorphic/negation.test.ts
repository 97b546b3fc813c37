import { describe, expect, it } from 'vitest';
import { criteria, verdictOn } from '../knowledge.ts';

/** Sentences of plain prose, so that each can be denied on its own. */
const PROSE = /^(?:[A-Z][^\n|#`]*[.]\n?)+$/;
const SENTENCE = /[^.!?]+(?:[.](?=\S)[^.!?]+)*[.!?]+\s*/g;
/** One that has no clause beside it: a second clause would keep what it says whatever the first denies. */
const ONE_CLAUSE = /^(?!.*\b(?:because|since|so|if|when|while|unless|but)\b)[^,:;]*$/;
const VERB = / (is|are|was|were|must|will|can|has been|have been) /;

const examples = criteria.flatMap(({ matter, page, examples: own }) =>
  own
    .filter(({ text, verdict }) => PROSE.test(text) && verdict !== 'missing' && verdict !== 'na')
    .map(({ line, text, verdict }) => ({ place: `references/${page}.md:${line}`, id: matter.id, text, verdict })),
);

const deny = (text: string): string =>
  text.replace(SENTENCE, (sentence) => `It is not true that ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`);

const negate = (text: string): string => text.replace(SENTENCE, (sentence) => sentence.replace(VERB, ' $1 not '));

/** Single sentences that carry a verdict alone. */
const carriers = await Promise.all(
  examples
    .filter(({ verdict }) => verdict === 'met')
    .flatMap(({ id, place, text }) => [...text.matchAll(SENTENCE)].map(([sentence]) => ({ id, place, sentence })))
    .filter(({ sentence }) => ONE_CLAUSE.test(sentence) && VERB.test(sentence))
    .map(async (one) => ({ ...one, verdict: await verdictOn(one.id, one.sentence) })),
);

describe('a design that says it is not so', () => {
  it.each(examples)('is not $verdict where $place is', async ({ id, text, verdict }) => {
    expect(await verdictOn(id, deny(text)), deny(text)).not.toBe(verdict);
  });
});

describe('a sentence with its verb negated', () => {
  it.each(carriers.filter(({ verdict }) => verdict === 'met'))('is not met: $sentence', async ({ id, sentence }) => {
    expect(await verdictOn(id, negate(sentence))).not.toBe('met');
  });
});
