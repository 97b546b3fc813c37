import { createFenceReader } from '../../../src/library/fences.ts';

/** A run of lines of a design that a transformation treats alike. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'table' | 'code' | 'other';
  readonly lines: readonly string[];
}

const HEADING = /^#{1,6} /;
const ROW = /^\s*\|.*\|\s*$/;
/** What starts a list, a quote, a rule, an indented block, a definition, markup or a table of contents. */
const MARKED = /^(?:\s{2,}|\t|\s*(?:[-*+>|<[]|\d+[.)])|\s*(?:---|===|\*\*\*)|\s*$)/;

/** Cuts a design into blocks; joined with line ends they are the design again. */
export function blocksOf(text: string): Block[] {
  const fences = createFenceReader();
  const blocks: { kind: Block['kind']; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const { at } = fences.next(line);
    const kind = at === 'text' ? kindOf(line) : 'code';
    const last = blocks.at(-1);
    if (last?.kind === kind && kind !== 'heading') last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks.map(settled);
}

function kindOf(line: string): Block['kind'] {
  if (HEADING.test(line)) return 'heading';
  if (ROW.test(line)) return 'table';
  return MARKED.test(line) ? 'other' : 'paragraph';
}

/** Rows are a table only under a header and its rule. */
function settled(block: Block): Block {
  const isTable = block.kind !== 'table' || /^\s*\|[\s|:-]+\|\s*$/.test(block.lines[1] ?? '');
  return isTable ? block : { ...block, kind: 'other' };
}

export function join(blocks: readonly Block[]): string {
  return blocks.flatMap(({ lines }) => lines).join('\n');
}

/** The blocks with some replaced. */
export function mapBlocks(
  text: string,
  change: (block: Block, index: number, all: Block[]) => readonly string[],
): string {
  return blocksOf(text)
    .flatMap((block, index, all) => change(block, index, all))
    .join('\n');
}
