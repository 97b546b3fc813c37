import type { Edge, Node } from './types.ts';

/** Reads the arrows of a mermaid flowchart or sequence diagram; other diagrams and unreadable lines give none. */
export function readMermaid(lines: readonly string[], firstLine: number): Edge[] {
  const kind = lines.find((line) => line.trim() !== '' && !line.trim().startsWith('%%'))?.trim() ?? '';
  const reader = /^sequenceDiagram\b/.test(kind)
    ? sequenceReader()
    : /^(?:flowchart|graph)\b/.test(kind)
      ? flowReader()
      : undefined;
  if (!reader) return [];
  return lines.flatMap((line, index) => {
    const bare = line.replace(/%%.*$/, '').trim().replace(/;$/, '');
    return bare === '' ? [] : reader(bare, firstLine + index);
  });
}

type LineReader = (line: string, at: number) => Edge[];

const MESSAGE = /^([^\s:>-][^:>]*?)\s*(<<-->>|<<->>|-->>|->>|--\)|-\)|--x|-x|-->|->)\s*[+-]?\s*([^:]+?)\s*:\s*(.*)$/;
const PARTICIPANT = /^(?:create\s+)?(participant|actor)\s+(\S+?)(?:@\{.*\})?(?:\s+as\s+(.+))?$/;

function sequenceReader(): LineReader {
  const nodes = new Map<string, Node>();
  const node = (id: string): Node => nodes.get(id) ?? { name: id, shape: shapeByName(id) };
  return (line, at) => {
    const participant = PARTICIPANT.exec(line);
    if (participant) {
      const [, kind, id = '', name = id] = participant;
      nodes.set(id, { name, shape: kind === 'actor' ? 'actor' : shapeByName(name) });
      return [];
    }
    const message = MESSAGE.exec(line);
    if (!message) return [];
    const [, from = '', arrow = '', to = '', label = ''] = message;
    return [{ line: at, arrow: arrowKind(arrow), from: node(from.trim()), to: node(to.trim()), label }];
  };
}

function arrowKind(arrow: string): Edge['arrow'] {
  if (arrow.endsWith(')')) return 'async';
  return arrow.startsWith('--') ? 'reply' : 'call';
}

/** In a sequence diagram a store is told by its name only. */
function shapeByName(name: string): Node['shape'] {
  if (/\b(?:db|database|store|cache|redis|postgres\w*|mysql|dynamodb)\b/i.test(name)) return 'store';
  return /\b(?:queue|topic|kafka|broker|bus|sqs|sns)\b/i.test(name) ? 'queue' : 'box';
}

const NODE =
  /^([\w.-]*\w)\s*(\[\(.*?\)\]|\[\[.*?\]\]|\(\[.*?\]\)|\(\(.*?\)\)|\{\{.*?\}\}|\[.*?\]|\(.*?\)|\{.*?\}|>.*?\])?(?:::?:?\w+)?/;
const ARROW =
  /^\s*(?:<?(?:--|==|-\.)\s*([^-=.>|]+?)\s*(?:-->|==>|\.->|---|===)|[<ox]?(?:-{2,}|={2,}|-\.+-)[>ox]?)\s*(?:\|([^|]*)\|)?\s*/;

function flowReader(): LineReader {
  const nodes = new Map<string, Node>();
  return (line, at) => {
    if (/^(?:flowchart|graph|subgraph|end|direction|classDef|class|style|linkStyle|click)\b/.test(line)) return [];
    return readChain(line, at, nodes);
  };
}

/** `A & B -->|label| C --> D`: each group of nodes is joined to the next one. */
function readChain(line: string, at: number, nodes: Map<string, Node>): Edge[] {
  const edges: Edge[] = [];
  let rest = line;
  let before: Node[] = [];
  let label = '';
  while (rest !== '') {
    const group = readGroup(rest, nodes);
    if (!group) break;
    for (const from of before) for (const to of group.nodes) edges.push({ line: at, arrow: 'link', from, to, label });
    const arrow = ARROW.exec(group.rest);
    if (!arrow) break;
    label = unquote(arrow[2] ?? arrow[1] ?? '');
    before = group.nodes;
    rest = group.rest.slice(arrow[0].length);
  }
  return edges;
}

function readGroup(text: string, nodes: Map<string, Node>): { nodes: Node[]; rest: string } | undefined {
  const group: Node[] = [];
  let rest = text;
  for (;;) {
    const found = NODE.exec(rest);
    if (!found) return undefined;
    const [all, id = '', box] = found;
    if (box !== undefined) nodes.set(id, { name: unquote(box.replace(/^\W+|\W+$/g, '')), shape: shapeOf(box) });
    group.push(nodes.get(id) ?? { name: id, shape: 'box' });
    rest = rest.slice(all.length).trimStart();
    if (!rest.startsWith('&')) return { nodes: group, rest };
    rest = rest.slice(1).trimStart();
  }
}

function shapeOf(box: string): Node['shape'] {
  if (box.startsWith('[(')) return 'store';
  return box.startsWith('>') ? 'queue' : 'box';
}

function unquote(label: string): string {
  return label
    .replace(/^["']|["']$/g, '')
    .replace(/<br\s*\/?>/g, ' ')
    .trim();
}
