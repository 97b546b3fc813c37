import type { VerdictName } from '../library/criterion.ts';
import { changeOf } from '../render/text-changes.ts';
import type { Report, Verdict } from '../review/report.ts';
import { isOpen } from '../review/waivers.ts';
import { code } from './quoted.ts';

const ORDER: readonly VerdictName[] = ['violated', 'missing', 'partial'];

/** A report in a few hundred tokens: the outcome, what is not met with one quote each, and what to write next. */
export function conciseText(report: Report): string {
  const { design, score, readiness, items, verdicts, next } = report;
  const open = ORDER.flatMap((wanted) => verdicts.filter((one) => one.verdict === wanted && isOpen(one)));
  return [
    `**${readiness}**, score ${score}/100: ${code(design.name)}, ${design.lines} lines.`,
    changed(report),
    noticed(report),
    items.map((item) => `- ${item.item} ${item.score}/100`).join('\n'),
    open.map((one) => line(one, next)).join('\n'),
    settled(verdicts),
    next.length > 0 ? `Next:\n${next.map((step, index) => `${index + 1}. ${step}`).join('\n')}` : '',
    open.length > 0
      ? 'Each criterion has a page: read_guidance({ name: "criteria/..." }). All quotes: detail "full".'
      : '',
    asked(report),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

/** With the advice, unless that stands among the next steps anyway. */
function line({ verdict, criterion, severity, source, evidence, advice }: Verdict, next: readonly string[]): string {
  const [first] = evidence;
  const quote = first === undefined ? '' : ` Line ${first.line}: ${code(first.quote)}`;
  const judged = source === 'judgement' ? ', judged' : '';
  const told = verdict === 'partial' || next.includes(advice) ? '' : ` ${advice}`;
  return `- ${verdict} **${criterion}** (${severity}${judged}).${quote}${told}`;
}

function settled(verdicts: readonly Verdict[]): string {
  const named = (['met', 'na'] as const).map((wanted) => {
    const ids = verdicts.filter(({ verdict }) => verdict === wanted).map(({ criterion }) => criterion);
    return ids.length > 0 ? `${wanted}: ${ids.join(', ')}.` : '';
  });
  const waived = verdicts.filter(({ waiver }) => waiver !== undefined);
  const accepted = waived.map(({ criterion, verdict }) => `${criterion} (${verdict})`).join(', ');
  return [...named, accepted === '' ? '' : `waived: ${accepted}.`].filter((part) => part !== '').join(' ');
}

/** Most criteria named on one side of a comparison. */
const CHANGES = 5;

function changed({ changes }: Report): string {
  if (changes === undefined) return '';
  const { score, fixed, unchanged } = changes;
  const names = (list: typeof fixed) => {
    const shown = list.slice(0, CHANGES).map(changeOf);
    const more = list.length > CHANGES ? [`and ${list.length - CHANGES} more`] : [];
    return list.length === 0 ? 'none' : [...shown, ...more].join(', ');
  };
  return `Since the baseline: score ${score.was} -> ${score.is}. Fixed: ${names(fixed)}. New: ${names(changes.new)}. Unchanged: ${unchanged}.`;
}

/** Most notices, and most characters of one. */
const NOTICES = 5;
const NOTICE = 260;

/** Notices repeat what the caller or the design wrote, so they are quoted too. */
function noticed({ notices = [] }: Report): string {
  if (notices.length === 0) return '';
  const lines = notices.slice(0, NOTICES).map(({ message }) => `- ${code(message, NOTICE)}`);
  const more = notices.length > NOTICES ? [`- and ${notices.length - NOTICES} more: detail "full"`] : [];
  return ['Notices:', ...lines, ...more].join('\n');
}

function asked({ questions }: Report): string {
  if (questions.length === 0) return '';
  const names = questions.map(({ criterion }) => criterion).join(', ');
  return `Worth your judgement: ${names}. Detail "full" has their candidate lines and what each verdict means; then call again with judgements.`;
}
