import { readFlowchart } from './flowchart.ts';
import { readSequence } from './sequence.ts';
import type { Edge } from './types.ts';

/** What a line of a diagram says: an arrow by the shown names of its ends, or any other line as it stands. */
export interface DiagramStatement {
  readonly line: number;
  readonly kind: 'edge' | 'code';
  readonly text: string;
}

/** Lines that only set how a diagram looks. */
const LOOKS =
  /^\s*(?:%%|(?:sequenceDiagram|flowchart|graph|autonumber|activate|deactivate|end|style|classDef|class|linkStyle|direction|click|accTitle|accDescr)\b)/;

/** Longest line that is read as a part of a diagram. */
const LONGEST_LINE = 2_000;

/**
 * The arrows and other statements of a mermaid flowchart or sequence diagram whose first line is number `first`.
 * Undefined for other diagrams: their lines are code.
 */
export function diagramStatements(
  lines: readonly string[],
  first: number,
): { edges: Edge[]; statements: DiagramStatement[] } | undefined {
  const kind = lines.find(isDeclaration)?.trim() ?? '';
  const read = /^sequenceDiagram\b/.test(kind)
    ? readSequence
    : /^(?:flowchart|graph)\b/.test(kind)
      ? readFlowchart
      : undefined;
  if (!read) return undefined;
  const usable = lines.map((text) => (text.length <= LONGEST_LINE ? text : ''));
  const edges = read(usable, first);
  const drawn = new Set(edges.map(({ line }) => line));
  const others = lines.flatMap((text, index) => {
    const line = first + index;
    return drawn.has(line) || text.trim() === '' || LOOKS.test(text) ? [] : [{ line, kind: 'code' as const, text }];
  });
  const arrows = edges.map(({ line, from, to, label }) => ({
    line,
    kind: 'edge' as const,
    text: [from.name, label, to.name].filter((part) => part !== '').join(' | '),
  }));
  return { edges, statements: [...arrows, ...others].toSorted((a, b) => a.line - b.line) };
}

function isDeclaration(line: string): boolean {
  const bare = line.trim();
  return bare !== '' && !bare.startsWith('%%') && bare !== '---' && !/^\w+:/.test(bare);
}
