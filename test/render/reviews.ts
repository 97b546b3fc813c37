import type { Context } from '../../src/render/format.ts';
import { plain } from '../../src/render/paint.ts';
import { loadRules } from '../../src/render/rules.ts';
import type { Report } from '../../src/review/report.ts';
import { report, verdict } from '../review/reports.ts';

/** A design with everything in it that a format must escape, and CRLF besides. */
export const TEXT = [
  '# Orders </pre><script>alert(1)</script>',
  '',
  'Both services write the `orders` table. | a, b: "c" & \'d\' %25 ]]> -->',
  'A queue',
  'carries events.',
  '',
].join('\r\n');

const shared = verdict({
  criterion: 'private-store',
  item: 'ownership',
  verdict: 'violated',
  severity: 'blocker',
  page: 'criteria/private-store',
  evidence: [
    { line: 3, endLine: 3, quote: 'Both services write the `orders` table.', why: 'says who writes it' },
    { line: 4, endLine: 5, quote: 'A queue\ncarries events.', why: 'names a second way in' },
  ],
  advice: 'Give the table one owner: 100%, <now>.',
});
const waived = verdict({
  criterion: 'ordering',
  item: 'ordering',
  verdict: 'missing',
  severity: 'major',
  waiver: { reason: 'Prices & order do not matter', by: 'Ada', until: '2027-03-31' },
});

/** A report with each kind of verdict, a waiver, a judgement, changes and a notice. */
export const FULL: Report = report({
  design: { name: 'docs/my orders, 50%.md', sha256: 'a'.repeat(64), lines: 6 },
  score: 40,
  readiness: 'not-ready',
  items: [
    { item: 'ownership', title: 'Owners', score: 40 },
    { item: 'ordering', title: 'Order', score: 0 },
  ],
  verdicts: [
    shared,
    verdict({
      criterion: 'owner',
      item: 'ownership',
      verdict: 'partial',
      severity: 'blocker',
      source: 'judgement',
      evidence: [{ line: 3, endLine: 3, quote: 'Both services write the `orders` table.', why: 'names a table' }],
      engine: { verdict: 'met', confidence: 0.6, evidence: [{ line: 4, endLine: 4, quote: 'A queue', why: 'x' }] },
    }),
    verdict({ criterion: 'contracts', item: 'ownership', verdict: 'missing', severity: 'minor' }),
    verdict({ criterion: 'evolution', item: 'ownership', verdict: 'na' }),
    verdict({ criterion: 'our-own', item: 'ownership', verdict: 'met' }),
    waived,
  ],
  next: ['Give the table one owner: 100%, <now>.'],
  changes: {
    fixed: [{ criterion: 'delivery', was: 'missing', is: 'met' }],
    new: [{ criterion: 'private-store', was: 'met', is: 'violated' }],
    unchanged: 3,
    score: { was: 30, is: 40 },
  },
  notices: [{ line: 2, message: 'the waiver of "replay" is not used' }, { message: 'an old waiver' }],
});

export const CLEAN: Report = report({ verdicts: [verdict({}), verdict({ criterion: 'replay', verdict: 'na' })] });
export const NO_DESIGN: Report = report({ readiness: 'not-assessed', score: 0, next: ['Submit a design.'] });

export const context: Context = { paint: plain, several: false, rules: loadRules };
export const reviewed = (...reports: readonly Report[]) => reports.map((one) => ({ report: one, text: TEXT }));
