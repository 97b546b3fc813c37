import { DirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';

/** Nodes by name; an edge may carry what it stands for. */
export type Graph<Edge extends object = object> = DirectedGraph<object, Edge>;

export function newGraph<Edge extends object>(nodes: Iterable<string>): Graph<Edge> {
  const graph = new DirectedGraph<object, Edge>();
  for (const node of nodes) graph.mergeNode(node);
  return graph;
}

/** Components in which every node reaches every other, each in the order of the graph's nodes. */
export function components(graph: Graph): string[][] {
  const order = new Map(graph.nodes().map((node, index) => [node, index]));
  const place = (node: string | undefined) => order.get(node ?? '') ?? 0;
  return stronglyConnectedComponents(graph)
    .map((nodes) => nodes.toSorted((a, b) => place(a) - place(b)))
    .toSorted(([a], [b]) => place(a) - place(b));
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
