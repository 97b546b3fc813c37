import { all, any, ask, is, known, type Answer } from '../answer.ts';
import type { Calling, Design } from '../design.ts';
import { components, newGraph, shortestCycle, type Graph } from '../graph.ts';
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
      const circle = nodes.length < 2 ? undefined : nodes.map((node) => shortestCycle(sure, node)).find(Boolean);
      yield {
        at: `services.${first}`,
        fault: any(answerOf(nodes, circle, between), ...open),
        say: () =>
          `${(circle ?? []).concat((circle ?? []).slice(0, 1)).join(' waits for ')}: none of them works without the others`,
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

function serviceCalls({ calls }: Design): ServiceCalls {
  const edges = new Map<string, Calling[]>();
  const [possible, sure] = [newGraph([]), newGraph([])];
  for (const calling of calls) {
    const from = calling.handler.fact('service').value;
    const { value } = calling.call.fact('sync');
    if (from === undefined || calling.service === undefined || from === calling.service || value === false) continue;
    const key = `${from}\n${calling.service}`;
    edges.set(key, [...(edges.get(key) ?? []), calling]);
    for (const graph of value === true ? [possible, sure] : [possible]) {
      graph.mergeEdge(from, calling.service);
    }
  }
  return { possible, sure, between: (from, to) => edges.get(`${from}\n${to}`) ?? [] };
}

function answerOf(
  nodes: readonly string[],
  circle: readonly string[] | undefined,
  between: ServiceCalls['between'],
): Answer {
  if (nodes.length < 2) return known(false);
  const ways = circle ?? nodes;
  const calls = ways.flatMap((from, index) =>
    circle === undefined
      ? nodes.flatMap((to) => between(from, to))
      : between(from, circle[(index + 1) % circle.length] ?? ''),
  );
  if (circle === undefined) return all(...calls.map(({ call }) => ask(call.fact('sync'), () => true)));
  return all(
    ...calls.filter(({ call }) => call.fact('sync').value === true).map(({ call }) => is(call.fact('sync'), true)),
  );
}
