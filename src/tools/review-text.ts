import type { VerdictName } from '../library/criterion.ts';
import type { Report, Verdict } from '../review/report.ts';

/** Longest quote in the concise text; `detail: "full"` has it whole. */
const QUOTE = 140;

const ORDER: readonly VerdictName[] = ['violated', 'missing', 'partial'];

/** A report in a few hundred tokens: the outcome, what is not met with one quote each, and what to write next. */
export function conciseText(report: Report): string {
  const { design, score, readiness, items, verdicts, next } = report;
  const open = ORDER.flatMap((wanted) => verdicts.filter(({ verdict }) => verdict === wanted));
  return [
    `**${readiness}**, score ${score}/100: ${code(design.name)}, ${design.lines} lines.`,
    items.map((item) => `- ${item.item} ${item.score}/100`).join('\n'),
    open.map(line).join('\n'),
    settled(verdicts),
    next.length > 0 ? `Next:\n${next.map((step, index) => `${index + 1}. ${step}`).join('\n')}` : '',
    open.length > 0
      ? 'Each criterion has a page: read_guidance({ name: "criteria/..." }). All quotes: detail "full".'
      : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

function line({ verdict, criterion, severity, evidence, advice }: Verdict): string {
  const [first] = evidence;
  const quote = first === undefined ? '' : ` Line ${first.line}: ${code(first.quote)}`;
  return `- ${verdict} **${criterion}** (${severity}).${quote}${verdict === 'partial' ? '' : ` ${advice}`}`;
}

function settled(verdicts: readonly Verdict[]): string {
  const named = (['met', 'na'] as const).map((wanted) => {
    const ids = verdicts.filter(({ verdict }) => verdict === wanted).map(({ criterion }) => criterion);
    return ids.length > 0 ? `${wanted}: ${ids.join(', ')}.` : '';
  });
  return named.filter((part) => part !== '').join(' ');
}

/** What a design says stands in a code span, so that it is shown and never read as part of the answer. */
function code(quote: string): string {
  const flat = quote.replace(/\s+/g, ' ').trim();
  const cut = flat.length > QUOTE ? `${flat.slice(0, QUOTE - 3)}...` : flat;
  const longest = Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${cut}\`` : `${fence} ${cut} ${fence}`;
}
