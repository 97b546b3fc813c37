import type { Settings } from '../config/settings.ts';
import type { Settling } from '../model/criteria.ts';
import type { Baseline } from './baseline.ts';
import type { Judgement } from './judgement.ts';

/** What a review is given beside the design. Plain data: it crosses to the worker. */
export interface Given {
  readonly judgements?: readonly Judgement[] | undefined;
  readonly settings?: Settings | undefined;
  /** ISO date that waivers expire by. A review reads no clock; without a date no waiver expires. */
  readonly today?: string | undefined;
  /** What the model written into the design settles; the worker puts it here. */
  readonly model?: Settling | undefined;
  /** An earlier report to compare with. */
  readonly baseline?: Baseline | undefined;
}
