import { afterEach, describe, expect, it } from 'vitest';
import { createReviewer, ReviewProblem, type Reviewer } from '../../src/review/reviewer.ts';

let reviewer: Reviewer | undefined;
const start = (script: string, deadline?: number) => {
  reviewer = createReviewer(new URL(script, import.meta.url), deadline);
  return reviewer;
};
afterEach(async () => {
  await reviewer?.close();
});

describe('a worker that breaks a limit', () => {
  it.each([
    ['hang', 'x.md: not read within 1 s. Submit the design in smaller parts.'],
    ['throw', 'x.md: could not be read (thrown outside). Submit the design in smaller parts.'],
    ['exit', 'x.md: could not be read. Submit the design in smaller parts.'],
  ])('%s is one line that says what to do, and the next design is read by a new one', async (text, message) => {
    const { review } = start('workers/faulty.mjs', 500);
    const failed = await review({ name: 'x.md', text }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ReviewProblem);
    expect(failed).toHaveProperty('message', message);
    expect(await review({ name: 'y.md', text: 'answer' })).toEqual({ score: 7 });
  });

  it('memory is bounded, whatever a text asks for', async () => {
    const { review } = start('workers/faulty.mjs', 20_000);
    await expect(review({ name: 'x.md', text: 'exhaust' })).rejects.toThrow(/memory/);
    expect(await review({ name: 'y.md', text: 'answer' })).toEqual({ score: 7 });
  });

  it('passes on why a design was refused', async () => {
    await expect(start('workers/faulty.mjs').review({ name: 'x.md', text: 'refuse' })).rejects.toThrow('refused');
  });
});

describe('the worker of the package', () => {
  it('reviews designs one after the other, however many come at once', async () => {
    const { review } = start('../../dist/review-worker.js');
    const texts = ['orders', 'billing', 'stock'].map((name) => ({
      name: `${name}.md`,
      text: `# ${name}\n\nThe ${name} service owns the ${name} database and publishes events to a queue.\n\nThe web app calls it over HTTP.\n`,
    }));
    const reports = await Promise.all(texts.map(review));
    expect(reports.map(({ design }) => design.name)).toEqual(['orders.md', 'billing.md', 'stock.md']);
    expect(reports.map(({ verdicts }) => verdicts.length)).toEqual([25, 25, 25]);
  });
});
