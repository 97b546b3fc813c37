/** GitHub draws no more than 500 arrows, and nobody reads half as many. */
const MOST_EDGES = 200;

type Shape = 'box' | 'store' | 'channel' | 'round';

const SHAPES: Readonly<Record<Shape, readonly [string, string]>> = {
  box: ['[', ']'],
  store: ['[(', ')]'],
  channel: ['([', '])'],
  round: ['(', ')'],
};

/** A Mermaid flowchart, put together node by node: each name gets an id that no word of Mermaid's can be. */
export class Flowchart {
  readonly #ids = new Map<string, string>();
  readonly #nodes: string[] = [];
  readonly #edges = new Set<string>();
  readonly #direction: 'LR' | 'TD';

  constructor(direction: 'LR' | 'TD') {
    this.#direction = direction;
  }

  /** @param key tells nodes apart; @param label defaults to it */
  node(key: string, shape: Shape, label = key): string {
    const before = this.#ids.get(key);
    if (before !== undefined) return before;
    const id = `n${this.#ids.size + 1}`;
    const [open, close] = SHAPES[shape];
    this.#ids.set(key, id);
    this.#nodes.push(`  ${id}${open}"${text(label)}"${close}`);
    return id;
  }

  edge(from: string, to: string, label = '', dashed = false): void {
    const arrow = dashed ? '-.->' : '-->';
    this.#edges.add(`  ${from} ${arrow}${label === '' ? '' : `|"${text(label)}"|`} ${to}`);
  }

  /** The diagram in a fence; nothing where there is no arrow, and a sentence where there are too many to read. */
  fenced(): string {
    if (this.#edges.size === 0) return '';
    if (this.#edges.size > MOST_EDGES)
      return `There are ${this.#edges.size} arrows, too many to be read in one diagram; the tables have all of them.`;
    return ['```mermaid', `flowchart ${this.#direction}`, ...this.#nodes, ...this.#edges, '```'].join('\n');
  }
}

/** A label stands in quotes; in it Mermaid writes a sign by its name between `#` and `;`. */
function text(label: string): string {
  return label
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/["#<>`;&]/g, (sign) => `#${sign.codePointAt(0) ?? 0};`)
    .trim();
}
