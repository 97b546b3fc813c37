import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withEngine } from '../scripts/engine.mjs';
import { median } from './measure.mjs';
import { twoPhaseCommitPromela } from './two-phase-commit.mjs';

const MANAGERS = 7;
const LIMITS = { faults: 3, states: 5_000_000 };
const ENGINE = [
  'src/explore/explore.ts',
  'src/explore/search.ts',
  'src/model/schema/index.ts',
  'test/explore/two-phase-commit.ts',
  'test/explore/seeded.ts',
];

/** How fast failures are explored, and beside it SPIN, where it is installed. */
export function exploreTime() {
  return withEngine(ENGINE, (engine) => {
    const model = engine.ModelSchema.parse(engine.saga({}, {}, {}, 8));
    const saga = timed(7, () => engine.exploreModel(model));
    const heap = process.memoryUsage().heapUsed;
    const commit = timed(5, () => engine.explore(engine.twoPhaseCommit(MANAGERS), LIMITS));
    const rate = commit.value.states / (commit.ms / 1000);
    const rows = [
      { figure: 'saga of 8 steps, any 3 faults', value: Math.round(saga.ms), unit: 'ms', bar: '< 250 ms' },
      { figure: 'its states', value: saga.value.states },
      { figure: 'heap after it', value: Math.round(heap / 1024 ** 2), unit: 'MB', bar: '< 100 MB' },
      { figure: `two-phase commit, ${MANAGERS} managers`, value: Math.round(commit.ms), unit: 'ms' },
      { figure: 'its states', value: commit.value.states },
      { figure: 'states a second', value: millions(rate) },
      {
        figure: 'states with 8 managers',
        value: engine.explore(engine.twoPhaseCommit(8), LIMITS).states,
        bar: '= 1745408',
      },
    ];
    return [...rows, capped(engine), ...spinRows(rate, commit.ms)];
  });
}

const SECONDS = 1;

/**
 * A search that no cap on states ends in time.
 * @param {any} engine
 */
function capped(engine) {
  const model = engine.ModelSchema.parse(engine.saga({}, {}, {}, 16));
  let properties = 0;
  const from = performance.now();
  engine.exploreModel(model, {
    faults: 4,
    states: 50_000_000,
    clock: (/** @type {number} */ count) => {
      properties = count;
      const end = performance.now() + count * SECONDS * 1000;
      return () => performance.now() >= end;
    },
  });
  const ms = performance.now() - from;
  const bar = properties * SECONDS * 1000;
  return { figure: `capped at ${bar} ms`, value: Math.round(ms), unit: 'ms', bar: `< ${bar * 1.1} ms` };
}

/**
 * @template T
 * @param {number} times
 * @param {() => T} once
 */
function timed(times, once) {
  const runs = [];
  let value = once();
  for (let at = 0; at < times; at += 1) {
    const from = performance.now();
    value = once();
    runs.push(performance.now() - from);
  }
  return { ms: median(runs), value };
}

/** @param {number} rate a second */
const millions = (rate) => `${(rate / 1e6).toFixed(2)} M`;

/**
 * @param {number} rate
 * @param {number} ms
 */
function spinRows(rate, ms) {
  const spin = spinTime();
  if (spin === undefined) return [{ figure: "SPIN's pan", value: 'not installed' }];
  return [
    { figure: "SPIN's pan: states a second", value: millions(spin.rate) },
    { figure: 'ours to it', value: (rate / spin.rate).toFixed(2), bar: '>= 0.5' },
    {
      figure: 'SPIN: generate, compile and run',
      value: Math.round(spin.ms),
      unit: 'ms',
      bar: `> ${Math.round(ms)} ms`,
    },
    { figure: 'its states', value: spin.states },
  ];
}

function spinTime() {
  const cwd = mkdtempSync(join(tmpdir(), 'faultline-pan-'));
  try {
    writeFileSync(join(cwd, '2pc.pml'), twoPhaseCommitPromela(MANAGERS));
    const from = performance.now();
    execFileSync('spin', ['-a', '2pc.pml'], { cwd, stdio: 'pipe' });
    execFileSync('cc', ['-O2', '-w', '-DSAFETY', '-DNOREDUCE', '-o', 'pan', 'pan.c'], { cwd, stdio: 'pipe' });
    const run = () => execFileSync(join(cwd, 'pan'), ['-m1000000'], { cwd, encoding: 'utf8' });
    const said = run();
    const ms = performance.now() - from;
    const states = Number(/(\d+) states, stored/.exec(said)?.[1] ?? 0);
    // What it says of itself leaves its start out, in which it clears its table.
    const rates = [said, run(), run()].map((text) => Number(/rate +([\d.e+]+) states/.exec(text)?.[1] ?? 0));
    return { ms, states, rate: median(rates) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
