import type { Draft } from './drafts.ts';
import { lineAt, type Line } from './lines.ts';
import type { StanceReader } from './stance.ts';
import type { Role, Section, Statement, Word } from './types.ts';
import type { Sentence } from './words.ts';

/** A heading of the source, with the draft that holds its words. */
export interface SectionDraft {
  readonly title: string;
  readonly depth: number;
  readonly line: number;
  /** -1 for the text before any heading. */
  readonly draft: number;
}

/** Everything that was collected, with the sentences of each draft. */
export interface Collected {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly drafts: readonly Draft[];
  readonly sentences: readonly (readonly Sentence[])[];
  readonly sections: readonly SectionDraft[];
}

/** Sections with their nesting and roles, and statements with their context and stance. */
export function finish(collected: Collected, stances: StanceReader): { sections: Section[]; statements: Statement[] } {
  const sections = toSections(collected, stances);
  const headings = sections.map((_, index) => headingWords(collected, sections, index));
  const statements = collected.drafts.flatMap((draft, index) => {
    const role = roleAbove(collected, sections, draft, stances);
    return statementsOf({ collected, draft, index, role, headings: headings[draft.section] ?? [] }, stances);
  });
  return { sections, statements: withoutEmpty(statements, sections) };
}

function toSections({ sections, sentences }: Collected, stances: StanceReader): Section[] {
  const done: Section[] = [];
  for (const [index, { title, depth, line, draft }] of sections.entries()) {
    const parent = parentOf(done, depth);
    const words = (sentences[draft] ?? []).flatMap((sentence) => sentence.words);
    // The first heading is the title of the document: it names no role.
    const own = index > 1 ? stances.role(words) : undefined;
    done.push({ title, depth, line, role: own ?? done[parent]?.role ?? 'body', parent });
  }
  return done;
}

/** The section above that a heading of this depth is nested in; -1 for the text before any heading. */
function parentOf(above: readonly Section[], depth: number): number {
  let at = above.length - 1;
  while (at > 0 && (above[at]?.depth ?? 0) >= depth) at = above[at]?.parent ?? -1;
  return at;
}

/** The words of a section's heading and of those it is nested in, outermost first. */
function headingWords(
  { sections, sentences }: Collected,
  nested: readonly Section[],
  index: number,
): (readonly Word[])[] {
  const chain: (readonly Word[])[] = [];
  for (let at = index; at > 0; at = nested[at]?.parent ?? -1) {
    const words = sentences[sections[at]?.draft ?? -1]?.[0]?.words;
    if (words) chain.unshift(words);
  }
  return chain;
}

function roleAbove({ sentences }: Collected, sections: readonly Section[], draft: Draft, stances: StanceReader): Role {
  const bold = draft.under === undefined ? undefined : sentences[draft.under]?.[0]?.words;
  return (bold && stances.role(bold)) ?? sections[draft.section]?.role ?? 'body';
}

interface Work {
  readonly collected: Collected;
  readonly draft: Draft;
  readonly index: number;
  readonly role: Role;
  readonly headings: readonly (readonly Word[])[];
}

function statementsOf({ collected, draft, index, role, headings }: Work, stances: StanceReader): Statement[] {
  const { sentences, sections } = collected;
  const kind = draft.kind;
  if (kind === 'lead') return [];
  const own = sentences[index] ?? [];
  const isHeading = sections[draft.section]?.draft === index;
  const shared = [
    ...(isHeading ? headings.slice(0, -1) : headings),
    ...(draft.under === undefined ? [] : lastWords(sentences[draft.under])),
    ...draft.leads.flatMap((lead) => lastWords(sentences[lead])),
  ];
  return own.map((sentence, position) => {
    const before = own[position - 1];
    const context = before ? [...shared, before.words] : shared;
    const stance = stances.stance({
      kind,
      role,
      words: sentence.words,
      asked: sentence.asked,
      quote: quoteOf(draft, sentence),
    });
    return {
      kind,
      ...placeOf(collected, draft, sentence),
      words: sentence.words,
      context,
      section: draft.section,
      stance,
    };
  });
}

function lastWords(sentences: readonly Sentence[] | undefined): (readonly Word[])[] {
  const last = sentences?.at(-1);
  return last ? [last.words] : [];
}

function quoteOf(draft: Draft, { start, end }: Sentence): string {
  return draft.quoted?.quote ?? draft.text.slice(start, end);
}

function placeOf(
  { lines }: Collected,
  draft: Draft,
  sentence: Sentence,
): { line: number; endLine: number; quote: string } {
  const quote = quoteOf(draft, sentence);
  if (draft.quoted) return { line: draft.quoted.line, endLine: draft.quoted.line, quote };
  const line = lineAt(lines, draft.offset + sentence.start);
  return { line, endLine: lineAt(lines, draft.offset + Math.max(sentence.start, sentence.end - 1)), quote };
}

/** A heading says what is to be filled in where nobody has filled anything in below it. */
function withoutEmpty(statements: readonly Statement[], sections: readonly Section[]): Statement[] {
  const filled = new Set<number>();
  for (const { kind, stance, section } of statements) {
    if (kind === 'heading' || stance === 'template') continue;
    for (let at = section; at >= 0 && !filled.has(at); at = sections[at]?.parent ?? -1) filled.add(at);
  }
  return statements.map((one) =>
    one.kind === 'heading' && !filled.has(one.section) ? { ...one, stance: 'template' } : one,
  );
}
