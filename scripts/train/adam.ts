/** How fast a step is at its fastest, how much of each weight a step takes off beside, and when the slope is cut short. */
export interface Pace {
  readonly rate: number;
  readonly decay: number;
  readonly longest: number;
}

/** Of all steps the share in which the rate rises; then it falls to nothing along a half cosine. */
const RISING = 0.15;
const FIRST = 0.04;
const MEAN = 0.9;
const SQUARE = 0.999;
const TINY = 1e-8;

/** Weights that are learnt step by step: Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2). */
export class Adam {
  readonly #means: readonly Float64Array[];
  readonly #squares: readonly Float64Array[];
  readonly #weights: readonly Float64Array[];
  readonly #steps: number;
  readonly #pace: Pace;
  #step = 0;

  /** @param steps how many there will be */
  constructor(weights: readonly Float64Array[], steps: number, pace: Pace) {
    this.#weights = weights;
    this.#steps = steps;
    this.#pace = pace;
    this.#means = weights.map(({ length }) => new Float64Array(length));
    this.#squares = weights.map(({ length }) => new Float64Array(length));
  }

  /** Takes a step down, and empties the slopes. */
  descend(slopes: readonly Float64Array[]): void {
    this.#step += 1;
    const rate = this.#pace.rate * rateAt(this.#step / this.#steps);
    const short = Math.min(1, this.#pace.longest / lengthOf(slopes));
    for (const [at, weights] of this.#weights.entries()) this.#move(at, weights, slopes[at], rate, short);
  }

  #move(at: number, weights: Float64Array, slope: Float64Array | undefined, rate: number, short: number): void {
    const mean = this.#means[at];
    const square = this.#squares[at];
    if (mean === undefined || square === undefined || slope === undefined) return;
    const [early, earlySquare] = [1 - MEAN ** this.#step, 1 - SQUARE ** this.#step];
    for (let place = 0; place < weights.length; place += 1) {
      const down = short * (slope[place] ?? 0);
      const first = MEAN * (mean[place] ?? 0) + (1 - MEAN) * down;
      const second = SQUARE * (square[place] ?? 0) + (1 - SQUARE) * down * down;
      mean[place] = first;
      square[place] = second;
      const stays = (1 - rate * this.#pace.decay) * (weights[place] ?? 0);
      weights[place] = stays - (rate * first) / early / (Math.sqrt(second / earlySquare) + TINY);
    }
    slope.fill(0);
  }
}

function rateAt(share: number): number {
  if (share < RISING) return FIRST + (1 - FIRST) * (share / RISING);
  return (1 + Math.cos(Math.PI * ((share - RISING) / (1 - RISING)))) / 2;
}

function lengthOf(slopes: readonly Float64Array[]): number {
  return Math.sqrt(slopes.reduce((sum, slope) => slope.reduce((own, one) => own + one * one, sum), 0)) || 1;
}
