import { splitLines } from '../document/lines.ts';
import { createQuoteFinder } from '../quote/quote.ts';
import type { Place } from './merge.ts';
import { ModelProblem } from './problem.ts';
import type { SourceFile } from './readers/reader.ts';

/** Where a value stands in what was given: in a design, or in a file of configuration. */
export interface CitedPlace {
  readonly file: string;
  readonly line: number;
}

/** Resolves the comments that say where a value comes from: `L12`, `"a few words"`, `compose.yaml:12`. */
export interface CiteReader {
  /**
   * @returns nothing for a value without such a comment
   * @throws ModelProblem where the line or the words are not there, with the nearest text
   */
  readonly placeOf: (place: Place) => CitedPlace | undefined;
}

const LINE = /^L(\d+)(?:-L?\d+)?$/;
const QUOTE = /^"(.+)"$/;
const FILE_LINE = /^([^\s:]+):(\d+)$/;

/** @param designs the texts that lines and quotes refer to; a bare line is one of the first */
export function citeReader(designs: readonly SourceFile[], files: readonly SourceFile[]): CiteReader {
  const finders = designs.map((design) => ({ design, finder: finderOf(design) }));
  const known = new Map<string, CitedPlace>();
  const resolve = (cite: string, where: string): CitedPlace | undefined => {
    const [, line] = LINE.exec(cite) ?? [];
    if (line !== undefined) return lineIn(designs[0], Number(line), where);
    const [, name = '', number] = FILE_LINE.exec(cite) ?? [];
    const file = number === undefined ? undefined : files.find((one) => one.name === name);
    if (number !== undefined) return lineIn(file, Number(number), where, name);
    const [, quote] = QUOTE.exec(cite) ?? [];
    return quote === undefined ? undefined : quoted(quote, finders, where);
  };
  return {
    placeOf: ({ cite, file, line }) => {
      if (cite === undefined) return undefined;
      const place = known.get(cite) ?? resolve(cite, `${file}, line ${line}`);
      if (place !== undefined) known.set(cite, place);
      return place;
    },
  };
}

function finderOf({ text }: SourceFile) {
  const statements = splitLines(text).map(({ start, end }, index) => ({
    line: index + 1,
    quote: text.slice(start, end),
  }));
  return createQuoteFinder({ text, statements });
}

function lineIn(file: SourceFile | undefined, line: number, where: string, name = 'the design'): CitedPlace {
  if (file === undefined)
    throw new ModelProblem(`${where}: it cites line ${line} of ${name}, which was not given; give that file too`);
  const { start = 0, end = 0 } = splitLines(file.text)[line - 1] ?? {};
  if (file.text.slice(start, end).trim() === '')
    throw new ModelProblem(`${where}: it cites line ${line} of ${file.name}, which is not there or empty`);
  return { file: file.name, line };
}

function quoted(
  quote: string,
  finders: readonly { design: SourceFile; finder: ReturnType<typeof finderOf> }[],
  where: string,
): CitedPlace {
  for (const { design, finder } of finders) {
    const found = finder.find(quote);
    if (found !== undefined) return { file: design.name, line: found.line };
  }
  const near = finders.flatMap(({ design, finder }) => {
    const close = finder.nearest(quote);
    return close === undefined
      ? []
      : [`; nearest is ${design.name}, line ${close.line}: "${close.quote.trim().slice(0, 120)}"`];
  });
  throw new ModelProblem(`${where}: the quote "${quote.slice(0, 80)}" does not stand in the design${near[0] ?? ''}`);
}
