import { afterAll, describe, expect, it } from 'vitest';
import { createReviewer } from '../../src/review/reviewer.ts';
import { verdictIn } from './small.ts';

const reviewer = createReviewer(new URL('../../dist/review-worker.js', import.meta.url));
afterAll(() => reviewer.close());

const PROSE = `# Orders

The order service writes an order to its own database and publishes the order to a queue.
The billing service consumes the queue and adds the amount to its own balance table.

`;
const design = (model: string) => `${PROSE}\`\`\`yaml faultline\n${model}\`\`\`\n`;
const review = (text: string) => reviewer.review({ name: 'orders.md', text });

const PUBLISHES = (via: string) => `services: { orders: {} }
handlers:
  place-order: # L3
    writes: [{ store: orders-db }]
    publishes: [{ message: order.placed, via: ${via} }]
`;

describe('a model that stands in the design', () => {
  it('settles a criterion that a rule finds violated, with the line behind the fact', async () => {
    const report = await review(design(PUBLISHES('after-commit')));
    const verdict = verdictIn(report, 'atomic-publish');
    expect(verdict).toMatchObject({ verdict: 'violated', source: 'model', confidence: 0.95 });
    expect(verdict?.evidence[0]).toMatchObject({ line: 3, quote: PROSE.split('\n')[2] });
    expect(verdict?.evidence[0]?.why).toMatch(
      /place-order commits, then publishes order\.placed.*\(outbox\.dual-write\)$/,
    );
    expect(verdict?.engine?.verdict).toMatch(/./);
  });

  it('settles one that is met, where each of its rules looked and found nothing', async () => {
    const report = await review(design(PUBLISHES('outbox')));
    expect(verdictIn(report, 'atomic-publish')).toMatchObject({ verdict: 'met', source: 'model' });
  });

  it('settles nothing by a fact that is unstated', async () => {
    const report = await review(design('handlers: { place-order: { publishes: [{ via: after-commit }] } }\n'));
    expect(verdictIn(report, 'atomic-publish')).toMatchObject({ source: 'text' });
  });

  it('gives way to a reader, who sees what it had said', async () => {
    const text = design(PUBLISHES('after-commit'));
    const judgements = [{ criterion: 'atomic-publish', verdict: 'na' as const, reason: 'a prototype' }];
    const report = await reviewer.review({ name: 'orders.md', text, given: { judgements } });
    expect(verdictIn(report, 'atomic-publish')).toMatchObject({
      verdict: 'na',
      source: 'judgement',
      engine: { verdict: 'violated', confidence: 0.95 },
    });
    expect(report.notices?.map(({ message }) => message)).toEqual([
      expect.stringContaining('line 3 speaks for violated'),
    ]);
  });

  it('is told of in one line where it cannot be read, and the text counts alone', async () => {
    const report = await review(design('services: { orders: { colour: red } }\n'));
    expect(report.notices?.[0]?.message).toMatch(/^The model in the design was not read: .*colour/);
    expect(new Set(report.verdicts.map(({ source }) => source))).toEqual(new Set(['text']));
  });
});

it('a design without a model is read by the text engine alone', async () => {
  const report = await review(PROSE);
  expect(new Set(report.verdicts.map(({ source }) => source))).toEqual(new Set(['text']));
});
