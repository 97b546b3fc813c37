import type { Settings } from '../config/settings.ts';
import type { Document } from '../document/types.ts';
import { matchesPath } from '../files/pattern.ts';
import { nearest } from '../library/nearest.ts';
import { oneLine } from '../library/one-line.ts';
import { commentsOf } from '../quote/comments.ts';
import type { Notice, Verdict, Waiver } from './report.ts';

/** A waiver and where it was written: a line of the design, or a file of settings. */
interface Found {
  readonly criterion: string;
  readonly waiver: Waiver;
  readonly line?: number;
  readonly where: string;
}

export interface Waived {
  readonly verdicts: readonly Verdict[];
  readonly notices: readonly Notice[];
}

/**
 * Marks the unmet verdicts that the design or the settings waive, and tells of each waiver that waives nothing.
 * A waived verdict stays as it is; the score, readiness, gates and next steps pass it over, as they do `na`.
 * @param today ISO date; a waiver whose last day is before it has expired
 */
export function waive(verdicts: readonly Verdict[], document: Document, settings?: Settings, today?: string): Waived {
  const { waivers, notices } = inDocument(document);
  const waived = new Map(verdicts.map((verdict) => [verdict.criterion, verdict]));
  for (const found of [...waivers, ...inSettings(document.name, settings)]) {
    const verdict = waived.get(found.criterion);
    const fault = faultOf(found, verdict, [...waived.keys()], today);
    if (fault !== undefined) notices.push(noticeOf(found, fault, verdict !== undefined && isOver(found.waiver, today)));
    else if (verdict !== undefined) waived.set(verdict.criterion, { ...verdict, waiver: found.waiver });
  }
  return { verdicts: [...waived.values()], notices };
}

/** Whether a verdict is held against the design: unmet, and nobody has accepted it. */
export function isOpen({ verdict, waiver }: Pick<Verdict, 'verdict' | 'waiver'>): boolean {
  return verdict !== 'met' && verdict !== 'na' && waiver === undefined;
}

const MARK = /^\s*faultline-ignore(?![\w-])\s*([^\s:]*)\s*(?::([\s\S]*))?$/;

function inDocument(document: Document): { waivers: Found[]; notices: Notice[] } {
  const waivers: Found[] = [];
  const notices: Notice[] = [];
  for (const { text, line } of commentsOf(document.text)) {
    const [mark, criterion = '', said = ''] = MARK.exec(text) ?? [];
    const reason = said.replace(/\s+/g, ' ').trim();
    if (mark === undefined) continue;
    if (criterion === '' || reason === '') notices.push({ line, message: HOW, waiver: { criterion, expired: false } });
    else waivers.push({ criterion, waiver: { reason }, line, where: `in line ${line}` });
  }
  return { waivers, notices };
}

const HOW = 'This waiver waives nothing: write <!-- faultline-ignore CRITERION: REASON -->, with a reason.';

function inSettings(design: string, settings?: Settings): Found[] {
  return (settings?.waivers ?? [])
    .filter(({ files }) => files === undefined || [files].flat().some((glob) => matchesPath(glob, design)))
    .map(({ criterion, reason, by, until }) => ({
      criterion,
      waiver: { reason, ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) },
      where: `in ${settings?.name ?? 'the settings'}`,
    }));
}

function isOver({ until }: Waiver, today?: string): boolean {
  return until !== undefined && today !== undefined && until < today;
}

/** Why a waiver waives nothing, if it does. */
function faultOf(
  { criterion, waiver }: Found,
  verdict: Verdict | undefined,
  known: readonly string[],
  today?: string,
): string | undefined {
  if (verdict === undefined) return `there is no such criterion. Nearest: ${nearest(criterion, known, 3).join(', ')}`;
  if (isOver(waiver, today)) return `it expired after ${waiver.until ?? ''}`;
  if (verdict.waiver !== undefined) return 'it is waived already';
  return isOpen(verdict) ? undefined : `its verdict is ${verdict.verdict}. Take the waiver out`;
}

const SHOWN = 80;

function noticeOf({ criterion, line, where }: Found, fault: string, expired: boolean): Notice {
  const message = `The waiver of ${oneLine(criterion, SHOWN)} ${where} waives nothing: ${fault}.`;
  const waiver = { criterion, expired };
  return line === undefined ? { message, waiver } : { line, message, waiver };
}
