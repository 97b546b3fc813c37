import { Liquid } from 'liquidjs';
import { FILTERS } from './filters.ts';
import { DeliverableProblem } from './problem.ts';

/**
 * What a template may use of Liquid. Whatever reads files (`include`, `render`, `layout`), the clock (`date`) or chance
 * (`sample`) is taken out, and so is what only makes work (`sha256`, `base64_encode`).
 */
export const TAGS = [
  'assign',
  'for',
  'capture',
  'case',
  'comment',
  'if',
  'unless',
  'break',
  'continue',
  'raw',
  '#',
  'cycle',
];
export const LIQUID_FILTERS = [
  'size',
  'first',
  'last',
  'join',
  'concat',
  'uniq',
  'compact',
  'reverse',
  'append',
  'prepend',
  'downcase',
  'upcase',
  'capitalize',
  'replace',
  'default',
  'plus',
  'minus',
  'raw',
];

/**
 * Bounds of one rendering. Characters of the template, and members of lists and characters that it makes, are counted, so
 * that the same input always ends the same way; the time in milliseconds is for what slips through.
 */
const LIMITS = { parseLimit: 64 * 1024, memoryLimit: 2_000_000, renderLimit: 2000 };

export type Render = (body: string, scope: Readonly<Record<string, unknown>>, file: string) => string;

/**
 * Makes what renders a template: Liquid with the tags and filters above, nothing of a value but its own properties, and
 * every output written by `print`.
 * @param print writes a value as Markdown; `| raw` passes it over
 */
export function createEngine(print: (value: unknown) => string): Render {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    trimTagRight: true,
    trimTagLeft: false,
    greedy: false,
    templates: {},
    outputEscape: print,
    ...LIMITS,
  });
  for (const tag of Object.keys(engine.tags)) if (!TAGS.includes(tag)) Reflect.deleteProperty(engine.tags, tag);
  for (const filter of Object.keys(engine.filters))
    if (!LIQUID_FILTERS.includes(filter)) engine.unregisterFilter(filter);
  for (const [name, filter] of Object.entries(FILTERS)) engine.registerFilter(name, filter);
  return (body, scope, file) => {
    try {
      return String(engine.parseAndRenderSync(body, scope));
    } catch (error) {
      throw new DeliverableProblem(`${file}: ${reason(error)}`);
    }
  };
}

/** Liquid shows the lines around in further lines. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
