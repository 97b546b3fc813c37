import type { CitedPlace } from '../model/cites.ts';
import type { Report } from '../review/report.ts';
import type { Explored } from './explored.ts';
import { flowsDiagram } from './diagrams/flows.ts';
import { ownershipDiagram } from './diagrams/ownership.ts';
import { createEngine } from './engine.ts';
import { Fact } from './fact.ts';
import { NOT_STATED, printer, type Quote } from './print.ts';
import { DeliverableProblem } from './problem.ts';
import { Questions, type Asks, type Question } from './questions.ts';
import type { Template } from './template.ts';
import { tidy } from './tidy.ts';
import type { World } from './world.ts';

/** What deliverables are filled from. */
export interface Inputs {
  /** What the design is called. */
  readonly title: string;
  readonly world: World;
  /** A review of each design that was given, whose quotes stand beside what the model states. */
  readonly reports: readonly Report[];
  readonly explored: Explored;
  readonly asks: Asks;
}

/** Address of a line of a file that was given, from where the deliverable will stand; nothing where none leads there. */
export type Link = (place: CitedPlace) => string | undefined;

export interface Filled {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
  readonly questions: readonly Question[];
}

const SECTIONS = [
  'services',
  'stores',
  'channels',
  'messages',
  'handlers',
  'workflows',
  'locks',
  'invariants',
  'signals',
  'decisions',
  'goals',
];

/**
 * Fills a template. Every value is one of the model's or a quote of the design; the rest is marked and asked for at the
 * end. The same inputs give the same bytes.
 * @param more what the template may use beside the model
 * @throws DeliverableProblem where the template asks for what there is not, or makes too much of it
 */
export function fill(
  template: Template,
  inputs: Inputs,
  link: Link,
  more: Readonly<Record<string, unknown>> = {},
): Filled {
  const { matter, body, file } = template;
  const { world } = inputs;
  const questions = new Questions(inputs.asks);
  const print = printer({ link, open: (fact, kind, about) => questions.add(fact, kind, about) });
  const sections = SECTIONS.map((section) => [section, new Fact(world, [section])] as const);
  const scope = {
    ...Object.fromEntries(sections),
    design: { title: inputs.title },
    diagrams: { ownership: ownershipDiagram(world.design), flows: flowsDiagram(world.design) },
    ...inputs.explored,
    ...more,
  };
  const filled = createEngine(print)(body, scope, file);
  const open = questions.list();
  const blocks = [filled, quotes(matter.criteria, inputs.reports, print), asked(open)];
  const { id, title, description } = matter;
  return { id, title, description, markdown: tidy(blocks.join('\n\n')), questions: open };
}

/** The fact of one part, for a template that is about it. */
export function partOf({ world }: Inputs, section: string, name: string): Fact {
  const fact = new Fact(world, [section, name]);
  if (fact.value === undefined) throw new DeliverableProblem(`the model has no ${section} called ${name}`);
  return fact;
}

/** Quotes of one verdict, as many as carry it. */
const MOST_QUOTES = 3;

function quotes(criteria: readonly string[], reports: readonly Report[], print: (quote: Quote) => string): string {
  const lines = reports.flatMap(({ design, verdicts }) =>
    verdicts
      .filter(({ criterion, evidence }) => criteria.includes(criterion) && evidence.length > 0)
      .map(({ criterion, verdict, evidence }) => {
        const said = evidence.slice(0, MOST_QUOTES).map(({ line, quote }) => print({ file: design.name, line, quote }));
        return `- ${criterion}, ${verdict}: ${said.join('; ')}`;
      }),
  );
  return lines.length === 0 ? '' : `## In the words of the design\n\n${lines.join('\n')}`;
}

function asked(questions: readonly Question[]): string {
  if (questions.length === 0) return '';
  const lines = questions.map(
    ({ question, path, expected }) => `- \`${path}\` (${expected}) is ${NOT_STATED}: ${question}`,
  );
  return `## Open questions\n\n${lines.join('\n')}`;
}
