import type { Statement } from '../document/types.ts';
import type { VerdictName } from '../library/criterion.ts';
import type { Evidence, Verdict } from './report.ts';
import type { Finding, Weighed } from './weigh.ts';

const MAX_EVIDENCE = 5;
const MAX_QUOTE = 300;

/** A criterion's verdict as the signals have it, with how clear it is. */
export interface Decision {
  readonly weighed: Weighed;
  readonly verdict: VerdictName;
  /** How far the strength stands from the nearest bar that would change the verdict: 0.5 on it, towards 0.95 far from it. */
  readonly margin: number;
}

/** @param facts the facts that are true of the system */
export function decide(weighed: Weighed, facts: ReadonlySet<string>): Decision {
  const verdict = verdictOf(weighed, facts);
  return { weighed, verdict, margin: marginOf(verdict, weighed) };
}

/** @param confidence 0-1 */
export function toVerdict({ weighed, verdict }: Decision, confidence: number): Verdict {
  const { matter, page } = weighed.criterion;
  return {
    criterion: matter.id,
    item: matter.item,
    verdict,
    severity: matter.severity,
    source: 'text',
    confidence,
    evidence: evidence(verdict, weighed.findings),
    expected: matter.expected,
    advice: matter.advice,
    page,
  };
}

function verdictOf({ criterion, strength, parts }: Weighed, facts: ReadonlySet<string>): VerdictName {
  const { bar, applies, silence } = criterion.matter;
  if (strength.violated >= bar.violated && strength.met < (bar.remedy ?? Infinity)) return 'violated';
  if (strength.met >= bar.met && parts >= bar.parts) return 'met';
  if (strength.met + strength.partial >= bar.partial) return 'partial';
  return applies.every((fact) => facts.has(fact)) ? silence : 'na';
}

function marginOf(verdict: VerdictName, { criterion, strength }: Weighed): number {
  const { bar } = criterion.matter;
  const total = strength.met + strength.partial;
  const distance = {
    violated: strength.violated / bar.violated - 1,
    met: strength.met / bar.met - 1,
    partial: Math.min(total / bar.partial - 1, Math.abs(1 - strength.met / bar.met)),
    missing: 1 - total / bar.partial,
    na: 1 - total / bar.partial,
  }[verdict];
  return 0.5 + 0.45 * (1 - Math.exp(-1.5 * Math.max(0, distance)));
}

const CARRIES: Readonly<Record<VerdictName, readonly Finding['grade'][]>> = {
  violated: ['violated'],
  met: ['met', 'partial'],
  partial: ['met', 'partial'],
  missing: [],
  na: [],
};

/** The statements that carry a verdict: the strongest are chosen, then put in the order of the document. */
function evidence(verdict: VerdictName, findings: readonly Finding[]): Evidence[] {
  const grades = CARRIES[verdict];
  const ranked = findings
    .filter(({ grade }) => grades.includes(grade))
    .toSorted((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || b.counts - a.counts);
  const strongest = new Map<Statement, Finding>();
  for (const finding of ranked) {
    const { statement } = finding.observation;
    if (!strongest.has(statement)) strongest.set(statement, finding);
  }
  return [...strongest.values()].slice(0, MAX_EVIDENCE).toSorted(byLine).map(toEvidence);
}

function byLine(a: Finding, b: Finding): number {
  return a.observation.statement.line - b.observation.statement.line;
}

function toEvidence({ observation: { statement }, signal }: Finding): Evidence {
  return { line: statement.line, endLine: statement.endLine, quote: clip(statement.quote), why: signal.why };
}

/** A quote stays an exact piece of the source, so a long one is cut at a blank and not marked. */
export function clip(quote: string): string {
  if (quote.length <= MAX_QUOTE) return quote;
  const cut = quote.lastIndexOf(' ', MAX_QUOTE);
  return quote.slice(0, cut > 0 ? cut : MAX_QUOTE);
}
