import type { Document } from '../document/types.ts';
import { decide } from './decide.ts';
import { systemFacts } from './facts.ts';
import { observe } from './observe.ts';
import { askAbout } from './questions.ts';
import type { Report, Verdict } from './report.ts';
import type { Rulebook } from './rulebook.ts';
import { nextSteps, readinessOf, scoreAll, scoreItems } from './score.ts';
import { matchSignals, weigh, type Weighed } from './weigh.ts';

const SKILL = 'distributed-systems-patterns';

/** What the text engine finds in a document: the system's facts, and each criterion weighed and decided. */
export interface Judged {
  readonly facts: ReadonlySet<string>;
  readonly weighed: readonly Weighed[];
  readonly verdicts: readonly Verdict[];
}

/** Judges a document against every criterion, whether or not it is a whole design. */
export function judge(document: Document, rulebook: Rulebook): Judged {
  const observations = observe(document, rulebook.matcher);
  const facts = systemFacts(rulebook, observations);
  const matched = matchSignals(rulebook, observations);
  const weighed = rulebook.criteria.map((criterion) => weigh(criterion, matched));
  return { facts, weighed, verdicts: weighed.map((one) => decide(one, facts)) };
}

/** Reviews a design. The same document and rulebook give the same report, byte for byte. */
export function review(document: Document, rulebook: Rulebook, version: string): Report {
  const { facts, weighed, verdicts } = judge(document, rulebook);
  if (!facts.has('system')) return notAssessed(document, version);
  const weights = new Map(rulebook.criteria.map(({ matter }) => [matter.id, matter.weight]));
  return {
    ...heading(document, version),
    score: scoreAll(verdicts, weights),
    readiness: readinessOf(verdicts),
    items: scoreItems(verdicts, weights),
    verdicts: [...verdicts],
    questions: askAbout(verdicts, new Map(weighed.map((one) => [one.criterion.matter.id, one]))),
    next: nextSteps(verdicts, weights),
  };
}

function heading({ name, sha256, lines, notices }: Document, version: string) {
  const said = notices.length > 0 ? { notices: [...notices] } : {};
  return { faultline: version, design: { name, sha256, lines }, skill: SKILL, ...said };
}

/** A text that names no services, stores, channels or calls is not a design; nothing is held against it. */
function notAssessed(document: Document, version: string): Report {
  return {
    ...heading(document, version),
    score: 0,
    readiness: 'not-assessed',
    items: [],
    verdicts: [],
    questions: [],
    next: ['Submit the text of a design: it names the services, their data, and what passes between them.'],
  };
}
