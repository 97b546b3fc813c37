import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/render/markdown.ts';
import { plain } from '../../src/render/paint.ts';
import { text } from '../../src/render/text.ts';
import { conciseText } from '../../src/tools/review-text.ts';
import { questionText } from '../../src/tools/question-text.ts';
import { report, verdict } from '../review/reports.ts';

const quote = { line: 4, endLine: 4, quote: 'A `shared` | table.', why: 'shares a table' };
const item = { item: 'idempotency', title: 'Repeats are safe', score: 40 } as const;
const FULL = report({
  score: 40,
  readiness: 'gaps',
  items: [item],
  verdicts: [
    verdict({
      criterion: 'stuck',
      verdict: 'violated',
      evidence: [quote],
      waiver: { reason: 'moves | in Q3', by: 'ops', until: '2027-03-31' },
    }),
    verdict({
      criterion: 'replay',
      verdict: 'partial',
      source: 'judgement',
      evidence: [quote],
      engine: { verdict: 'met', confidence: 0.5, evidence: [] },
    }),
    verdict({
      criterion: 'delivery',
      source: 'judgement',
      evidence: [quote],
      engine: { verdict: 'met', confidence: 0.5, evidence: [] },
    }),
  ],
  questions: [
    {
      criterion: 'ordering',
      question: 'Which flows need order?',
      candidates: [{ line: 7, quote: 'Events are `keyed` by id.' }],
      definitions: { na: 'nothing asynchronous', met: 'flows and keys' },
    },
  ],
  changes: {
    fixed: [{ criterion: 'owner', was: 'missing', is: 'met' }],
    new: [{ criterion: 'stuck', was: 'violated', is: 'violated' }],
    unchanged: 3,
    score: { was: 55, is: 40 },
  },
  notices: [{ line: 9, message: 'The waiver of `x` in line 9 waives nothing: \n it is unknown.' }],
});

describe('a report with waivers, judgements, changes and notices', () => {
  it('as text', () => {
    const said = text(FULL, plain);
    expect(said).toContain('design.md  gaps  score 40/100  (was 55, -15)\n');
    expect(said).toContain('~ partial  replay (judged; the engine: met)\n');
    expect(said).toContain('+ met      delivery (judged) (4)\n');
    expect(said).toContain('  w waived   stuck (violated)\n      moves | in Q3 (ops, until 2027-03-31)\n');
    expect(said).not.toContain('! violated');
    expect(said).toContain('Since the baseline\n  fixed owner (missing -> met)\n');
    expect(said).toContain('  new   stuck (violated, by another statement)\n  3 unmet as before\n');
    expect(said).toContain('Notices\n  *   The waiver of `x` in line 9 waives nothing: it is unknown.\n');
    expect(said).toContain('1 violated, 0 na, 1 of them waived.');
  });

  it('as Markdown, where nothing that a design says is rendered', () => {
    const said = markdown(FULL);
    expect(said).toContain('**gaps**, score 40/100  (was 55, -15)');
    expect(said).toContain(
      '- fixed: owner (missing -> met)\n- new: stuck (violated, by another statement)\n- 3 unmet as before\n',
    );
    expect(said).toContain('violated, waived: `moves \\| in Q3 (ops, until 2027-03-31)`');
    expect(said).toContain('- ``The waiver of `x` in line 9 waives nothing: it is unknown.``\n');
  });

  it('as the concise text for a model', () => {
    const said = conciseText(FULL);
    expect(said).toContain(
      'Since the baseline: score 55 -> 40. Fixed: owner (missing -> met). New: stuck (violated, by another statement). Unchanged: 3.',
    );
    expect(said).toContain('Notices:\n- `` The waiver of `x` in line 9 waives nothing: it is unknown. ``');
    expect(said).toContain('- partial **replay** (minor, judged). Line 4: `` A `shared` | table. ``');
    expect(said).toContain('waived: stuck (violated).');
    expect(said).toContain('Worth your judgement: ordering.');
  });

  it('asks with the lines and the meanings, in the order of the verdicts', () => {
    expect(questionText(FULL)).toContain(
      '### ordering: Which flows need order?\n\n- met: flows and keys\n- na: nothing asynchronous\n- line 7: `` Events are `keyed` by id. ``\n',
    );
    expect(questionText(report())).toBe('');
  });
});
