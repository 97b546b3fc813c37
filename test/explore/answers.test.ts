import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { exploreModel } from '../../src/explore/explore.ts';
import { exploringFiles, type ExploreResult } from '../../src/explore/result.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import type { Raw } from '../model/mutants/sound.ts';
import { saga, SEEDED } from './seeded.ts';

const explored = (model: Raw, options = {}) => exploreModel(ModelSchema.parse(model), options);

function result(model: Raw, earlier?: Raw): ExploreResult {
  const file = (name: string, raw: Raw) => ({ name, text: stringify(raw) });
  const work = exploringFiles(
    [file('model.yaml', model)],
    '1.2.3',
    {},
    earlier === undefined ? [] : [file('old.yaml', earlier)],
  );
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

const DUAL: Raw = {
  messages: { 'payment.requested': { required: true, reconciled: 'none', id: 'payment_id', idMade: 'with-state' } },
  stores: { 'orders-db': { outbox: { relay: 'log-tailing', owner: 'orders-team', alarm: true } } },
  handlers: {
    'place-order': {
      on: 'request',
      dedup: 'none',
      writes: [{ store: 'orders-db', mode: 'insert', unique: true }],
      publishes: [{ message: 'payment.requested', via: 'after-commit' }],
    },
  },
};
const via = (how?: string): Raw => {
  const copy = structuredClone(DUAL) as { handlers: { 'place-order': { publishes: [Raw] } } };
  if (how === undefined) delete copy.handlers['place-order'].publishes[0]['via'];
  else copy.handlers['place-order'].publishes[0]['via'] = how;
  return copy;
};

describe('the dual write', () => {
  const [worst] = explored(DUAL).verdicts;

  test('is violated by one crash in three steps', () => {
    expect(worst).toMatchObject({ verdict: 'violated', property: 'all-or-nothing', needs: [], bound: { faults: 3 } });
    expect(worst?.traces[0]?.steps.map(({ text, fault }) => [fault, text])).toEqual([
      [undefined, 'place-order takes up the request'],
      [undefined, 'place-order saves in orders-db'],
      ['crash', 'place-order crashes after it has saved, and the request does not come again'],
    ]);
    expect(worst?.traces[0]?.say).toBe(
      'the work of place-order on the request is over, and not all of it is in place: payment.requested is missing',
    );
    expect(worst?.traces[0]?.values).toEqual({ 'payment.requested published': 0, 'saved in orders-db': 1 });
  });

  test('has as its smallest repairs an outbox and a comparison', () => {
    expect(worst?.repairs.map((set) => set.map(({ path, to }) => `${path}: ${to}`))).toEqual(
      expect.arrayContaining([
        ['handlers.place-order.publishes[0].via: outbox'],
        ['messages.payment.requested.reconciled: 1h'],
      ]),
    );
    expect(worst?.repairs.every((set) => set.length === 1)).toBe(true);
  });

  test('is possible where the design does not say how it publishes, and names that', () => {
    const open = explored(via()).verdicts.find(({ property }) => property === 'all-or-nothing');
    expect(open).toMatchObject({ verdict: 'possible', needs: ['handlers.place-order.publishes[0].via'], repairs: [] });
  });

  test('holds with an outbox', () => {
    expect(explored(via('outbox')).verdicts.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  });
});

describe('every repair that is named', () => {
  test.each(SEEDED)('%s', (_, model, property) => {
    const { verdicts } = explored(model);
    const verdict = verdicts.find((one) => one.property === property);
    for (const set of verdict?.repairs ?? []) expect(set.length).toBeLessThanOrEqual(8);
    if (property !== 'all-or-nothing') expect(verdict?.repairs.length).toBeGreaterThan(0);
  });
});

test('the traces of one property begin with faults of different kinds', () => {
  const { verdicts } = explored(saga({}, { deduplicates: false }));
  const once = verdicts.find(({ property }) => property === 'once');
  const kinds = once?.traces.map(({ steps }) => steps.find(({ fault }) => fault !== undefined)?.fault);
  expect(kinds).toEqual(['crash', 'timeout', 'duplicate']);
});

describe('a baseline', () => {
  test('tells what a change repaired', () => {
    const { changes } = result(via('outbox'), DUAL);
    expect(changes?.repaired).toEqual([
      { part: 'handlers.place-order:request', property: 'all-or-nothing', was: 'violated', is: 'holds' },
    ]);
    expect([changes?.remaining, changes?.made, changes?.gone]).toEqual([[], [], []]);
  });

  test('tells what a change made, and does not take for repaired what is no longer there', () => {
    expect(result(DUAL, via('outbox')).changes?.made).toMatchObject([{ property: 'all-or-nothing', is: 'violated' }]);
    const { changes } = result({ services: { orders: {} } }, DUAL);
    expect([changes?.repaired, changes?.gone.length]).toEqual([[], 1]);
  });
});

test('a cap is said, and nothing is called proved behind it', () => {
  const { verdicts } = explored(saga({}, {}, {}, 8), { states: 200 });
  expect(verdicts.map(({ verdict, bound }) => [verdict, bound.cap])).toEqual(
    Array.from({ length: 4 }, () => ['undetermined', 'states']),
  );
  const late = explored(saga({}), { clock: () => () => true });
  expect(late.verdicts.map(({ verdict, bound }) => [verdict, bound.cap, bound.faults])).toEqual(
    Array.from({ length: 4 }, () => ['undetermined', 'time', -1]),
  );
});

test('what stands still where somebody is told is parked and not stuck', () => {
  const { verdicts, parked } = explored(saga({ delivery: 'at-most-once' }, {}, { attempts: 2 }));
  expect(verdicts.find(({ property }) => property === 'not-stuck')?.verdict).toBe('holds');
  expect(parked.map(({ part, trace }) => [part, trace.faults])).toEqual([['workflows.order', 3]]);
});

test('what is declared and cannot happen is listed, since nothing is proved of it', () => {
  const [first] = (saga({})['workflows'] as { order: { steps: Raw[] } }).order.steps;
  const model = saga({ steps: [{ ...first, canReject: false }] });
  expect(explored(model).never).toEqual([{ part: 'workflows.order', what: ['undo-1', 'reorder'] }]);
});

test('each fact of a trace has its place, its value, its diagram and its test', () => {
  const { verdicts } = result(DUAL);
  const [trace] = verdicts[0]?.traces ?? [];
  expect(trace?.stated).toContainEqual({
    path: 'handlers.place-order.publishes[0].via',
    value: 'after-commit',
    file: 'model.yaml',
    line: expect.any(Number),
  });
  expect(trace?.mermaid).toMatchInlineSnapshot(`
    "sequenceDiagram
      participant p1 as place-order
      participant p2 as orders-db
      Note over p1: 1. place-order takes up the request
      p1->>p2: 2. place-order saves in orders-db
      Note over p1: fault: crash
      Note over p1: 3. place-order crashes after it has saved, and the request does not come again
      Note over p1,p2: the work of place-order on the request is over, and not all of it is in place: payment.requested is missing"
  `);
  expect(trace?.test).toMatchInlineSnapshot(`
    "Scenario: place-order on a request
      Given place-order takes up the request
      And place-order saves in orders-db
      When place-order crashes after it has saved, and the request does not come again (crash)
      Then when nothing moves any more, all effects are in place or none is"
  `);
});
