import type { Document } from '../document/types.ts';
import { compare } from './baseline.ts';
import { evidenceFor } from './evidence.ts';
import type { Given } from './given.ts';
import { settle as settleJudgements } from './judgements.ts';
import { byModel } from './modelled.ts';
import { atMost } from './notices.ts';
import type { Observation } from './observe.ts';
import { judgeByPages } from './pages.ts';
import { askAbout } from './questions.ts';
import { createQuoteFinder } from '../quote/quote.ts';
import { settle, type Settled } from './reading/settle.ts';
import type { Notice, Report, Verdict } from './report.ts';
import type { Rulebook } from './rulebook.ts';
import { nextSteps, readinessOf, scoreAll, scoreItems } from './score.ts';
import { waive } from './waivers.ts';

const SKILL = 'distributed-systems-patterns';

/** What the text engine finds in a document: the system's facts, and each criterion weighed and decided. */
export interface Judged {
  readonly observations: readonly Observation[];
  readonly facts: ReadonlySet<string>;
  readonly settled: readonly Settled[];
  readonly verdicts: readonly Verdict[];
}

/** Judges a document against every criterion, whether or not it is a whole design. */
export function judge(document: Document, rulebook: Rulebook): Judged {
  const { observations, facts, decisions } = judgeByPages(document, rulebook);
  const all = settle(document, observations, decisions);
  const settled = all.filter(({ weighed: { criterion } }) => !rulebook.disabled.has(criterion.matter.id));
  return { observations, facts, settled, verdicts: settled.map((one) => toVerdict(document, one, observations)) };
}

function toVerdict(document: Document, settled: Settled, observations: readonly Observation[]): Verdict {
  const { weighed, verdict, confidence } = settled;
  const { matter, page } = weighed.criterion;
  return {
    criterion: matter.id,
    item: matter.item,
    verdict,
    severity: matter.severity,
    source: 'text',
    confidence,
    evidence: evidenceFor(document, settled, observations),
    expected: matter.expected,
    advice: matter.advice,
    page,
  };
}

/**
 * Reviews a design: the text engine's verdicts, then what the design's model settles, what readers judged, what is waived, and what changed.
 * The same document, rulebook and given values give the same report, byte for byte.
 */
export function review(document: Document, rulebook: Rulebook, version: string, given: Given = {}): Report {
  const { observations, facts, settled: read, verdicts: engine } = judge(document, rulebook);
  if (!facts.has('system')) return notAssessed(document, version, given);
  const modelled = byModel(engine, given.model ?? { settled: [] }, document);
  const settled = settleJudgements(modelled.verdicts, given.judgements ?? [], () => createQuoteFinder(document));
  const { verdicts, notices } = waive(settled.verdicts, document, given.settings, given.today);
  const weights = new Map(rulebook.criteria.map(({ matter }) => [matter.id, matter.weight]));
  const score = scoreAll(verdicts, weights);
  const all = atMost(MOST_NOTICES, [...reading(document), ...modelled.notices, ...settled.notices, ...notices]);
  return {
    ...heading(document, version),
    score,
    readiness: readinessOf(verdicts),
    items: scoreItems(verdicts, weights),
    verdicts: [...verdicts],
    questions: askAbout(verdicts, new Map(read.map((one) => [one.weighed.criterion.matter.id, one])), observations),
    next: nextSteps(verdicts, weights),
    ...(given.baseline === undefined ? {} : { changes: compare(score, verdicts, given.baseline) }),
    ...(all.length === 0 ? {} : { notices: all }),
  };
}

/** More remarks than anybody reads; a text may hold a thousand waivers that waive nothing. */
const MOST_NOTICES = 30;

const UNUSED = 'The judgements were not used, since the text does not read like a design.';

/** What was not read as Markdown; the message names the line, for formats that show messages only. */
function reading({ notices }: Document): Notice[] {
  return notices.map(({ line, message }) => ({ line, message: `Line ${line}: ${message}.` }));
}

function heading({ name, sha256, lines }: Document, version: string) {
  return { faultline: version, design: { name, sha256, lines }, skill: SKILL };
}

/** A text that names no services, stores, channels or calls is not a design; nothing is held against it. */
function notAssessed(document: Document, version: string, { judgements = [] }: Given): Report {
  const unused = judgements.length === 0 ? [] : [{ message: UNUSED }];
  const all = atMost(MOST_NOTICES, [...reading(document), ...unused]);
  return {
    ...heading(document, version),
    score: 0,
    readiness: 'not-assessed',
    items: [],
    verdicts: [],
    questions: [],
    next: ['Submit the text of a design: it names the services, their data, and what passes between them.'],
    ...(all.length === 0 ? {} : { notices: all }),
  };
}
