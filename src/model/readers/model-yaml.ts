import { isMap, isScalar, isSeq, LineCounter, type Document, type Node, type Pair } from 'yaml';
import { boundedDocument } from '../../library/bounded-yaml.ts';
import type { Path } from '../path.ts';
import { ModelProblem } from '../problem.ts';
import type { Stated } from './reader.ts';

/** A value of a model as it was written, with the comment that says where it comes from. */
export interface Claim extends Stated {
  readonly file: string;
  /** What stands after `#` on its line, or on the line of the part it belongs to. */
  readonly cite?: string;
}

/** YAML that says it is a model. `line` is the 1-based line of the file on which it begins. */
export interface ModelText {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

/** Deepest nesting of a model. */
const MAX_DEPTH = 12;

/**
 * Reads the values of a model's YAML, each with its line.
 * @throws ModelProblem in one line for what is not bounded YAML of plain data
 */
export function readModelYaml({ name, text, line }: ModelText): Claim[] {
  const counter = new LineCounter();
  const document = parse(text, counter, name);
  const lines: Lines = {
    of: (offset) => counter.linePos(offset).line + line - 1,
    cites: citesOf(text, line),
    file: name,
  };
  if (document.contents === null) return [];
  if (!isMap(document.contents)) throw new ModelProblem(`${name}: a model is a mapping; begin with "services:"`);
  return walk(document.contents, [], undefined, lines);
}

interface Lines {
  readonly of: (offset: number) => number;
  readonly cites: ReadonlyMap<number, string>;
  readonly file: string;
}

function parse(text: string, counter: LineCounter, name: string): Document {
  try {
    return boundedDocument(text, counter);
  } catch (error) {
    throw new ModelProblem(`${name}: ${error instanceof Error ? error.message : 'not valid YAML'}`);
  }
}

function walk(node: unknown, path: Path, inherited: string | undefined, lines: Lines): Claim[] {
  if (path.length > MAX_DEPTH) throw new ModelProblem(`${lines.file}: nested deeper than ${MAX_DEPTH} levels`);
  if (isMap(node)) {
    checkPlain(node, lines);
    if (node.items.length === 0) return [claim(node, path, {}, inherited, lines)];
    return node.items.flatMap((pair) => walkPair(pair, path, inherited, lines));
  }
  if (isSeq(node)) {
    checkPlain(node, lines);
    if (node.items.every(isScalar))
      return [
        claim(
          node,
          path,
          node.items.map(({ value }) => value),
          inherited,
          lines,
        ),
      ];
    return node.items.flatMap((item, index) => walk(item, [...path, index], inherited, lines));
  }
  if (!isScalar(node)) throw new ModelProblem(`${lines.file}: aliases are not read; write the value out`);
  checkPlain(node, lines);
  return [claim(node, path, node.value, inherited, lines)];
}

function walkPair({ key, value }: Pair, path: Path, inherited: string | undefined, lines: Lines): Claim[] {
  if (!isScalar(key)) throw new ModelProblem(`${lines.file}: every key must be a plain word`);
  const line = lineOf(key, lines);
  const inner = [...path, String(key.value)];
  const cite = lines.cites.get(line) ?? inherited;
  // `orders:` with nothing under it names a part of which nothing more is stated.
  if (value === null || (isScalar(value) && value.value === null))
    return [{ path: inner, value: inner.length === 2 ? {} : null, line, file: lines.file, ...cited(cite) }];
  return walk(value, inner, cite, lines);
}

function claim(node: Node, path: Path, value: unknown, inherited: string | undefined, lines: Lines): Claim {
  const line = lineOf(node, lines);
  return { path, value, line, file: lines.file, ...cited(lines.cites.get(line) ?? inherited) };
}

function cited(cite: string | undefined): { cite?: string } {
  return cite === undefined ? {} : { cite };
}

function lineOf({ range }: Node, { of }: Lines): number {
  return of(range?.[0] ?? 0);
}

function checkPlain(node: Node, lines: Lines): void {
  const where = `${lines.file}: line ${lineOf(node, lines)}`;
  if ('anchor' in node && node.anchor !== undefined)
    throw new ModelProblem(`${where}: anchors are not read; write the value out`);
  if (node.tag !== undefined) throw new ModelProblem(`${where}: tags are not read`);
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (seen.has(name)) throw new ModelProblem(`${where}: the key "${name.slice(0, 60)}" stands twice in one mapping`);
    seen.add(name);
  }
}

/** The comment of each line. A `#` counts after a blank or at the start, outside quotes, as YAML has it. */
function citesOf(text: string, first: number): Map<number, string> {
  const cites = new Map<number, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const comment = /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\S)['#])*(?<=^|\s)#\s*(.+?)\s*$/.exec(line)?.[1];
    if (comment !== undefined) cites.set(first + index, comment);
  }
  return cites;
}
