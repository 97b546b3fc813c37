import type { Nodes } from 'mdast';

/** Plain text of a block with the way back to the source. */
export interface Plain {
  readonly text: string;
  /** Source offset of a plain offset. */
  readonly source: (offset: number) => number;
}

interface Piece {
  readonly plain: number;
  readonly source: number;
  readonly length: number;
}

/** Flattens phrasing content: text, code and image descriptions stay, markup goes. */
export function flatten(node: Nodes): Plain {
  const pieces: Piece[] = [];
  let text = '';
  const add = (value: string, source: number) => {
    pieces.push({ plain: text.length, source, length: value.length });
    text += value;
  };
  const visit = (child: Nodes): void => {
    const at = child.position?.start.offset ?? 0;
    if (child.type === 'text') add(child.value, at);
    else if (child.type === 'inlineCode') add(child.value, at + 1);
    else if (child.type === 'image') add(child.alt ?? '', at + 2);
    else if (child.type === 'break') add('\n', at);
    else if ('children' in child) for (const inner of child.children) visit(inner);
  };
  visit(node);
  return { text, source: (offset) => toSource(pieces, offset) };
}

/** Binary search for the piece that holds the offset. */
function toSource(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.plain ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece ? piece.source + Math.min(offset - piece.plain, piece.length) : 0;
}
