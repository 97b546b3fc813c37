import type { Edge } from '../../document/types.ts';
import type { Mark } from './index.ts';

/** Hops on a critical path from which the review calls it a chain (LABELS: interaction-choice). */
const CHAIN = 3;

/** A call in a sequence diagram that is nested three or more calls deep. */
export const syncChain: Mark = {
  name: 'mark-sync-chain',
  find: ({ edges, statements }) => {
    const lines = new Set(deepCalls(edges).map(({ line }) => line));
    return statements.filter(({ kind, line }) => kind === 'edge' && lines.has(line));
  },
};

/** Follows calls in reading order; a message back to a caller ends the calls below it. Stores are not services. */
function deepCalls(edges: readonly Edge[]): Edge[] {
  const open: string[] = [];
  const deep: Edge[] = [];
  for (const edge of edges) {
    if (edge.arrow !== 'call' || edge.to.shape === 'store') continue;
    const caller = open.lastIndexOf(edge.from.name);
    open.length = caller + 1;
    if (caller < 0) open.push(edge.from.name);
    if (open.includes(edge.to.name)) continue;
    open.push(edge.to.name);
    if (open.length > CHAIN) deep.push(edge);
  }
  return deep;
}
