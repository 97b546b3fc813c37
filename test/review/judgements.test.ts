import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/review/judgement.ts';
import { reviewSmall, verdictIn } from './small.ts';

const TEXT = `# Orders

The order service and the billing service read a shared table.
Every consumer keeps the ids it has
  seen for a week.

<!-- The consumers never repeat an effect at all. -->
`;

const judged = (judgements: Judgement[], text = TEXT) => reviewSmall(text, { judgements });
const messages = async (judgements: Judgement[]) =>
  ((await judged(judgements)).notices ?? []).map((one) => one.message);

describe('a judgement whose quotes are in the design', () => {
  it('replaces the verdict, keeps what the engine had said, and says so', async () => {
    const quotes = ['Every consumer keeps the ids it has seen for a week.'];
    const report = await judged([{ criterion: 'outbox', verdict: 'met', quotes, reason: 'dedup stands in for it' }]);
    expect(verdictIn(report, 'outbox')).toMatchObject({
      verdict: 'met',
      source: 'judgement',
      confidence: 0.85,
      engine: { verdict: 'missing', evidence: [] },
      evidence: [
        {
          line: 4,
          endLine: 5,
          quote: 'Every consumer keeps the ids it has\n  seen for a week.',
          why: 'dedup stands in for it',
        },
      ],
    });
    expect(report.notices).toBeUndefined();
  });

  it('changes score, readiness and next steps', async () => {
    const before = await reviewSmall(TEXT);
    const quotes = ['read a shared table'];
    const after = await judged([{ criterion: 'sharing', verdict: 'met', quotes, reason: 'a read replica' }]);
    expect([before.readiness, after.readiness]).toEqual(['not-ready', 'gaps']);
    expect(after.score).toBeGreaterThan(before.score);
    expect([before.next[0], after.next.includes('Write about sharing.')]).toEqual(['Write about sharing.', false]);
  });

  it('is not asked about again', async () => {
    const asked = async (judgements: Judgement[]) => (await judged(judgements)).questions.map((one) => one.criterion);
    const before = await asked([]);
    expect(before).toContain('alarm');
    expect(await asked([{ criterion: 'alarm', verdict: 'na', reason: 'a library' }])).not.toContain('alarm');
  });

  it('that agrees with the engine is surer than either', async () => {
    const quotes = ['read a shared table'];
    const report = await judged([{ criterion: 'sharing', verdict: 'violated', quotes }]);
    expect(verdictIn(report, 'sharing').confidence).toBeGreaterThanOrEqual(0.95);
    expect(report.notices).toBeUndefined();
  });

  it('that strong text evidence speaks against is kept, and the disagreement is told', async () => {
    const quotes = ['Every consumer keeps the ids'];
    const report = await judged([{ criterion: 'sharing', verdict: 'met', quotes }]);
    expect(verdictIn(report, 'sharing')).toMatchObject({
      verdict: 'met',
      confidence: 0.6,
      engine: { verdict: 'violated', evidence: [{ line: 3 }] },
    });
    expect(report.notices).toEqual([
      {
        line: 3,
        message:
          'sharing is judged met, but line 3 speaks for violated: "The order service and the billing service read a shared table." (shares a table).',
      },
    ]);
  });
});

describe('a judgement is refused in one line', () => {
  it.each<[string, Judgement, string]>([
    [
      'a quote that is not there',
      { criterion: 'outbox', verdict: 'met', quotes: ['Every consumer stores the ids it has processed.'] },
      'Judgement of outbox refused: the quote "Every consumer stores the ids it has processed." is not in the design; nearest is line 4: "Every consumer keeps the ids it has seen for a week.".',
    ],
    [
      'a quote like nothing',
      { criterion: 'outbox', verdict: 'met', quotes: ['zebras gallop'] },
      'Judgement of outbox refused: the quote "zebras gallop" is not in the design, nor anything like it.',
    ],
    [
      'a quote from a comment, which no reader sees',
      { criterion: 'outbox', verdict: 'met', quotes: ['The consumers never repeat an effect'] },
      'Judgement of outbox refused: the quote "The consumers never repeat an effect" is not in the design',
    ],
    [
      'a quote too short to prove anything',
      { criterion: 'outbox', verdict: 'met', quotes: ['the ids'] },
      'Judgement of outbox refused: the quote "the ids" is shorter than 8 characters; quote the whole statement.',
    ],
    [
      'another case',
      { criterion: 'outbox', verdict: 'met', quotes: ['every consumer KEEPS the ids'] },
      'is not in the design; nearest is line 4',
    ],
    [
      'one good quote and one bad',
      { criterion: 'outbox', verdict: 'met', quotes: ['Every consumer keeps', 'every consumer drops'] },
      '"every consumer drops" is not in the design',
    ],
    ['no quote', { criterion: 'outbox', verdict: 'violated', reason: 'I am sure' }, '"violated" needs a quote'],
    ['silence without a reason', { criterion: 'outbox', verdict: 'missing' }, '"missing" needs a reason'],
    ['na with a blank reason', { criterion: 'outbox', verdict: 'na', reason: ' ' }, '"na" needs a reason'],
    [
      'an unknown criterion',
      { criterion: 'outbxo', verdict: 'na', reason: 'x' },
      'Judgement refused: no criterion "outbxo". Nearest: outbox,',
    ],
  ])('%s', async (_, judgement, message) => {
    const [said, ...more] = await messages([judgement]);
    expect(said).toContain(message);
    expect(said).toMatch(/^[^\n]{20,600}$/);
    expect(more).toEqual([]);
    expect((await judged([judgement])).verdicts).toEqual((await reviewSmall(TEXT)).verdicts);
  });

  it('the second one on a criterion', async () => {
    const judgement: Judgement = { criterion: 'alarm', verdict: 'na', reason: 'a library' };
    expect(await messages([judgement, { ...judgement, verdict: 'missing' }])).toEqual([
      'Judgement of alarm refused: it is judged twice; only the first one counts.',
    ]);
  });

  it('and the good ones beside it are taken', async () => {
    const report = await judged([
      { criterion: 'outbox', verdict: 'met', quotes: ['made up by somebody'] },
      { criterion: 'alarm', verdict: 'na', reason: 'a library' },
    ]);
    expect(report.notices).toHaveLength(1);
    expect(verdictIn(report, 'outbox').source).toBe('text');
    expect(verdictIn(report, 'alarm')).toMatchObject({ verdict: 'na', source: 'judgement', confidence: 0.75 });
  });
});

it('on a text that is not a design, nothing is settled, and the report says so', async () => {
  const report = await judged([{ criterion: 'alarm', verdict: 'na', reason: 'a diary' }], 'Dear diary,\n');
  expect(report).toMatchObject({ readiness: 'not-assessed', verdicts: [] });
  expect(report.notices?.map(({ message }) => message)).toEqual([
    'The judgements were not used, since the text does not read like a design.',
  ]);
});
