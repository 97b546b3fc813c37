import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/model/catalogue.ts';
import { outcomesOf } from '../../src/model/check.ts';
import { Design } from '../../src/model/design.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { violationOf } from '../../src/explore/run.ts';
import { exploreModel } from '../../src/explore/explore.ts';
import { mutantsOf } from '../model/mutants/mutants.ts';
import { OPERATORS } from '../model/mutants/operators/index.ts';
import { soundModels, type Raw } from '../model/mutants/sound.ts';
import { runsOf, violations } from './explored.ts';
import { SEEDED, saga, SILENT } from './seeded.ts';

const BASES = soundModels();

describe('the seeded faults', () => {
  test.each(SEEDED)('%s', (_, model, property, faults) => {
    const found = runsOf(model).flatMap((run) => {
      const state = violationOf(run, property);
      return state === undefined
        ? []
        : [run.explored.trace(state).filter((at) => run.program.actions[at]?.fault !== undefined).length];
    });
    expect(found).toEqual([faults]);
  });

  test.each(SILENT)('%s is silent', (_, model) => expect(violations(model)).toEqual([]));
});

describe('the sound bases', () => {
  test.each([...BASES])('%s holds to 3 faults, with nothing that never happened, assumed or cut short', (_, model) => {
    const { verdicts, never } = exploreModel(ModelSchema.parse(model));
    expect(verdicts.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
    expect(never).toEqual([]);
    expect(verdicts.every(({ bound }) => bound.faults === 3)).toBe(true);
    for (const { ledger } of runsOf(model)) expect([...ledger.assumed]).toEqual([]);
  });
});

const sound = (name: string) => BASES.get(name) ?? {};
const changed = (model: Raw, path: string, value: unknown): Raw => {
  const copy = structuredClone(model);
  const keys = path.split('/');
  const part = keys.slice(0, -1).reduce<Raw>((at, key) => at[key] as Raw, copy);
  part[keys.at(-1) ?? ''] = value;
  return copy;
};

/** One worker at a time, which checks first and acts then. */
const alone = (model: Raw, handler: string, service: string): Raw =>
  changed(
    changed(changed(model, `handlers/${handler}/dedup/check`, 'check-then-act'), `handlers/${handler}/concurrency`, 1),
    `services/${service}/instances`,
    1,
  );

const ONE_TRY = { attempts: 1, canReject: true };
const FORWARD = { kind: 'retriable', canReject: false, undo: 'none' };
const twoPivots = (canReject: boolean) =>
  changed(
    changed(saga({}), 'workflows/order/steps/2', {
      ...(saga({})['workflows'] as { order: { steps: Raw[] } }).order.steps[3],
      id: 'first',
      canReject: false,
      irreversible: true,
    }),
    'workflows/order/steps/3/canReject',
    canReject,
  );

/** Where another mechanism of the bases keeps a single change from doing harm: a model of its own, and its repaired twin. */
const OWN: Readonly<Record<string, readonly [Raw, Raw]>> = {
  'queue.ack-deadline-too-short': [
    changed(alone(sound('choreographed-order'), 'reserve', 'stock'), 'channels/order-events/ackDeadline', '200ms'),
    alone(sound('choreographed-order'), 'reserve', 'stock'),
  ],
  'stream.poll-interval-exceeded': [
    changed(alone(sound('stream-pipeline'), 'bill', 'biller'), 'channels/readings/maxPoll', '1s'),
    alone(sound('stream-pipeline'), 'bill', 'biller'),
  ],
  'saga.command-after-undo': [saga({}, ONE_TRY, { tombstone: false }), saga({}, ONE_TRY)],
  'saga.command-not-atomic': [
    saga({ sends: 'after-commit' }, { timeout: 'none' }),
    saga({ sends: 'outbox' }, { timeout: 'none' }, {}, 0),
  ],
  'saga.no-single-pivot': [twoPivots(true), saga({})],
  'saga.retriable-gives-up': [
    saga({ delivery: 'at-most-once' }, { ...FORWARD, attempts: 2, onExhausted: 'none' }),
    saga({ delivery: 'at-most-once' }, FORWARD),
  ],
  'saga.undo-gives-up': [
    saga({ delivery: 'at-most-once' }, {}, { attempts: 2, onExhausted: 'none' }),
    saga({ delivery: 'at-most-once' }),
  ],
};

/** Rules that the catalogue of faults marks as reproducible by a trace. */
const REPRODUCIBLE = new Set(
  [
    'A1 A2 A3 A4 A5 A7 A8 A9 A10 A11 A12 B1 B2 B3 B4 B5 B6 B8 B9 B10 B11 B12 C1 C2 C3 C4 C5 C8 C9 D1 D2 D5 D7 D8 D10',
    'E1 E2 E4 E8 E9 E13 E14 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F24 H5 H7 H15',
  ].flatMap((line) => line.split(' ')),
);

/** Nothing compares and repairs: what a comparison would mend stays as it is. */
function unreconciled(model: Raw): Raw {
  const copy = structuredClone(model);
  for (const section of ['messages', 'invariants'])
    for (const part of Object.values((copy[section] ?? {}) as Record<string, Raw>)) part['reconciled'] = 'none';
  return copy;
}

describe('rules and explorer check each other', () => {
  const rules = RULES.filter(({ alias }) => REPRODUCIBLE.has(alias));
  const bases = [...BASES].flatMap(([name, model]): [string, Raw][] => [
    [name, model],
    [`${name} without comparisons`, unreconciled(model)],
  ]);
  const mutants = bases.flatMap(([name, model]) =>
    [...mutantsOf(name, model, OPERATORS)].map((mutant) => ({ ...mutant, twin: model })),
  );

  test('on 68 rules', () => expect(rules).toHaveLength(68));

  test.each(bases)('%s is silent', (_, model) => expect(violations(model)).toEqual([]));

  test.each(rules.map(({ id }) => id))('%s', (id) => {
    const both = mutants
      .filter(({ expected }) => expected.includes(id))
      .find(({ model }) => violations(model).length > 0);
    const [broken, repaired] = OWN[id] ?? [both?.model ?? {}, both?.twin ?? {}];
    expect([accuses(id, broken), violations(broken).length > 0]).toEqual([true, true]);
    expect([accuses(id, repaired), violations(repaired)]).toEqual([false, []]);
  });
});

function accuses(id: string, model: Raw): boolean {
  return [...outcomesOf(new Design(ModelSchema.parse(model)))].some(
    ({ rule, answer }) => rule === id && answer.holds === true,
  );
}
