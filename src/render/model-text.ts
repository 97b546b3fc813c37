import type { DisagreementNote, ModelResult, PlacedFinding } from '../model/result.ts';
import type { Paint } from './paint.ts';

/** Most findings, questions and other lines of a list. */
const MOST = { findings: 100, questions: 10, notes: 20 };

/** The outcome for a person: findings with their arithmetic and lines, then what would settle more. */
export function modelText(result: ModelResult, paint: Paint): string {
  const { findings, questions, disagreements, dangling, uncited } = result;
  return [
    `${paint.bold(result.files.join(', '))}: ${counted(result)}`,
    result.yaml === ''
      ? 'No table, list or diagram names the parts; references/model.md shows how to write them down.'
      : '',
    ...findings.slice(0, MOST.findings).map((finding) => findingText(finding, paint)),
    more(findings.length, MOST.findings, 'findings'),
    list(
      'References that lead nowhere',
      dangling.map(({ message }) => message),
    ),
    list('Files that disagree', disagreements.map(disagreementText)),
    list(
      'What would settle more',
      questions
        .slice(0, MOST.questions)
        .map(({ path, expected, rules }) => `${path}: ${expected} (${ruleCount(rules)})`),
    ),
    uncited > 0
      ? `${uncited === 1 ? '1 fact does not say where it stands' : `${uncited} facts do not say where they stand`}; write the line or a few words behind them: # L12`
      : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

export function counted({ findings, satisfied, unknown }: ModelResult): string {
  return `${findings.length} violated, ${satisfied} satisfied, ${unknown} cannot be told`;
}

/** Files are named only where there are several. */
export function disagreementText({ path, kept, other }: DisagreementNote): string {
  const side = ({ value, file, line }: DisagreementNote['kept']) => `${JSON.stringify(value)} (${file}:${line})`;
  return `${path}: ${side(kept)} counts, not ${side(other)}`;
}

function findingText(finding: PlacedFinding, paint: Paint): string {
  const { severity, rule, message, sums, repair } = finding;
  const colour = severity === 'critical' || severity === 'high' ? paint.red : paint.yellow;
  return [
    `${colour(severity)} ${paint.bold(rule)} ${message}.`,
    ...sums.map((sum) => `  ${sum}`),
    `  ${paint.dim(placesText(finding))}`,
    `  ${repair}`,
  ].join('\n');
}

/** The places behind a finding, each once: `at design.md:12, :14`. */
export function placesText({ facts, uncited }: Pick<PlacedFinding, 'facts' | 'uncited'>): string {
  const places = facts.flatMap(({ file, line }) =>
    file === undefined || line === undefined ? [] : [`${file}:${line}`],
  );
  const shown = [...new Set(places)].slice(0, 6).join(', ');
  if (!uncited) return `at ${shown}`;
  return shown === '' ? 'uncited' : `at ${shown}; in part uncited`;
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [
    `${title}:`,
    ...lines.slice(0, MOST.notes).map((line) => `  ${line}`),
    more(lines.length, MOST.notes, 'lines'),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function more(all: number, most: number, what: string): string {
  return all > most ? `... and ${all - most} more ${what}; --format json has all` : '';
}

function ruleCount(rules: readonly string[]): string {
  return rules.length === 1 ? '1 rule' : `${rules.length} rules`;
}
