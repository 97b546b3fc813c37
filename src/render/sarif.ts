import type { Notice, Report, Verdict } from '../review/report.ts';
import type { Context, Reviewed } from './format.ts';
import { json } from './json.ts';
import { locate } from './locate.ts';
import { withRulesOf, type Rule } from './rules.ts';
import { plainResult, sarifResults, uriOf, type PlainResult } from './sarif-results.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Findings of other kinds than a review's, in the same log. */
export interface More {
  readonly rules: readonly Rule[];
  readonly results: readonly PlainResult[];
}

const NONE: More = { rules: [], results: [] };

/**
 * SARIF 2.1.0 for code scanning: one run over all designs, every criterion listed as a rule, a result for what is open.
 * Nothing open gives an empty list of results, which closes what an earlier upload had opened.
 */
export async function sarif(reviews: readonly Reviewed[], { rules }: Context, more: More = NONE): Promise<string> {
  const reports = reviews.map(({ report }) => report);
  const own = withRulesOf(
    reports.flatMap(({ verdicts }) => verdicts),
    await rules(),
  );
  const all = [...own, ...more.rules];
  const indexes = new Map(all.map(({ id }, index) => [id, index]));
  const run = {
    tool: { driver: driverOf(reports[0]?.faultline ?? '0.0.0', all) },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: reports.flatMap(notificationsOf) }],
    artifacts: reports.flatMap(artifactsOf),
    results: [
      ...reviews.flatMap((review) => sarifResults(review, indexes)),
      ...more.results.map((one) => plainResult(one, indexes)),
    ],
  };
  return json({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}

function driverOf(version: string, rules: readonly Rule[]) {
  return { name: 'Faultline', version, semanticVersion: version, rules: rules.map(ruleOf) };
}

const DEFAULT_LEVEL: Readonly<Record<Verdict['severity'], string>> = {
  blocker: 'error',
  major: 'warning',
  minor: 'note',
};

function ruleOf({ id, title, description, severity, question, expected, advice, uri, help }: Rule) {
  return {
    id,
    name: pascal(id),
    shortDescription: { text: title },
    fullDescription: { text: description },
    helpUri: uri,
    help: { text: [question, expected, advice].join('\n\n'), markdown: help },
    defaultConfiguration: { level: DEFAULT_LEVEL[severity] },
    properties: { severity, tags: ['distributed-systems', 'design'] },
  };
}

function pascal(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
}

/** A folder that was reviewed as one design has a file for each of its artifacts, and no hash of one. */
function artifactsOf({ design, score, readiness }: Report) {
  const names = design.files?.map(({ name }) => name) ?? [design.name];
  return names.map((name) => ({
    location: { uri: uriOf(name), uriBaseId: '%SRCROOT%' },
    ...(design.files === undefined ? { hashes: { 'sha-256': design.sha256 } } : {}),
    sourceLanguage: 'markdown',
    properties: { score, readiness },
  }));
}

/** What is wrong with the run rather than with the design: a text that is none, a waiver that waives nothing. */
function notificationsOf({ design, readiness, notices = [] }: Report) {
  const notAssessed: Notice[] =
    readiness === 'not-assessed'
      ? [{ message: 'The text does not read like a design; nothing was held against it.' }]
      : [];
  return [...notAssessed, ...notices].map((notice) => {
    const { file, line } = locate(design, notice.line ?? 1);
    const region = notice.line === undefined ? {} : { region: { startLine: line } };
    const physicalLocation = { artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' }, ...region };
    return { level: 'warning', message: { text: notice.message }, locations: [{ physicalLocation }] };
  });
}
