import type { Report, Verdict } from '../review/report.ts';
import type { Reviewed } from './format.ts';
import { messageOf } from './level.ts';
import { lineName, locate } from './locate.ts';
import { escapeMarkup } from './markup.ts';

/**
 * JUnit XML: a suite a design, a case a criterion. Violated and missing fail; `na` and waived are skipped; a partial one
 * passes and says so in its output, since the format knows no half. A text that is no design is one failed case.
 */
export function junit(reviews: readonly Reviewed[]): string {
  const suites = reviews.map(({ report }) => suiteOf(report));
  const total = (count: 'tests' | 'failures' | 'skipped') => suites.reduce((sum, suite) => sum + suite[count], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag('testsuites', {
      name: 'faultline',
      tests: total('tests'),
      failures: total('failures'),
      errors: 0,
      skipped: total('skipped'),
    }),
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Case {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly text: string;
}

function suiteOf(report: Report) {
  const cases =
    report.readiness === 'not-assessed'
      ? [notAssessed(report)]
      : report.verdicts.map((verdict) => caseOf(report, verdict));
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const counts = { tests: cases.length, failures: count('failed'), skipped: count('skipped') };
  const { name } = report.design;
  const open = `  ${tag('testsuite', { name, tests: counts.tests, failures: counts.failures, errors: 0, skipped: counts.skipped, time: 0, file: name })}`;
  const properties = [
    '    <properties>',
    `      ${tag('property', { name: 'score', value: report.score }, '/')}`,
    `      ${tag('property', { name: 'readiness', value: report.readiness }, '/')}`,
    '    </properties>',
  ];
  return { ...counts, text: [open, ...properties, ...cases.map(({ text }) => text), '  </testsuite>'].join('\n') };
}

function caseOf({ design }: Report, verdict: Verdict): Case {
  const { outcome, inside } = bodyOf(verdict, design);
  const first = verdict.evidence[0]?.line;
  const { file, line } = locate(design, first ?? 1);
  const open = {
    name: verdict.criterion,
    classname: design.name,
    time: 0,
    file,
    ...(first === undefined ? {} : { line }),
  };
  if (inside === '') return { outcome, text: `    ${tag('testcase', open, '/')}` };
  return { outcome, text: [`    ${tag('testcase', open)}`, `      ${inside}`, '    </testcase>'].join('\n') };
}

function bodyOf(verdict: Verdict, design: Report['design']): { outcome: Case['outcome']; inside: string } {
  const { waiver } = verdict;
  if (waiver !== undefined)
    return { outcome: 'skipped', inside: tag('skipped', { message: `waived: ${waiver.reason}` }, '/') };
  if (verdict.verdict === 'na')
    return { outcome: 'skipped', inside: tag('skipped', { message: 'does not apply' }, '/') };
  if (verdict.verdict === 'met') return { outcome: 'passed', inside: '' };
  const quotes = quotesOf(verdict, design);
  if (verdict.verdict === 'partial')
    return {
      outcome: 'passed',
      inside: `<system-out>${escapeMarkup(`partial. ${messageOf(verdict)}${quotes}`)}</system-out>`,
    };
  const open = tag('failure', { message: messageOf(verdict), type: `${verdict.verdict} (${verdict.severity})` });
  return { outcome: 'failed', inside: `${open}${escapeMarkup(`${verdict.expected}${quotes}`)}</failure>` };
}

function quotesOf({ evidence }: Verdict, design: Report['design']): string {
  return evidence
    .map(({ line, quote, why }) => `\nline ${lineName(design, line)}: ${quote.replace(/\s+/g, ' ').trim()} (${why})`)
    .join('');
}

function notAssessed({ design, next }: Report): Case {
  const message = 'the text does not read like a design';
  const text = [
    `    ${tag('testcase', { name: 'design', classname: design.name, time: 0, file: design.name })}`,
    `      ${tag('failure', { message, type: 'not-assessed' })}${escapeMarkup(next.join('\n'))}</failure>`,
    '    </testcase>',
  ].join('\n');
  return { outcome: 'failed', text };
}

function tag(name: string, attributes: Readonly<Record<string, string | number>>, end: '' | '/' = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`);
  return `<${name}${list.join('')}${end}>`;
}

/** A reader of XML turns a line's end in an attribute into a blank; written as an entity it stays. */
function attribute(value: string): string {
  return escapeMarkup(value).replaceAll('\r', '&#13;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
