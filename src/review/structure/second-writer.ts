import type { Edge } from '../../document/types.ts';
import type { Mark } from './index.ts';

/** An arrow of a diagram to a store that another box points to as well. */
export const secondWriter: Mark = {
  name: 'mark-second-writer',
  find: ({ edges, statements }) => {
    const lines = new Set([...byStore(edges).values()].filter(hasTwoUsers).flatMap((to) => to.map(({ line }) => line)));
    return statements.filter(({ kind, line }) => kind === 'edge' && lines.has(line));
  },
};

function byStore(edges: readonly Edge[]): Map<string, Edge[]> {
  const stores = new Map<string, Edge[]>();
  for (const edge of edges)
    if (edge.to.shape === 'store' && edge.from.shape === 'box')
      stores.set(edge.to.name, [...(stores.get(edge.to.name) ?? []), edge]);
  return stores;
}

function hasTwoUsers(edges: readonly Edge[]): boolean {
  return new Set(edges.map(({ from }) => from.name)).size > 1;
}
