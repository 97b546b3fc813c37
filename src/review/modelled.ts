import type { Document } from '../document/types.ts';
import type { ByModel, Ground, Settling } from '../model/criteria.ts';
import { clip } from './evidence.ts';
import type { Evidence, Notice, Verdict } from './report.ts';

/** What the model settles is reckoned, not read; what remains is that the model may be wrong about the system. */
const CONFIDENCE = 0.95;
const MAX_EVIDENCE = 5;

/** Puts what the design's own model settles in the place of the text engine's verdicts, which stay in `engine`. */
export function byModel(
  verdicts: readonly Verdict[],
  { settled, problem }: Settling,
  document: Document,
): { verdicts: readonly Verdict[]; notices: readonly Notice[] } {
  const lines = settled.length === 0 ? [] : document.text.split(/\r?\n/);
  const found = new Map(settled.map((one) => [one.criterion, one]));
  const modelled = verdicts.map((verdict) => replaced(verdict, found.get(verdict.criterion), lines));
  const notices = modelled.flatMap(opposed);
  return problem === undefined
    ? { verdicts: modelled, notices }
    : { verdicts: modelled, notices: [{ message: `The model in the design was not read: ${problem}` }, ...notices] };
}

function replaced(verdict: Verdict, model: ByModel | undefined, lines: readonly string[]): Verdict {
  if (model === undefined) return verdict;
  const { verdict: was, confidence, evidence: before } = verdict;
  const evidence = model.grounds.flatMap((ground) => evidenceOf(ground, lines));
  // Without a line in the design there is nothing to show, and what is said of it stays with the text.
  if (evidence.length === 0) return verdict;
  return {
    ...verdict,
    verdict: model.verdict,
    source: 'model',
    confidence: CONFIDENCE,
    evidence: onceEach(evidence).slice(0, MAX_EVIDENCE),
    engine: { verdict: was, confidence, evidence: before },
  };
}

/** The first line that a ground stands on which has words. */
function evidenceOf({ rule, says, lines: numbers }: Ground, lines: readonly string[]): Evidence[] {
  const wordsOn = (line: number) => (lines[line - 1] ?? '').trim();
  const line = numbers.find((number) => wordsOn(number) !== '');
  if (line === undefined) return [];
  return [{ line, endLine: line, quote: clip(wordsOn(line)), why: `${says} (${rule})` }];
}

function onceEach(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.line} ${one.why}`, one])).values()].toSorted(
    (a, b) => a.line - b.line,
  );
}

/** Where the text accuses and the model acquits, both are said. */
function opposed({ criterion, source, verdict, engine }: Verdict): Notice[] {
  const [against] = engine?.evidence ?? [];
  if (source !== 'model' || engine?.verdict !== 'violated' || verdict !== 'met' || against === undefined) return [];
  return [
    {
      line: against.line,
      message: `${criterion} is met by the model, but line ${against.line} speaks against it (${against.why}).`,
    },
  ];
}
