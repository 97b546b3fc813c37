import { nearest } from '../library/nearest.ts';
import { oneLine } from '../library/one-line.ts';
import { clip } from './evidence.ts';
import type { Judgement } from './judgement.ts';
import { LEAST_QUOTE, type Found, type QuoteFinder } from '../quote/quote.ts';
import type { Evidence, Notice, Verdict } from './report.ts';

/** The verdicts after the judgements that hold, and a line for each that was refused or that the text speaks against. */
export interface Settled {
  readonly verdicts: readonly Verdict[];
  readonly notices: readonly Notice[];
}

/**
 * Puts a reader's judgements in the place of the text engine's verdicts, where each quote is found in the design.
 * What the engine had said stays in `engine`. A refused judgement changes nothing.
 * @param finder made only if there is a judgement to verify
 */
export function settle(
  verdicts: readonly Verdict[],
  judgements: readonly Judgement[],
  finder: () => QuoteFinder,
): Settled {
  if (judgements.length === 0) return { verdicts, notices: [] };
  const settled = new Map(verdicts.map((verdict) => [verdict.criterion, verdict]));
  const notices: Notice[] = [];
  const quotes = finder();
  for (const judgement of judgements) {
    const engine = settled.get(judgement.criterion);
    const refusal = refusalOf(judgement, engine, [...settled.keys()]);
    const found = refusal ?? verify(judgement, quotes);
    if ('message' in found) notices.push(found);
    else if (engine !== undefined) {
      const judged = judgedVerdict(judgement, engine, found.evidence);
      settled.set(engine.criterion, judged);
      notices.push(...disagreement(judged));
    }
  }
  return { verdicts: [...settled.values()], notices };
}

function refusalOf(
  { criterion, verdict, quotes = [], reason = '' }: Judgement,
  engine: Verdict | undefined,
  known: readonly string[],
): Notice | undefined {
  if (engine === undefined)
    return {
      message: `Judgement refused: no criterion "${shown(criterion)}". Nearest: ${nearest(criterion, known, 3).join(', ')}.`,
    };
  if (engine.source === 'judgement') return refuse(criterion, 'it is judged twice; only the first one counts.');
  if (verdict === 'missing' || verdict === 'na') {
    if (reason.trim() === '') return refuse(criterion, `"${verdict}" needs a reason, since silence cannot be quoted.`);
  } else if (quotes.length === 0) return refuse(criterion, `"${verdict}" needs a quote from the design.`);
  return undefined;
}

/** The quotes as evidence, or why the first one that is not found is refused. */
function verify(
  { criterion, quotes = [], reason = '' }: Judgement,
  finder: QuoteFinder,
): Notice | { evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  const why = reason.trim() === '' ? 'is quoted by the judgement' : reason.trim();
  for (const quote of quotes) {
    if (quote.replace(/\s/g, '').length < LEAST_QUOTE)
      return refuse(
        criterion,
        `the quote "${shown(quote)}" is shorter than ${LEAST_QUOTE} characters; quote the whole statement.`,
      );
    const found = finder.find(quote);
    if (found === undefined) return notFound(criterion, quote, finder);
    evidence.push(asEvidence(found, why));
  }
  return { evidence };
}

function asEvidence({ line, endLine, quote }: Found, why: string): Evidence {
  return { line, endLine, quote: clip(quote), why };
}

function notFound(criterion: string, quote: string, finder: QuoteFinder): Notice {
  const near = finder.nearest(quote);
  const lead = `the quote "${shown(quote)}" is not in the design`;
  if (near === undefined) return refuse(criterion, `${lead}, nor anything like it.`);
  return { ...refuse(criterion, `${lead}; nearest is line ${near.line}: "${shown(near.quote)}".`), line: near.line };
}

function refuse(criterion: string, reason: string): Notice {
  return { message: `Judgement of ${criterion} refused: ${reason}` };
}

const SHOWN = 120;

function shown(text: string): string {
  return oneLine(text, SHOWN);
}

/**
 * How sure a judgement is, by what backs it. These are settled by hand, not measured: a reader with a verified quote
 * is taken to be right more often than the text engine, and less so where it stands alone against strong evidence.
 */
const CONFIDENCE = { agreed: 0.95, quoted: 0.85, reasoned: 0.75, opposed: 0.6 } as const;

/** From this confidence on, an engine's verdict with a quote is strong evidence; an accusation with a quote always is. */
const STRONG = 0.7;

function judgedVerdict({ verdict }: Judgement, engine: Verdict, evidence: Evidence[]): Verdict {
  const { verdict: was, confidence, evidence: before } = engine;
  const judged = { ...engine, verdict, evidence, engine: { verdict: was, confidence, evidence: before } };
  return { ...judged, source: 'judgement', confidence: confidenceOf(judged) };
}

function confidenceOf({ verdict, evidence, engine }: Pick<Verdict, 'verdict' | 'evidence' | 'engine'>): number {
  if (engine?.verdict === verdict) return Math.max(CONFIDENCE.agreed, engine.confidence);
  if (isStrong(engine)) return CONFIDENCE.opposed;
  return evidence.length > 0 ? CONFIDENCE.quoted : CONFIDENCE.reasoned;
}

function isStrong(engine: Verdict['engine']): boolean {
  if (engine === undefined || engine.evidence.length === 0) return false;
  return engine.verdict === 'violated' || engine.confidence >= STRONG;
}

/** A judgement that strong text evidence speaks against is kept, and said so. */
function disagreement({ criterion, verdict, engine }: Verdict): Notice[] {
  const [against] = engine?.evidence ?? [];
  if (engine === undefined || engine.verdict === verdict || !isStrong(engine) || against === undefined) return [];
  const message = `${criterion} is judged ${verdict}, but line ${against.line} speaks for ${engine.verdict}: "${shown(against.quote)}" (${against.why}).`;
  return [{ line: against.line, message }];
}
