import { disagreementText, placesText } from '../render/model-text.ts';
import type { ModelResult, PlacedFinding } from '../model/result.ts';
import { estimateTokens } from '../library/tokens.ts';
import { CONCISE } from './model-brief.ts';
import { code } from './quoted.ts';

const FULL = { findings: 60, questions: 40, notes: 20 };

/** Most tokens of a draft in a concise answer, as `estimateTokens` counts them. */
const DRAFT = 700;

/** A check of a model for an assistant: findings, what it should settle next, and the draft where nobody wrote a model. */
export function modelAnswer(result: ModelResult, full: boolean): string {
  const { findings, questions, satisfied, unknown, dangling, disagreements, uncited } = result;
  const most = full ? FULL : CONCISE;
  return [
    `**${findings.length} violated**, ${satisfied} satisfied, ${unknown} cannot tell: ${result.files.map((file) => code(file)).join(', ')}.`,
    bullets(findings.map(findingLine), most.findings, 'findings'),
    titled(
      'References that lead nowhere:',
      dangling.map(({ message }) => message),
      most.notes,
    ),
    titled('Files disagree; the first counts:', disagreements.map(disagreementText), most.notes),
    draft(result, full),
    titled(
      'State these next, by how many rules wait for each:',
      questions.map(({ path, expected, rules }) => `${path}: ${expected} (${rules.length})`),
      most.questions,
    ),
    next(result),
    uncited > 0 ? `${uncited} facts are uncited.` : '',
    findings.length > 0 ? 'Each rule has a page: read_guidance({ name: "rules/..." }).' : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

function findingLine(finding: PlacedFinding): string {
  const { severity, rule, message, sums, repair } = finding;
  const sum = sums.length > 0 ? ` ${code(sums.join('; '))}` : '';
  return `${severity} **${rule}** ${message}.${sum} ${placesText(finding)}. ${repair}`;
}

function draft({ written, yaml }: ModelResult, full: boolean): string {
  if (yaml === '' || (written && !full)) return '';
  const lines = yaml.trimEnd().split('\n');
  let tokens = 0;
  const shown = full ? lines : lines.filter((line) => (tokens += estimateTokens(`${line}\n`)) <= DRAFT);
  const cut = shown.length < lines.length ? `\n# ${lines.length - shown.length} more lines: detail "full"` : '';
  return `${written ? 'The model:' : 'Draft of what could be read:'}\n\n\`\`\`yaml\n${shown.join('\n')}${cut}\n\`\`\``;
}

function next({ written, yaml }: ModelResult): string {
  if (written) return '';
  if (yaml === '')
    return 'No table, list or diagram names the parts. Write the model from the prose (read_guidance({ name: "model" }) shows how) and call again with `model`.';
  const handlers = /^handlers:/m.test(yaml)
    ? ''
    : 'Most rules look at `handlers`: say for each piece of work what starts it (`on`), what it writes, publishes and calls. ';
  return `${handlers}Complete the draft from the prose and call again with \`model\`, the same paths or text, and behind each fact where it stands: \`# L41\` or \`# "a few words"\`. A quote that is not in the design is refused.`;
}

function titled(title: string, lines: readonly string[], most: number): string {
  return lines.length === 0 ? '' : `${title}\n${bullets(lines, most, 'lines')}`;
}

function bullets(lines: readonly string[], most: number, what: string): string {
  const cut = lines.length > most ? [`- ... ${lines.length - most} more ${what}: detail "full"`] : [];
  return [...lines.slice(0, most).map((line) => `- ${line}`), ...cut].join('\n');
}
