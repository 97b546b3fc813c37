import type { Part } from './marks.ts';

const NEGATORS = new Set(['no', 'not', 'never', 'without', 'neither', 'nor', 'none', 'nobody', 'nothing']);

/** After these a negator says something else: "not only", "no matter", "no more than", "no later than". */
const AFTER_NOT = new Set(['only', 'just', 'merely', 'simply', 'necessarily', 'least']);
const AFTER_NO = new Set(['matter', 'doubt', 'sooner', 'wonder']);
const COMPARED = new Set(['more', 'less', 'later', 'fewer', 'longer', 'earlier', 'greater', 'higher']);

/** Words that start a clause of its own, which an earlier negation does not reach. */
const CLAUSE_STARTS = new Set(
  'but however even instead rather because since so until unless while whereas although though yet if when once before after therefore thus then'.split(
    ' ',
  ),
);
/** After "and", these start a clause of its own too. */
const AFTER_AND = new Set(
  'we it they this these that each every all any then you i is are will must should can for in on with from by'.split(
    ' ',
  ),
);

/** Most words that "without" reaches: it governs a noun, not the rest of the sentence. */
const WITHOUT_REACH = 6;

/** Most words after a comma among which "or" shows that a list goes on. */
const LIST_REACH = 5;

/**
 * For each part, whether a negation may reach it: from a negator to the end of its clause.
 * The negator itself is not reached by itself.
 */
export function negationReach(parts: readonly Part[]): boolean[] {
  const reach: boolean[] = [];
  let left = 0;
  for (const [at, part] of parts.entries()) {
    if (closes(parts, at)) left = 0;
    reach.push(left > 0);
    left = Math.max(0, left - 1);
    if (part.kind === 'word' && NEGATORS.has(part.text) && negates(parts, at))
      left = part.text === 'without' ? WITHOUT_REACH : Infinity;
  }
  return reach;
}

function wordAt(parts: readonly Part[], at: number): string | undefined {
  const part = parts[at];
  return part?.kind === 'word' ? part.text : undefined;
}

function negates(parts: readonly Part[], at: number): boolean {
  const next = wordAt(parts, at + 1) ?? '';
  if (COMPARED.has(next) && wordAt(parts, at + 2) === 'than') return false;
  return wordAt(parts, at) === 'no' ? !AFTER_NO.has(next) : !AFTER_NOT.has(next);
}

function closes(parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  if (!part) return true;
  if (part.kind === 'comma') return !listGoesOn(parts, at);
  if (part.kind !== 'word') return true;
  if (CLAUSE_STARTS.has(part.text)) return true;
  return part.text === 'and' && AFTER_AND.has(wordAt(parts, at + 1) ?? '');
}

/** "no queue, broker, or outbox": the comma belongs to a list under one negation. */
function listGoesOn(parts: readonly Part[], comma: number): boolean {
  for (let at = comma + 1; at <= comma + LIST_REACH; at += 1) {
    const part = parts[at];
    if (!part || (part.kind !== 'word' && part.kind !== 'comma')) return false;
    if (part.kind === 'word' && (part.text === 'or' || part.text === 'nor')) return true;
    if (part.kind === 'word' && CLAUSE_STARTS.has(part.text)) return false;
  }
  return false;
}
