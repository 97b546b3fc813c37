import type { Report, Verdict } from '../../src/review/report.ts';

/** A report with the given parts; the rest is an empty, ready one. */
export function report(parts: Partial<Report> = {}): Report {
  return {
    faultline: '0.0.0',
    design: { name: 'design.md', sha256: '0'.repeat(64), lines: 10 },
    skill: 'distributed-systems-patterns',
    score: 100,
    readiness: 'ready',
    items: [],
    verdicts: [],
    questions: [],
    next: [],
    ...parts,
  };
}

/** A verdict with the given parts; the rest is a met minor criterion. */
export function verdict(parts: Partial<Verdict> = {}): Verdict {
  return {
    criterion: 'delivery',
    item: 'idempotency',
    verdict: 'met',
    severity: 'minor',
    source: 'text',
    confidence: 0.9,
    evidence: [],
    expected: 'It is stated.',
    advice: 'State it.',
    page: 'criteria/delivery',
    ...parts,
  };
}
