import { describe, expect, it } from 'vitest';
import { reviewText } from './knowledge.ts';
import { reviewSmall } from './small.ts';

describe('questions', () => {
  it('ask the least sure and weightiest first, with what the verdicts mean', async () => {
    const { questions } = await reviewSmall('# Orders\n\nThe order service has a shared table.\n');
    expect(questions[0]).toMatchObject({
      criterion: 'sharing',
      question: 'What about sharing?',
      definitions: { met: 'sharing is named' },
    });
  });

  it('name lines that did not carry the verdict: negated, half said, and what stands for the other side', async () => {
    const text = '# Orders\n\nThe order service has no outbox.\n\nThe order decides.\n\nA shared table feeds it.\n';
    const { questions } = await reviewSmall(text);
    const lines = (id: string) =>
      questions.find(({ criterion }) => criterion === id)?.candidates.map(({ line }) => line);
    expect(lines('outbox')).toEqual([3]);
    expect(lines('sharing')).toEqual([3, 5, 7]);
    expect(lines('alarm')).toEqual([]);
  });

  it('quote exactly, at most three lines each, and ask ten at most', async () => {
    const text =
      '# Shop\n\nThe order service publishes events to Kafka after it saves the order.\n\n' +
      'Consumers retry. The report reads the orders table of the order service. We may add alerts later.\n';
    const { questions } = await reviewText(text);
    expect(questions).toHaveLength(10);
    for (const { candidates, definitions } of questions) {
      expect(candidates.length).toBeLessThanOrEqual(3);
      for (const { quote } of candidates) expect(text).toContain(quote);
      expect(Object.keys(definitions ?? {}).length).toBeGreaterThanOrEqual(3);
    }
  });
});
