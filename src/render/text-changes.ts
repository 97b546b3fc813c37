import type { Change, Report, Verdict, Waiver } from '../review/report.ts';
import { wrap } from './lines.ts';
import type { Paint } from './paint.ts';

/** Stands behind the score where an earlier report was compared: `(was 40, +12)`. */
export function scoreChange({ changes }: Report): string {
  if (changes === undefined) return '';
  const { was, is } = changes.score;
  const by = is - was;
  return `  (was ${was}, ${by > 0 ? `+${by}` : by === 0 ? 'unchanged' : by})`;
}

/** What an earlier report had and this one has not, and the other way round. */
export function changeLines({ changes }: Report, paint: Paint): string[] {
  if (changes === undefined) return [];
  const { fixed, new: fresh, unchanged } = changes;
  return [
    '',
    paint.bold('Since the baseline'),
    ...fixed.map((change) => changeLine(paint.green('fixed'), change)),
    ...fresh.map((change) => changeLine(paint.red('new  '), change)),
    `  ${unchanged} unmet as before`,
  ];
}

function changeLine(kind: string, change: Change): string {
  return `  ${kind} ${changeOf(change)}`;
}

/** `ordering (missing -> partial)`. */
export function changeOf({ criterion, was, is }: Change): string {
  return `${criterion} (${was === is ? `${is}, by another statement` : `${was} -> ${is}`})`;
}

/** A waived verdict with its reason. */
export function waivedLines(verdicts: readonly Verdict[], paint: Paint): string[] {
  return verdicts.flatMap(({ criterion, verdict, waiver }) => {
    if (waiver === undefined) return [];
    const [first = '', ...rest] = wrap(reasonOf(waiver));
    return [`  ${paint.dim(`w waived   ${criterion} (${verdict})`)}`, first, ...rest];
  });
}

/** `the report moves in Q3 (ops, until 2027-03-31)`. */
export function reasonOf({ reason, by, until }: Waiver): string {
  const bounds = [...(by === undefined ? [] : [by]), ...(until === undefined ? [] : [`until ${until}`])];
  return bounds.length === 0 ? reason : `${reason} (${bounds.join(', ')})`;
}

/** Stands behind a criterion that a reader judged or the model settled, with what the text engine had said if that differs. */
export function sourceMark({ source, verdict, engine }: Verdict): string {
  if (source === 'text') return '';
  const by = source === 'model' ? 'model' : 'judged';
  return engine === undefined || engine.verdict === verdict ? ` (${by})` : ` (${by}; the engine: ${engine.verdict})`;
}

/** Remarks on the review itself: waivers that waive nothing, judgements that were refused or are opposed. */
export function noticeLines({ notices = [] }: Report, paint: Paint): string[] {
  if (notices.length === 0) return [];
  const lines = notices.flatMap(({ message }) => {
    const [first = '', ...rest] = wrap(message.replace(/\s+/g, ' '));
    return [`  ${paint.yellow('*')}   ${first.trim()}`, ...rest];
  });
  return ['', paint.bold('Notices'), ...lines];
}
