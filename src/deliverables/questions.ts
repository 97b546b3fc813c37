import { expected } from '../model/expected.ts';
import { isMapping } from '../model/mapping.ts';
import { pathText, type Path } from '../model/path.ts';
import { name, prose } from './escape.ts';
import { IDENTITIES, type Fact } from './fact.ts';
import { kindOf } from './world.ts';

/** What would settle a cell that the design leaves open. */
export interface Question {
  /** Of the model. */
  readonly path: string;
  readonly question: string;
  /** What may stand there. */
  readonly expected: string;
  /** The criterion that an answer serves. */
  readonly criterion: string;
  /** What the criterion weighs, and more where it blocks: the larger, the sooner it is worth an answer. */
  readonly weight: number;
}

/** The question behind each kind of fact, and what it is worth. */
export interface Asks {
  /** By the kind of a path, or by `section.field=word` for a part that is lacking. */
  readonly of: ReadonlyMap<string, { readonly criterion: string; readonly ask: string }>;
  /** By criterion. */
  readonly weights: ReadonlyMap<string, number>;
}

/** The open questions of one deliverable, each once. */
export class Questions {
  readonly #asks: Asks;
  readonly #open = new Map<string, Question>();

  constructor(asks: Asks) {
    this.#asks = asks;
  }

  /**
   * @param fact that nothing is stated of
   * @param kind which question is asked; left out, the one of the fact's own kind
   * @param about what the question is about; left out, the part that the fact is of
   */
  add(fact: Fact, kind = kindOf(fact.path), about = subject(fact)): void {
    const { criterion, ask } = this.#asks.of.get(kind) ?? {
      criterion: 'contracts',
      ask: `What is the ${String(fact.path.at(-1))} of PART?`,
    };
    const path = pathText(fact.path);
    const question = ask.replaceAll('PART', about);
    const weight = this.#asks.weights.get(criterion) ?? 0;
    this.#open.set(`${path} ${question}`, { path, question, expected: expectedAt(fact.path), criterion, weight });
  }

  /** In order of weight; of the same weight, in the order in which the deliverable asks. */
  list(): readonly Question[] {
    return [...this.#open.values()].toSorted((a, b) => b.weight - a.weight);
  }
}

function expectedAt(path: Path): string {
  if (path.length > 1) return expected(path);
  return path[0] === 'goals' ? 'its facts' : 'names and their facts';
}

/** What an element of a list is called, between its own name and its part's. */
const ELEMENTS: Readonly<Record<string, (element: string, part: string) => string>> = {
  steps: (step, part) => `step ${step} of ${part}`,
  calls: (to, part) => `the call of ${part} to ${to}`,
  publishes: (message, part) => `${message} from ${part}`,
  writes: (store, part) => `the write of ${part} to ${store}`,
  reads: (store, part) => `the read of ${store} by ${part}`,
  options: (option, part) => `the option ${option} of ${part}`,
};

/** What a question is about, in words: the part, or what of it. */
function subject({ world, path }: Fact): string {
  if (path[0] === 'goals' || path.length < 2) return 'the system';
  const part = name(String(path[1]));
  const at = path.findIndex((one) => typeof one === 'number');
  if (at < 0) return part;
  const element = world.valueAt(path.slice(0, at + 1));
  const own = identityOf(element) ?? `number ${Number(path[at]) + 1}`;
  return ELEMENTS[String(path[at - 1])]?.(own, part) ?? `${own} of ${part}`;
}

function identityOf(element: unknown): string | undefined {
  if (!isMapping(element)) return undefined;
  const [value] = IDENTITIES.flatMap((key) => element[key] ?? []);
  return typeof value === 'string' ? prose(`\`${value}\``) : undefined;
}
