/** The value of a function at `x`, with its slope written into `slope`. */
export type Objective = (x: Float64Array, slope: Float64Array) => number;

/** How many earlier steps tell of the curvature. */
const MEMORY = 8;
const STEPS = 150;
/** A step is small enough once the slope is this much smaller than at the start. */
const ENOUGH = 1e-4;

/** Half the square of the weights that are not free, with its slope written over `slope`. */
export function penalty(weights: Float64Array, slope: Float64Array, isFree: (place: number) => boolean): number {
  let value = 0;
  for (const [place, weight] of weights.entries()) {
    slope[place] = isFree(place) ? 0 : weight;
    if (!isFree(place)) value += (weight * weight) / 2;
  }
  return value;
}

interface Step {
  readonly moved: Float64Array;
  readonly bent: Float64Array;
  readonly along: number;
}

/**
 * The least value of a convex, smooth function, by limited-memory BFGS with steps halved until they lead down enough
 * (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.1). The same numbers on every run.
 */
export function minimise(objective: Objective, size: number): Float64Array {
  let x: Float64Array = new Float64Array(size);
  let slope: Float64Array = new Float64Array(size);
  let value = objective(x, slope);
  const first = Math.sqrt(dot(slope, slope));
  const steps: Step[] = [];
  for (let step = 0; step < STEPS && Math.sqrt(dot(slope, slope)) > ENOUGH * first; step += 1) {
    const next = descend(objective, { x, slope, value }, directionOf(slope, steps));
    if (next === undefined) break;
    const moved = minus(next.x, x);
    const bent = minus(next.slope, slope);
    const along = dot(moved, bent);
    if (along > 1e-12) steps.push({ moved, bent, along });
    if (steps.length > MEMORY) steps.shift();
    ({ x, slope, value } = next);
  }
  return x;
}

interface Point {
  readonly x: Float64Array;
  readonly slope: Float64Array;
  readonly value: number;
}

/** A point lower along a direction, or nothing where none is. */
function descend(objective: Objective, from: Point, direction: Float64Array): Point | undefined {
  const falls = dot(from.slope, direction);
  for (let length = 1; length > 1e-10; length /= 2) {
    const x = from.x.map((one, at) => one + length * (direction[at] ?? 0));
    const slope = new Float64Array(x.length);
    const value = objective(x, slope);
    if (value <= from.value + 1e-4 * length * falls) return { x, slope, value };
  }
  return undefined;
}

/** Where down is, as far as the last steps tell of the curvature: the two-loop recursion. */
function directionOf(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = slope.map((one) => -one);
  const shares: number[] = [];
  for (const { moved, bent, along } of steps.toReversed()) {
    const share = dot(moved, direction) / along;
    shares.push(share);
    add(direction, bent, -share);
  }
  const last = steps.at(-1);
  const scale = last === undefined ? 1 / Math.sqrt(dot(slope, slope) || 1) : last.along / dot(last.bent, last.bent);
  for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] ?? 0) * scale;
  for (const { moved, bent, along } of steps) {
    const share = (shares.pop() ?? 0) - dot(bent, direction) / along;
    add(direction, moved, share);
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((one, at) => one - (b[at] ?? 0));
}

function add(to: Float64Array, other: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + times * (other[at] ?? 0);
}
