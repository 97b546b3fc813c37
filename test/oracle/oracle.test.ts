import { expect, test } from 'vitest';
import { compile } from '../../src/explore/compile.ts';
import { scenariosOf } from '../../src/explore/explore.ts';
import { DOUBTING, Ledger } from '../../src/explore/ledger.ts';
import { promela } from '../../src/explore/promela.ts';
import type { Program } from '../../src/explore/program.ts';
import type { Scenario } from '../../src/explore/scenario.ts';
import { explore } from '../../src/explore/search.ts';
import { Design } from '../../src/model/design.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import type { Raw } from '../model/mutants/sound.ts';
import { SEEDED, SILENT } from '../explore/seeded.ts';
import { randomModels } from './random.ts';
import { decide, type Decided } from './spin.ts';

const COUNT = Number(process.env['FAULTLINE_MODELS'] ?? 200);
const FAULTS = 2;
/** Verifiers at once. */
const BESIDE = 2;

test(`SPIN and the explorer decide ${COUNT} random models alike`, async () => {
  const verdicts = await compared(randomModels(COUNT));
  expect(verdicts.filter(({ ours, spins }) => JSON.stringify(ours) !== JSON.stringify(spins))).toEqual([]);
  expect(verdicts).toHaveLength(COUNT);
  // A comparison in which nothing ever goes wrong, or everything does, would say little.
  expect(verdicts.filter(({ ours }) => ours.violated.length > 0).length).toBeGreaterThan(COUNT / 10);
  expect(verdicts.filter(({ ours }) => ours.violated.length === 0).length).toBeGreaterThan(COUNT / 20);
  expect(verdicts.filter(({ ours }) => ours.stuck).length).toBeGreaterThan(COUNT / 20);
}, 3_600_000);

test('SPIN and the explorer decide the seeded models alike, up to 3 faults', async () => {
  const models = [...SEEDED.map(([, model]) => model), ...SILENT.map(([, model]) => model)];
  for (const { ours, spins } of await compared(models, 3)) expect(spins).toEqual(ours);
}, 600_000);

interface Compared {
  readonly id: string;
  readonly model: string;
  readonly ours: Plain;
  readonly spins: Plain;
}

interface Plain {
  readonly violated: readonly number[];
  readonly stuck: boolean;
}

async function compared(models: readonly Raw[], faults = FAULTS): Promise<Compared[]> {
  const waiting = models.entries();
  const results: Compared[] = [];
  const work = async () => {
    for (const [at, raw] of waiting) {
      const [scenario] = scenariosOf(new Design(ModelSchema.parse(raw)));
      if (scenario === undefined) throw new Error('a random model has nothing to explore');
      results[at] = await both(scenario, raw, faults);
    }
  };
  await Promise.all(Array.from({ length: BESIDE }, work));
  return results;
}

async function both({ id, title, build }: Scenario, raw: Raw, faults: number): Promise<Compared> {
  const ledger = new Ledger(DOUBTING);
  const program = build(ledger);
  const spins = await decide(promela(program, { title, faults, assumed: [...ledger.assumed] }));
  return { id, model: JSON.stringify(raw), ours: ourVerdict(program, faults), spins: plain(spins) };
}

function ourVerdict(program: Program, faults: number): Plain {
  const { violations, stuck, cap } = explore(compile(program).machine, { faults, states: 10_000_000 });
  if (cap !== undefined) throw new Error('a cap was hit');
  return { violated: [...violations.keys()].map((at) => at + 1).toSorted((a, b) => a - b), stuck: stuck.length > 0 };
}

function plain({ violated, stuck }: Decided): Plain {
  return { violated: [...violated].toSorted((a, b) => a - b), stuck };
}
