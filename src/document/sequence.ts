import { plainLabel, shapeByName } from './shapes.ts';
import type { Edge, Node } from './types.ts';

const PARTICIPANT =
  /^(?:create\s+)?(participant|actor)\s+([^\s@]+(?:[ \t]+(?!as\b)[^\s@]+)*)(?:@\{([^}]*)\})?(?:\s+as\s+(.+))?$/;
const ARROW = /\s*(<<-->>|<<->>|-->>|->>|--\)|-\)|--x|-x|-->|->)\s*[+-]?\s*/;

/** Arrows of a mermaid sequence diagram, which starts at line `first`. */
export function readSequence(lines: readonly string[], first: number): Edge[] {
  const nodes = new Map<string, Node>();
  return lines.flatMap((text, index) => {
    const line = text.trim().replace(/;$/, '');
    const participant = PARTICIPANT.exec(line);
    if (participant) declare(nodes, participant);
    const edge = participant || line.startsWith('%%') ? undefined : message(line, nodes);
    return edge ? [{ line: first + index, ...edge }] : [];
  });
}

function declare(nodes: Map<string, Node>, [, kind, id = '', settings = '', alias = id]: RegExpExecArray): void {
  const name = plainLabel(alias);
  const type = /"type"\s*:\s*"(\w+)"/.exec(settings)?.[1];
  nodes.set(id, { name, shape: kind === 'actor' ? 'actor' : typed(type, name) });
}

function typed(type: string | undefined, name: string): Node['shape'] {
  if (type === 'database' || type === 'collections') return 'store';
  return type === 'queue' ? 'queue' : shapeByName(name);
}

function message(line: string, nodes: ReadonlyMap<string, Node>): Omit<Edge, 'line'> | undefined {
  const arrow = ARROW.exec(line);
  if (!arrow || arrow.index === 0) return undefined;
  const from = line.slice(0, arrow.index).trim();
  const [to = '', ...label] = line.slice(arrow.index + arrow[0].length).split(':');
  if (
    to.trim() === '' ||
    /[:<>]/.test(from) ||
    /^(?:note|loop|alt|else|opt|par|and|rect|critical|option|break|box)\b/i.test(from)
  )
    return undefined;
  const node = (id: string): Node => nodes.get(id) ?? { name: id, shape: shapeByName(id) };
  return { arrow: kindOf(arrow[1] ?? ''), from: node(from), to: node(to.trim()), label: plainLabel(label.join(':')) };
}

function kindOf(arrow: string): Edge['arrow'] {
  if (arrow.endsWith(')')) return 'async';
  return arrow.startsWith('--') ? 'reply' : 'call';
}
