import { all, any, is, known, stated, type Answer } from '../answer.ts';
import { waitsBetweenServices } from '../between-services.ts';
import type { Calling, Design } from '../design.ts';
import { components, newGraph, shortestCycle, type Graph } from '../graph.ts';
import { groupBy } from '../group.ts';
import { openCalls } from '../open-ends.ts';
import type { Rule } from '../rule.ts';

export const callCycle: Rule = {
  id: 'calls.cycle',
  alias: 'G1',
  *cases(design) {
    const { possible, sure, between } = serviceCalls(design);
    const open = openCalls(design);
    for (const nodes of components(possible)) {
      const [first = ''] = nodes;
      const circle = nodes.length < 2 ? [] : (nodes.map((node) => shortestCycle(sure, node)).find(isFound) ?? []);
      yield {
        at: `services.${first}`,
        fault: any(answerOf(nodes, circle, between), ...open),
        say: () => `${[...circle, ...circle.slice(0, 1)].join(' waits for ')}: none of them works without the others`,
      };
    }
  },
};

interface ServiceCalls {
  /** Edges by calls that may be synchronous. */
  readonly possible: Graph;
  /** Edges by calls that are. */
  readonly sure: Graph;
  readonly between: (from: string, to: string) => readonly Calling[];
}

function serviceCalls(design: Design): ServiceCalls {
  const waits = waitsBetweenServices(design);
  const [possible, sure] = [newGraph([]), newGraph([])];
  for (const { from, call, service: to } of waits) {
    possible.mergeEdge(from, to);
    // A service that only may wait is a node of both, so that a way can be looked for from it.
    sure.mergeNode(from);
    sure.mergeNode(to);
    if (call.fact('sync').value === true) sure.mergeEdge(from, to);
  }
  const byEnds = groupBy(waits, ({ from, service }) => `${from}\n${service}`);
  return { possible, sure, between: (from, to) => byEnds.get(`${from}\n${to}`) ?? [] };
}

const isFound = (circle: string[] | undefined): circle is string[] => circle !== undefined;

/** True by the calls of a circle; open by the calls of a component that may close one. */
function answerOf(nodes: readonly string[], circle: readonly string[], between: ServiceCalls['between']): Answer {
  if (nodes.length < 2) return known(false);
  const calls =
    circle.length > 0
      ? circle.flatMap((from, at) => between(from, circle[(at + 1) % circle.length] ?? ''))
      : nodes.flatMap((from) => nodes.flatMap((to) => between(from, to)));
  const syncs = calls.map(({ call }) => call.fact('sync'));
  if (circle.length === 0) return all(...syncs.map(stated));
  return all(...syncs.filter(({ value }) => value === true).map((sync) => is(sync, true)));
}
