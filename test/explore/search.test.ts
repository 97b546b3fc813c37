import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Machine } from '../../src/explore/machine.ts';
import { explore } from '../../src/explore/search.ts';
import { twoPhaseCommit } from './two-phase-commit.ts';

const ALL = { faults: 0, states: 5_000_000 };

describe('two-phase commit', () => {
  // Stateright's 2pc.rs has the first two, SPIN 6.5.2 all of them, and 1,745,408 with 8; `npm run bench` runs that.
  test.each([
    [3, 288],
    [5, 8832],
    [7, 296_448],
  ])('has with %i resource managers %i states, never torn and never stuck', (managers, states) => {
    const explored = explore(twoPhaseCommit(managers), ALL);
    expect(explored).toMatchObject({ states, finished: 0, cap: undefined, stuck: [] });
    expect(explored.violations.size).toBe(0);
  });
});

test('a cap ends the search and says what was finished', () => {
  expect(explore(twoPhaseCommit(5), { faults: 0, states: 1000 })).toMatchObject({
    cap: 'states',
    finished: -1,
    stuck: [],
  });
  expect(explore(twoPhaseCommit(5), { ...ALL, isOver: () => true })).toMatchObject({ cap: 'time', finished: -1 });
});

/** A random graph as a machine: a state is a node, an action the number of an edge. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly isFault: boolean;
}

function machineOf(edges: readonly Edge[], bad: ReadonlySet<number>, ends: ReadonlySet<number>): Machine {
  return {
    words: 1,
    init: (state) => state.fill(0),
    actions: ([node = 0], offer) =>
      edges.forEach(({ from, isFault }, action) => {
        if (from === node) offer(action, isFault);
      }),
    next: (_, action, into) => {
      into[0] = edges[action]?.to ?? 0;
    },
    violated: ([node = 0]) => (bad.has(node) ? 1 : 0),
    isDone: ([node = 0]) => ends.has(node),
  };
}

/** Fewest faults, then fewest steps, to each node, by relaxing every edge until nothing changes. */
function nearest(edges: readonly Edge[], most: number): Map<number, readonly [number, number]> {
  const best = new Map<number, readonly [number, number]>([[0, [0, 0]]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, isFault } of edges) {
      const at = best.get(from);
      if (at === undefined) continue;
      const [faults, steps] = [at[0] + (isFault ? 1 : 0), at[1] + 1];
      const known = best.get(to);
      const isBetter = known === undefined || faults < known[0] || (faults === known[0] && steps < known[1]);
      if (faults > most || !isBetter) continue;
      best.set(to, [faults, steps]);
      changed = true;
    }
  }
  return best;
}

const NODES = 12;
const node = fc.nat(NODES - 1);
const graphs = fc.record({
  edges: fc.array(fc.record({ from: node, to: node, isFault: fc.boolean() }), { maxLength: 40 }),
  bad: fc.uniqueArray(node, { maxLength: 3 }),
  ends: fc.uniqueArray(node, { maxLength: 3 }),
  faults: fc.nat(3),
});

test('on random graphs it finds what a slower search finds: states, shortest traces, and what is stuck', () => {
  fc.assert(
    fc.property(graphs, ({ edges, bad, ends, faults }) => {
      const explored = explore(machineOf(edges, new Set(bad), new Set(ends)), { faults, states: 1000 });
      const best = nearest(edges, faults);
      expect(explored.states).toBe(best.size);
      expect(explored.finished).toBe(faults);
      const reached = [...best].filter(([at]) => bad.includes(at)).map(([, [used, steps]]) => [used, steps]);
      const [first] = reached.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
      const found = explored.violations.get(0);
      expect(found === undefined).toBe(first === undefined);
      if (found === undefined) return;
      const trace = explored.trace(found);
      expect([trace.filter((action) => edges[action]?.isFault === true).length, trace.length]).toEqual(first);
      expect(replayed(edges, trace)).toBe(explored.read(found)[0]);
    }),
    { numRuns: 2000 },
  );
});

test('on random graphs stuck is what no fault-free way leads from to an end', () => {
  fc.assert(
    fc.property(graphs, ({ edges, ends, faults }) => {
      const explored = explore(machineOf(edges, new Set(), new Set(ends)), { faults, states: 1000 });
      const free = edges.filter(({ isFault }) => !isFault);
      const canEnd = (start: number, seen = new Set<number>()): boolean => {
        if (ends.includes(start)) return true;
        if (seen.has(start)) return false;
        seen.add(start);
        return free.some(({ from, to }) => from === start && canEnd(to, seen));
      };
      const stuck = new Set(explored.stuck.map((index) => explored.read(index)[0]));
      for (const at of nearest(edges, faults).keys()) expect(stuck.has(at)).toBe(!canEnd(at));
    }),
    { numRuns: 1000 },
  );
});

function replayed(edges: readonly Edge[], trace: readonly number[]): number {
  return trace.reduce((at, action) => {
    expect(edges[action]?.from).toBe(at);
    return edges[action]?.to ?? -1;
  }, 0);
}
