import { DirectedGraph } from 'graphology';
import { postOrder } from './post-order.ts';

/** Nodes by name; an edge may carry what it stands for. */
export type Graph<Edge extends object = object> = DirectedGraph<object, Edge>;

export function newGraph<Edge extends object>(nodes: Iterable<string>): Graph<Edge> {
  const graph = new DirectedGraph<object, Edge>();
  for (const node of nodes) graph.mergeNode(node);
  return graph;
}

/**
 * Components in which every node reaches every other, each in the order of the graph's nodes. Kosaraju's algorithm (Aho,
 * Hopcroft and Ullman, 1983) without recursion, which the one of graphology-components has: a chain of twenty thousand
 * calls would exhaust the stack.
 */
export function components(graph: Graph): string[][] {
  const place = new Map(graph.nodes().map((node, index) => [node, index]));
  const byPlace = (one: string, other: string) => (place.get(one) ?? 0) - (place.get(other) ?? 0);
  const assigned = new Set<string>();
  const found: string[][] = [];
  for (const root of postOrder(graph.nodes(), (node) => graph.outNeighbors(node)).toReversed()) {
    if (assigned.has(root)) continue;
    const component = postOrder([root], (node) => graph.inNeighbors(node).filter((one) => !assigned.has(one)));
    for (const node of component) assigned.add(node);
    found.push(component.toSorted(byPlace));
  }
  return found.toSorted(([one = ''], [other = '']) => byPlace(one, other));
}

/**
 * The shortest way from a node back to itself, breadth first.
 * @returns the nodes of the cycle, each once; nothing where there is none
 */
export function shortestCycle(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue)
    for (const next of graph.outNeighbors(node)) {
      if (next === start) return wayTo(node, cameFrom, start);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>, start: string): string[] {
  const way = [end];
  for (let node = end; node !== start;) {
    node = cameFrom.get(node) ?? start;
    way.unshift(node);
  }
  return way;
}
