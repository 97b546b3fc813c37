import { plainLabel, shapeByName } from './shapes.ts';
import type { Edge, Node } from './types.ts';

const ID = /[\p{L}\p{N}_]+(?:[.-](?=[\p{L}\p{N}_])[\p{L}\p{N}_]+)*/uy;
const LINK = /\s*(?:[ox](?=[-=]))?(<)?(?:-{2,}|={2,}|-\.{1,9}-)(?:>|[ox](?=\s|\|))?\s*(?:\|([^|]{0,500})\|)?\s*/y;
const TEXT_LINK =
  /\s*(<)?(?:--|==|-\.)\s*([^-=.|>\s"][^|>"]{0,500}?|"[^"]{0,500}")\s*(?:-{2,}>?|={2,}>?|\.{1,9}->?)(?:[ox](?=\s))?\s*/y;
const INVISIBLE = /\s*~{3,}\s*/y;
const SETTINGS = /@\{([^}]{0,500})\}/y;
const CLASS = /:::[\w-]+/y;
const SKIPPED = /^(?:flowchart|graph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)\b|^%%/;
const SUBGRAPH = /^subgraph\s+([\w.-]+)\s*(?:\[(.+)\])?\s*$/;

/** What opens a box, what closes it, and the shape it is drawn in; longer openings first. */
const BOXES: readonly (readonly [string, readonly string[], Node['shape'] | undefined])[] = [
  ['(((', [')))'], undefined],
  ['[(', [')]'], 'store'],
  ['([', ['])'], undefined],
  ['[[', [']]'], undefined],
  ['((', ['))'], undefined],
  ['{{', ['}}'], undefined],
  ['[/', ['/]', '\\]'], undefined],
  ['[\\', ['\\]', '/]'], undefined],
  ['[', [']'], undefined],
  ['(', [')'], undefined],
  ['{', ['}'], undefined],
  ['>', [']'], 'queue'],
];

interface Link {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** Arrows of a mermaid flowchart, which starts at line `first`. Names and shapes may be given after their use. */
export function readFlowchart(lines: readonly string[], first: number): Edge[] {
  const nodes = new Map<string, Node>();
  const links = lines.flatMap((text, index) =>
    statements(text).flatMap((statement) => new Chain(statement, nodes).read(first + index)),
  );
  const node = (id: string): Node => nodes.get(id) ?? { name: id, shape: shapeByName(id) };
  return links.map(({ line, from, to, label }) => ({ line, arrow: 'link', from: node(from), to: node(to), label }));
}

/** A line may hold several statements; a semicolon inside quotes parts none. */
function statements(line: string): string[] {
  const bare = line.trim().replace(/^(?:flowchart|graph)\s+\w+\s*;/, '');
  const parts = bare.includes('"') ? [bare.replace(/;$/, '')] : bare.split(';');
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !SKIPPED.test(part));
}

/** Most arrows of one statement: `A & B --> C & D` multiplies. */
const MOST_LINKS = 200;

/** Reads `A & B -->|label| C --> D`: each group of boxes is linked to the next. */
class Chain {
  private at = 0;
  private readonly text: string;
  private readonly nodes: Map<string, Node>;

  constructor(text: string, nodes: Map<string, Node>) {
    this.text = text;
    this.nodes = nodes;
  }

  read(line: number): Link[] {
    const subgraph = SUBGRAPH.exec(this.text);
    if (subgraph || this.text.startsWith('subgraph')) return this.name(subgraph?.[1], subgraph?.[2]);
    const links: Link[] = [];
    let before = this.group();
    for (let arrow = this.arrow(); arrow && links.length < MOST_LINKS; arrow = this.arrow()) {
      const { label, drawn, both } = arrow;
      const after = this.group();
      const join = (ones: readonly string[], others: readonly string[]) =>
        ones.flatMap((from) => others.map((to) => ({ line, from, to, label })));
      links.push(...(drawn ? join(before, after) : []), ...(both ? join(after, before) : []));
      before = after;
    }
    return links;
  }

  private name(id: string | undefined, title: string | undefined): [] {
    if (id !== undefined && title !== undefined) this.nodes.set(id, { name: plainLabel(title), shape: 'box' });
    return [];
  }

  private group(): string[] {
    const group: string[] = [];
    do {
      const id = this.take(ID)?.[0];
      if (id === undefined) break;
      this.box(id);
      group.push(id);
    } while (this.take(/\s*&\s*/y) && group.length < MOST_LINKS);
    return group;
  }

  private box(id: string): void {
    const opening = BOXES.find(([open]) => this.text.startsWith(open, this.at));
    if (opening) this.shape(id, opening);
    const settings = this.take(SETTINGS)?.[1];
    if (settings !== undefined) this.settings(id, settings);
    this.take(CLASS);
  }

  private shape(id: string, [open, closes, shape]: (typeof BOXES)[number]): void {
    const from = this.at + open.length;
    const quoted = this.text[from] === '"' ? this.text.indexOf('"', from + 1) : -1;
    const ends = closes.map((close) => this.text.indexOf(close, Math.max(from, quoted))).filter((end) => end >= 0);
    if (ends.length === 0) return;
    const end = Math.min(...ends);
    const name = plainLabel(this.text.slice(from, end));
    if (name !== '') this.nodes.set(id, { name, shape: shape ?? shapeByName(name) });
    this.at = end + open.length;
  }

  private settings(id: string, settings: string): void {
    const name = plainLabel(/label:\s*("[^"]*"|[^,]+)/.exec(settings)?.[1] ?? this.nodes.get(id)?.name ?? id);
    const shape = /shape:\s*"?([\w-]+)/.exec(settings)?.[1] ?? '';
    const store = /^(?:cyl|cylinder|db|database|lin-cyl|disk|lined-cylinder)$/.test(shape);
    const queue = /^(?:das|h-cyl|horizontal-cylinder)$/.test(shape);
    this.nodes.set(id, { name, shape: store ? 'store' : queue ? 'queue' : shapeByName(name) });
  }

  private arrow(): { label: string; drawn: boolean; both: boolean } | undefined {
    this.take(/\s*\w+@(?=[-=<])/y);
    if (this.take(INVISIBLE)) return { label: '', drawn: false, both: false };
    const text = this.take(TEXT_LINK);
    if (text) return { label: plainLabel(text[2] ?? ''), drawn: true, both: text[1] !== undefined };
    const link = this.take(LINK);
    return link && { label: plainLabel(link[2] ?? ''), drawn: true, both: link[1] !== undefined };
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
