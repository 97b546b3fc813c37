import type { Edge, Node } from '../../document/types.ts';
import { nameOf } from './prose-words.ts';
import type { Stated } from './reader.ts';

const SECTION = { box: 'services', store: 'stores', queue: 'channels', actor: undefined } as const;

/**
 * What the arrows of a diagram state: the parts at their ends, and in a sequence diagram who calls and who sends to whom.
 * An arrow of a flowchart may mean anything, so it states no more than its ends.
 */
export function statedByDiagram(edges: readonly Edge[]): Stated[] {
  const replies = new Set(
    edges.flatMap(({ arrow, from, to }) => (arrow === 'reply' ? [`${to.name}\n${from.name}`] : [])),
  );
  return edges.flatMap((edge) => {
    const ends = [...partOf(edge.from, edge.line), ...partOf(edge.to, edge.line)];
    const isBetween = edge.from.shape === 'box' && edge.to.shape === 'box' && edge.from.name !== edge.to.name;
    const isAnswered = replies.has(`${edge.from.name}\n${edge.to.name}`);
    return isBetween ? [...ends, ...between(edge, isAnswered)] : ends;
  });
}

function partOf({ name, shape }: Node, line: number): Stated[] {
  const part = nameOf(name);
  const section = SECTION[shape];
  return part === '' || section === undefined ? [] : [{ path: [section, part], value: {}, line }];
}

/** The name of a message, where the label is nothing but that. */
const MESSAGE = /^[\w-]+(?:\.[\w-]+)+$|^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+$/;

/** Solid arrows are drawn for anything, so a call is one that waits only where an answer comes back. */
function between({ arrow, from, to, label, line }: Edge, isAnswered: boolean): Stated[] {
  const [caller, called] = [nameOf(from.name), nameOf(to.name)];
  if (caller === '' || called === '') return [];
  const handler = `${caller}.calls-${called}`;
  if (arrow === 'call')
    return [
      { path: ['handlers', handler, 'service'], value: caller, line },
      { path: ['handlers', handler, 'calls', 0, 'to'], value: called, line },
      ...(isAnswered ? [{ path: ['handlers', handler, 'calls', 0, 'sync'], value: true, line }] : []),
    ];
  const message = label.trim();
  if (arrow !== 'async' || !MESSAGE.test(message)) return [];
  return [
    { path: ['messages', message], value: {}, line },
    { path: ['handlers', `${caller}.${message}`, 'service'], value: caller, line },
    { path: ['handlers', `${caller}.${message}`, 'publishes', 0, 'message'], value: message, line },
    { path: ['handlers', `${called}.on-${message}`, 'service'], value: called, line },
    { path: ['handlers', `${called}.on-${message}`, 'on'], value: message, line },
  ];
}
