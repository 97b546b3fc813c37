import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../src/explore/compile.ts';
import { PROPERTIES } from '../../src/explore/program.ts';
import { propertiesOf, violationOf, type Run } from '../../src/explore/run.ts';
import { mutantsOf } from '../model/mutants/mutants.ts';
import { OPERATORS } from '../model/mutants/operators/index.ts';
import { soundModels, type Raw } from '../model/mutants/sound.ts';
import { runsOf, violatedIn } from './explored.ts';
import { after, everything, holds, initial, type Plain } from './interpreter.ts';
import { SEEDED, SILENT } from './seeded.ts';

const MUTANTS = [...soundModels()].flatMap(([name, model]) => [...mutantsOf(name, model, OPERATORS)]);
const SEEDS = [...SEEDED, ...SILENT].map(([, model]) => model);
/** Each fifth mutant has every rule among them. */
const SOME: readonly Raw[] = [...SEEDS, ...MUTANTS.filter((_, at) => at % 5 === 0).map(({ model }) => model)];

/** The states along a trace, by the plain interpreter; each action must be possible where it is taken. */
function replayed({ program, explored }: Run, state: number): Plain[] {
  const states = [initial(program)];
  for (const at of explored.trace(state)) {
    const action = program.actions[at];
    const now = states.at(-1) ?? [];
    if (action === undefined || !holds(action.when, now)) throw new Error(`step ${states.length} cannot be taken`);
    states.push(after(action, now));
  }
  return states;
}

test('every trace replays step by step and ends where its property is violated', () => {
  let count = 0;
  for (const run of SOME.flatMap((model) => runsOf(model)))
    for (const property of violatedIn(run)) {
      const state = violationOf(run, property) ?? -1;
      const end = replayed(run, state).at(-1) ?? [];
      expect(valuesOf(run.program, run.explored.read(state))).toEqual(end);
      if (property !== 'not-stuck')
        expect(run.program.claims.some((claim) => claim.property === property && holds(claim.violated, end))).toBe(
          true,
        );
      else expect(holds(run.program.done, end) || holds(run.program.signalled, end)).toBe(false);
      count += 1;
    }
  expect(count).toBeGreaterThan(100);
});

test('a slower search finds the same states and no shorter trace', () => {
  let compared = 0;
  for (const model of SOME)
    for (const run of runsOf(model, { faults: 2, states: 200_000 })) {
      if (run.explored.states > 400) continue;
      const best = everything(run.program, 2);
      expect(best.size).toBe(run.explored.states);
      for (const property of PROPERTIES.filter((one) => one !== 'not-stuck')) {
        const claims = run.program.claims.filter((claim) => claim.property === property);
        const bad = [...best.values()].filter(({ state }) => claims.some(({ violated }) => holds(violated, state)));
        const [first] = bad.toSorted((a, b) => a.faults - b.faults || a.steps - b.steps);
        const found = propertiesOf(run.program).includes(property) ? violationOf(run, property) : undefined;
        const trace = found === undefined ? undefined : run.explored.trace(found);
        const faults = trace?.filter((at) => run.program.actions[at]?.fault !== undefined).length;
        expect([faults, trace?.length]).toEqual([first?.faults, first?.steps]);
        compared += 1;
      }
    }
  expect(compared).toBeGreaterThan(1000);
}, 120_000);

describe('a random walk', () => {
  const runs = SEEDS.flatMap((model) => runsOf(model));

  test('stays inside of what was explored', () => {
    const known = runs.map(
      ({ program, explored }) =>
        new Set(Array.from({ length: explored.states }, (_, at) => valuesOf(program, explored.read(at)).join())),
    );
    fc.assert(
      fc.property(fc.nat(runs.length - 1), fc.array(fc.nat(), { maxLength: 60 }), (which, picks) => {
        const { program } = runs[which] ?? { program: { actions: [], variables: [] } };
        let state = initial(program as Run['program']);
        let faults = 0;
        for (const pick of picks) {
          const open = program.actions.filter(
            ({ when, fault }) => (fault === undefined || faults < 3) && holds(when, state),
          );
          const action = open[pick % Math.max(1, open.length)];
          if (action === undefined) break;
          if (action.fault !== undefined) faults += 1;
          state = after(action, state);
          expect(known[which]?.has(state.join())).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('the same model gives the same traces', () => {
  for (const model of SEEDS) {
    const [one, other] = [runsOf(model), runsOf(model)];
    const traces = (runs: typeof one) =>
      runs.map((run) => violatedIn(run).map((property) => run.explored.trace(violationOf(run, property) ?? 0)));
    expect(traces(one)).toEqual(traces(other));
  }
});
