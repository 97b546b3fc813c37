import { VERDICTS } from '../library/criterion.ts';
import type { Report } from '../review/report.ts';
import { code } from './quoted.ts';

/** The questions of a report, with what it takes to answer them in one further call. */
export function questionText({ questions }: Report): string {
  if (questions.length === 0) return '';
  return [
    '## Worth your judgement',
    'Judge these from the design, and call again with `judgements`: each with an exact quote, or for missing and na a reason.',
    ...questions.map(one),
  ]
    .join('\n\n')
    .concat('\n');
}

function one({ criterion, question, candidates, definitions = {} }: Report['questions'][number]): string {
  const lines = candidates.map(({ line, quote }) => `- line ${line}: ${code(quote)}`);
  const meanings = VERDICTS.flatMap((verdict) => {
    const meaning = definitions[verdict];
    return meaning === undefined ? [] : [`- ${verdict}: ${meaning}`];
  });
  return [`### ${criterion}: ${question}`, '', ...meanings, ...lines].join('\n');
}
