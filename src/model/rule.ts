import type { Answer } from './answer.ts';
import type { Design } from './design.ts';

/** One place of the design that a rule looks at. */
export interface Case {
  /** Path of the part the answer is about. */
  readonly at: string;
  /** Whether the fault is there. */
  readonly fault: Answer;
  /** What goes wrong, in the design's own names; read only where the fault is there. */
  readonly say: () => string;
}

/** A fault that a design's structure can show. What it means, how bad it is and its repair stand on its page. */
export interface Rule {
  /** Also the name of its page: `references/rules/<id>.md`. */
  readonly id: string;
  /** Its letter in the catalogue of faults. */
  readonly alias: string;
  readonly cases: (design: Design) => Iterable<Case>;
}
