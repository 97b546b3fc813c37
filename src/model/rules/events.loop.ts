import { absent, all, any, known } from '../answer.ts';
import type { Design } from '../design.ts';
import { components, newGraph, shortestCycle, type Graph } from '../graph.ts';
import { groupBy } from '../group.ts';
import { openChains } from '../open-ends.ts';
import type { Rule } from '../rule.ts';

export const eventLoop: Rule = {
  id: 'events.loop',
  alias: 'G13',
  *cases(design) {
    const graph = eventGraph(design);
    const open = openChains(design);
    const named = (name: string) => design.handler({ path: 'handlers', value: name });
    for (const nodes of components(graph)) {
      const [first = ''] = nodes;
      const isLoop = nodes.length > 1 || graph.hasEdge(first, first);
      yield {
        at: `handlers.${first}`,
        fault: isLoop ? all(...nodes.map((name) => absent(named(name).fact('stopsLoop')))) : any(known(false), ...open),
        say: () =>
          `a message of ${shortestCycle(graph, first)?.join(' starts ') ?? first} comes back as a new one, without an end`,
      };
    }
  },
};

/** An edge from a handler to each that its messages start; only those that are part of a chain are in it. */
function eventGraph({ publications, deliveries }: Design): Graph {
  const consumers = groupBy(deliveries, ({ message }) => message.name);
  const graph = newGraph([]);
  for (const { handler, message } of publications)
    for (const { handler: consumer } of consumers.get(message.name) ?? []) graph.mergeEdge(handler.name, consumer.name);
  return graph;
}
