import type { Evidence, Report, Verdict } from '../review/report.ts';
import { digestOf, fingerprint } from './fingerprint.ts';
import type { Reviewed } from './format.ts';
import { levelOf, messageOf, type Level } from './level.ts';
import { locate } from './locate.ts';

/** A path as a relative reference: each part percent-encoded, `/` between them. */
export function uriOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

/** A result for each verdict that leaves something open; waived ones are there, suppressed with their reason. */
export function sarifResults({ report, text }: Reviewed, indexes: ReadonlyMap<string, number>): object[] {
  return report.verdicts.flatMap((verdict) => {
    const level = levelOf(verdict);
    if (level === undefined) return [];
    return [
      {
        ...saying(verdict.criterion, level, messageOf(verdict), indexes),
        ...placesOf(report, verdict),
        partialFingerprints: { 'criterionEvidence/v1': fingerprint(verdict) },
        ...stateOf(report, verdict),
        suppressions: suppressionsOf(verdict, text),
        properties: { verdict: verdict.verdict, confidence: verdict.confidence, source: verdict.source },
      },
    ];
  });
}

/** The first quote is the place, the others are related. What is missing has no line: it is held against the first one. */
function placesOf({ design }: Report, { evidence }: Verdict) {
  const [first, ...others] = evidence;
  if (first === undefined) {
    const { file, line } = locate(design, 1);
    return { locations: [placeAt(file, { startLine: line })] };
  }
  const related = others.map((one, index) => ({
    id: index + 1,
    message: { text: `This ${one.why}.` },
    ...placeOf(design, one),
  }));
  return { locations: [placeOf(design, first)], ...(related.length > 0 ? { relatedLocations: related } : {}) };
}

function placeOf(design: Report['design'], { line, endLine, quote }: Evidence) {
  const { file, line: startLine } = locate(design, line);
  return placeAt(file, { startLine, endLine: startLine + endLine - line, snippet: { text: quote } });
}

function placeAt(file: string, region: object) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' }, region } };
}

/** What every result begins with: its rule, how loud it is, and what it says. */
function saying(rule: string, level: Level, text: string, indexes: ReadonlyMap<string, number>) {
  const ruleIndex = indexes.get(rule);
  return { ruleId: rule, ...(ruleIndex === undefined ? {} : { ruleIndex }), kind: 'fail', level, message: { text } };
}

/** Where a baseline was given, each result says whether it is new; SARIF wants that of all results or of none. */
function stateOf({ changes }: Report, { criterion }: Verdict) {
  if (changes === undefined) return {};
  return { baselineState: changes.new.some((change) => change.criterion === criterion) ? 'new' : 'unchanged' };
}

/** An empty list says that the result is known not to be suppressed. */
function suppressionsOf({ criterion, waiver }: Verdict, text: string) {
  if (waiver === undefined) return [];
  const { reason, by, until } = waiver;
  const more = [...(by === undefined ? [] : [`by ${by}`]), ...(until === undefined ? [] : [`until ${until}`])];
  const justification = more.length > 0 ? `${reason} (${more.join(', ')})` : reason;
  return [{ kind: text.includes(`faultline-ignore ${criterion}`) ? 'inSource' : 'external', justification }];
}

/** A finding that no verdict is behind. */
export interface PlainResult {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly file: string;
  readonly line?: number | undefined;
  /** What makes it the same one in the next revision. */
  readonly identity: string;
}

export function plainResult(
  { rule, level, message, file, line = 1, identity }: PlainResult,
  indexes: ReadonlyMap<string, number>,
) {
  return {
    ...saying(rule, level, message, indexes),
    locations: [placeAt(file, { startLine: line })],
    partialFingerprints: { 'finding/v1': digestOf([rule, identity]) },
    suppressions: [],
  };
}
