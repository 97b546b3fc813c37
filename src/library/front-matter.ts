import grayMatter from 'gray-matter';
import { parseBoundedYaml } from './bounded-yaml.ts';

/** Most bytes of front matter, fences included. */
const MAX_BYTES = 16 * 1024;

/** A page taken apart. `raw` is what stands between the fences; `bodyLine` is the 1-based line the body starts at. */
export interface Split {
  readonly raw: string;
  readonly body: string;
  readonly bodyLine: number;
}

export interface FrontMatter extends Split {
  readonly matter: Readonly<Record<string, unknown>>;
}

/** gray-matter picks an engine by name; these are all it knows by itself, and two of them would run code. */
const REFUSED = ['json', 'javascript', 'js', 'coffee', 'coffeescript', 'cson', 'toml'];

/**
 * Reads YAML front matter between two lines that are exactly `---`. Nothing in it is ever run.
 * @throws Error with one line, as {@link splitFrontMatter} does, and for YAML beyond the bounds
 */
export function parseFrontMatter(text: string): FrontMatter {
  const split = splitFrontMatter(text);
  return { ...split, matter: split.raw.trim() === '' ? {} : readMatter(split.raw) };
}

/**
 * Finds the front matter of a text without reading it. A text that does not begin with `---` has none.
 * @throws Error with one line, for any other opening (`---js`), an open end, or more than 16 KiB
 */
export function splitFrontMatter(text: string): Split {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const first = lineAt(source, 0);
  if (!first.startsWith('---') || /^-{4,}$/.test(first)) return { raw: '', body: source, bodyLine: 1 };
  if (first !== '---')
    throw new Error(
      `front matter opens with "${first.slice(0, 20)}"; write "---" alone, only YAML is read and nothing is run`,
    );
  const { rawStart, rawEnd, bodyStart } = fences(source);
  return {
    raw: source.slice(rawStart, rawEnd),
    body: source.slice(bodyStart),
    bodyLine: source.slice(0, bodyStart).split('\n').length,
  };
}

function lineAt(source: string, start: number): string {
  const end = source.indexOf('\n', start);
  return source.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

/** @throws Error where no line is exactly `---`, or an earlier one only begins with it */
function fences(source: string): { rawStart: number; rawEnd: number; bodyStart: number } {
  const head = source.slice(0, MAX_BYTES);
  const rawStart = source.indexOf('\n') + 1;
  const close = head.indexOf('\n---', rawStart - 1);
  if (close < 0 || Buffer.byteLength(head.slice(0, close + 4)) > MAX_BYTES)
    throw new Error('front matter is not closed by a line "---" within 16 KiB');
  const line = lineAt(source, close + 1);
  if (line !== '---')
    throw new Error(`the line "${line.slice(0, 20)}" in the front matter begins with "---"; indent it`);
  const end = source.indexOf('\n', close + 1);
  return { rawStart, rawEnd: Math.max(close, rawStart), bodyStart: end < 0 ? source.length : end + 1 };
}

function readMatter(raw: string): Record<string, unknown> {
  const refuse = (): never => {
    throw new Error('only YAML front matter is read');
  };
  const engines = { yaml: parseBoundedYaml, ...Object.fromEntries(REFUSED.map((name) => [name, refuse])) };
  const block = `---\n${raw.replace(/\r\n?/g, '\n')}\n---\n`;
  return grayMatter(block, { engines, language: 'yaml', delimiters: '---' }).data;
}
