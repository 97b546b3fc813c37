import { diagramStatements } from './diagram.ts';
import type { Draft } from './drafts.ts';
import { lineText } from './lines.ts';
import type { Place } from './place.ts';
import type { Edge } from './types.ts';

/** A block of code: its lines (0-based, inclusive), with those of the fence if it has one. */
export interface CodeBlock {
  readonly first: number;
  readonly last: number;
  readonly lang: string;
}

type CodeDraft = Pick<Draft, 'kind' | 'mode' | 'whole' | 'text' | 'offset' | 'quoted'>;

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:`{3,}|~{3,})/;
const FENCE_END = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/;

/** As much of a line as a fence can take. */
const FENCE_LENGTH = 2_000;

/** The first word after the signs of a fence. */
export function fenceLanguage(line: string): string {
  return /^[`~]+[ \t]*(\S*)/.exec(line.slice(0, FENCE_LENGTH))?.[1] ?? '';
}

/** One draft for each line that is not blank; the arrows of a diagram, and then its other lines. */
export function readCode(place: Place, block: CodeBlock): { drafts: CodeDraft[]; edges: readonly Edge[] } {
  const { first, last } = content(place, block);
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => lineText(place, first + index));
  const diagram = block.lang === 'mermaid' ? diagramStatements(lines, first + 1) : undefined;
  if (!diagram) return { drafts: lines.flatMap((text, index) => codeLine(place, first + index, text)), edges: [] };
  const drafts = diagram.statements.map(({ line, kind, text }) => {
    const quoted = { line, quote: lineText(place, line - 1).trim() };
    return { kind, mode: 'row' as const, whole: true, text, offset: 0, quoted };
  });
  return { drafts, edges: diagram.edges };
}

/** The lines inside the fence; it may be left open. */
function content(place: Place, { first, last }: CodeBlock): { first: number; last: number } {
  if (!FENCE.test(lineText(place, first).slice(0, FENCE_LENGTH))) return { first, last };
  const closed = last > first && FENCE_END.test(lineText(place, last).slice(0, FENCE_LENGTH));
  return { first: first + 1, last: closed ? last - 1 : last };
}

function codeLine({ lines }: Place, index: number, text: string): CodeDraft[] {
  const offset = lines[index]?.start ?? 0;
  return text.trim() === '' ? [] : [{ kind: 'code', mode: 'code', whole: true, text, offset }];
}
