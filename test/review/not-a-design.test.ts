import { describe, expect, it } from 'vitest';
import { reviewText } from './knowledge.ts';

describe('a text that is no design', () => {
  it.each([
    ['an empty text', ''],
    ['blanks', ' \n\n\t\n'],
    ['a recipe', '# Pancakes\n\nMix flour, eggs and milk. Let it rest for 20 minutes, then fry.\n'],
  ])('%s is not assessed and is told what to submit', async (_, text) => {
    const report = await reviewText(text);
    expect(report).toMatchObject({ readiness: 'not-assessed', score: 0, verdicts: [], items: [] });
    expect(report.next).toEqual([
      'Submit the text of a design: it names the services, their data, and what passes between them.',
    ]);
  });
});
