import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.ts';
import { CriterionMatter } from '../../src/library/criterion.ts';
import { judge } from '../../src/review/review.ts';
import { compileRulebook } from '../../src/review/rulebook.ts';
import { smallVocabulary } from './small.ts';

const vocabulary = smallVocabulary(
  { queue: ['queue'], outbox: ['outbox'], write: ['save', 'insert'], publish: ['publish'] },
  { queues: { least: 1, any: [{ says: ['queue'] }] } },
);

/** The verdict of a criterion with these signals (and other front matter) on a text. */
async function verdict(text: string, signals: unknown[], rest: Record<string, unknown> = {}): Promise<string> {
  return (await judgedBy(text, signals, rest))?.verdict ?? 'none';
}

async function judgedBy(text: string, signals: unknown[], rest: Record<string, unknown> = {}) {
  const matter = CriterionMatter.parse({
    id: 'probe',
    title: 'Probe',
    description: 'A probe',
    item: 'idempotency',
    severity: 'minor',
    weight: 1,
    question: 'What?',
    expected: 'That.',
    advice: 'Write that.',
    signals,
    ...rest,
  });
  const document = await parseDocument({ name: 'probe.md', text }, vocabulary);
  const [only] = judge(document, compileRulebook([{ matter, page: 'criteria/probe' }], vocabulary)).verdicts;
  return only;
}

const OUTBOX = [{ grade: 'met', says: ['outbox'], why: 'names the outbox' }];
const DUAL = { grade: 'violated', says: ['publish'], after: ['write'], why: 'publishes after the write' };

describe('how a sentence is meant', () => {
  it.each([
    ['Orders use an outbox.', 'met'],
    ['There is no outbox.', 'missing'],
    ['Orders do not use an outbox.', 'missing'],
    ['Orders will probably use an outbox.', 'partial'],
    ['Outbox: TBD.', 'partial'],
    ['We considered an outbox.', 'missing'],
    ['Fill in the outbox here.', 'missing'],
    ['# Design\n\n## Alternatives\n\nAn outbox.', 'missing'],
    ['# Design\n\n## Future work\n\nAn outbox.', 'partial'],
    ['# Design\n\n## Alternatives\n\nOne process.\n\n## Decision\n\nAn outbox.', 'met'],
  ])('%j is %s', async (text, expected) => {
    expect(await verdict(text, OUTBOX)).toBe(expected);
  });

  it('lets a signal ask for the negation', async () => {
    const signals = [{ grade: 'violated', says: ['outbox'], negated: 'yes', why: 'says there is none' }];
    expect(await verdict('There is no outbox.', signals)).toBe('violated');
    expect(await verdict('There is an outbox.', signals)).toBe('missing');
  });

  it('lets a signal count what was weighed and turned down', async () => {
    const signals = [{ grade: 'met', says: ['outbox'], stances: ['rejected'], why: 'weighs an outbox' }];
    expect(await verdict('We considered an outbox.', signals)).toBe('met');
  });

  it('never accuses by a sentence that is not plainly stated', async () => {
    const signals = [{ grade: 'violated', says: ['publish'], why: 'publishes at once' }];
    expect(await verdict('We publish at once.', signals)).toBe('violated');
    expect(await verdict('We will probably publish at once.', signals)).toBe('missing');
  });
});

describe('where a sentence stands', () => {
  const about = [{ grade: 'met', says: ['write'], about: ['queue'], why: 'saves what the queue gave' }];

  it.each([
    ['a heading above', '# Queue\n\nWe save it.'],
    ['the lead of a list', 'From the queue:\n\n- we save it'],
    ['the header of a table', '| queue | what |\n| - | - |\n| a | we save it |'],
    ['the sentence before', 'A queue gives it. We save it.'],
    ['the item around it', '- the queue\n  - we save it'],
  ])('%s gives it meaning', async (_, text) => {
    expect(await verdict(text, about)).toBe('met');
  });

  it('a heading beside it does not', async () => {
    expect(await verdict('# A\n\n## Queue\n\nNone.\n\n## Other\n\nWe save it.', about)).toBe('missing');
  });

  it('a step before it in the same section makes a sequence', async () => {
    expect(await verdict('1. Save the order\n2. Publish the event', [DUAL])).toBe('violated');
    expect(await verdict('1. Publish the event\n2. Save the order', [DUAL])).toBe('missing');
    expect(await verdict('Save the order.\n\n# Other\n\nPublish the news.', [DUAL])).toBe('missing');
  });

  it('what rests on two steps quotes both', async () => {
    const judged = await judgedBy('1. Save the order\n2. Log it\n3. Publish the event', [DUAL]);
    expect(judged?.evidence.map(({ line, why }) => [line, why])).toEqual([
      [1, 'publishes after the write'],
      [3, 'publishes after the write'],
    ]);
  });
});

describe('from strength to verdict', () => {
  it('a remedy elsewhere takes an accusation back where the page says so', async () => {
    const text = '1. Save the order\n2. Publish the event\n\nThe event goes through an outbox.';
    expect(await verdict(text, [DUAL, ...OUTBOX])).toBe('violated');
    expect(await verdict(text, [DUAL, ...OUTBOX], { bar: { remedy: 1 } })).toBe('met');
  });

  it('asks for different parts, not for the same one twice', async () => {
    const signals = [
      { grade: 'met', says: ['outbox'], why: 'names the outbox', part: 'outbox' },
      { grade: 'met', says: ['queue'], why: 'names the queue', part: 'queue' },
    ];
    const bar = { met: 2, parts: 2 };
    expect(await verdict('An outbox. Another outbox.', signals, { bar })).toBe('partial');
    expect(await verdict('An outbox. A queue.', signals, { bar })).toBe('met');
  });

  it('is na where the system gives nothing to bite on, or where silence is no lack', async () => {
    expect(await verdict('A form.', OUTBOX, { applies: ['queues'] })).toBe('na');
    expect(await verdict('A queue.', OUTBOX, { applies: ['queues'] })).toBe('missing');
    expect(await verdict('A queue.', OUTBOX, { silence: 'na' })).toBe('na');
  });
});

describe('compileRulebook', () => {
  it.each([
    [
      'a concept nobody defines',
      { signals: [{ grade: 'met', says: ['inbox'], why: 'names the inbox' }] },
      'no concept "inbox"',
    ],
    ['a fact nobody defines', { applies: ['copies'], signals: OUTBOX }, 'no fact "copies". Known: queues'],
  ])('refuses %s', async (_, rest, message) => {
    await expect(verdict('x', OUTBOX, rest)).rejects.toThrow(message);
  });

  it("prefers a page's own concept to the shared one", async () => {
    expect(await verdict('A mailbox.', OUTBOX, { concepts: { outbox: ['mailbox'] } })).toBe('met');
  });
});
