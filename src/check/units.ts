import { posix, resolve } from 'node:path';
import { glob } from '../files/glob.ts';
import { beginsWith, FileProblem, readText, realPathOf } from '../files/read.ts';
import { MARKER_START, readMarked, type Marker } from '../deliverables/marker.ts';
import { nameFrom } from '../files/name.ts';
import { expand, filesIn, isFile, kindOf } from '../files/words.ts';
import type { Unit } from './unit.ts';

/** A deliverable that was written from designs. */
export interface Written {
  readonly name: string;
  readonly text: string;
  readonly marker: Marker;
  /** Its sources, relative to the working directory. */
  readonly from: readonly string[];
}

/** What there is to check. */
export interface Found {
  readonly units: readonly Unit[];
  readonly written: readonly Written[];
}

const MAX_BYTES = 4 * 1024 * 1024;
const MODEL = /\.model\.ya?ml$/i;

/**
 * Finds designs, the models beside them, and the deliverables that were written from them.
 * @param words files, patterns, and folders, which stand for all Markdown in them; a model stands for its design
 * @param all whether every deliverable counts, or only those of the designs found
 * @throws FileProblem for a file that cannot be read and for a pattern that stands for none
 */
export async function findUnits(words: readonly string[], cwd: string, all: boolean): Promise<Found> {
  const named = new Set<string>();
  for (const word of words) for (const file of await filesOf(word, cwd)) named.add(nameFrom(file, cwd));
  const units = new Map<string, Unit>();
  for (const name of named) {
    const design = await designOf(name, cwd);
    if (!units.has(design)) units.set(design, await unitOf(design, cwd));
  }
  const written = await deliverables(cwd);
  const own = new Set(
    [...units.values()].flatMap(({ name, model }) => (model === undefined ? [name] : [name, model.name])),
  );
  return {
    units: [...units.values()].filter(({ text }) => readMarked(text) === undefined),
    written: written.filter(({ name, from }) => all || named.has(name) || from.some((one) => own.has(one))),
  };
}

async function filesOf(word: string, cwd: string): Promise<readonly string[]> {
  const kind = await kindOf(word, cwd);
  if (kind === 'file') return [word];
  if (kind === 'pattern') return expand(word, cwd);
  const found = await filesIn(word, '**/*.md', cwd);
  if (found.length === 0) throw new FileProblem(`${word}: it holds no Markdown; name the folder of the designs.`);
  return found;
}

/** The design that a model stands beside. */
async function designOf(name: string, cwd: string): Promise<string> {
  if (!MODEL.test(name)) return name;
  const design = name.replace(MODEL, '.md');
  if (await isFile(design, cwd)) return design;
  throw new FileProblem(`${name}: there is no ${design} beside it; a model is checked with its design.`);
}

async function unitOf(name: string, cwd: string): Promise<Unit> {
  const text = await read(name, cwd);
  const stem = name.replace(/\.[^./]+$/, '');
  for (const path of [`${stem}.model.yaml`, `${stem}.model.yml`])
    if (path !== name && (await isFile(path, cwd)))
      return { name, text, model: { name: path, text: await read(path, cwd) } };
  return { name, text };
}

async function read(name: string, cwd: string): Promise<string> {
  return readText(await realPathOf(name, cwd), name, MAX_BYTES);
}

async function deliverables(cwd: string): Promise<Written[]> {
  const written: Written[] = [];
  for (const name of await glob('**/*.md', cwd)) {
    if (!(await beginsWith(resolve(cwd, name), MARKER_START))) continue;
    const text = await read(name, cwd).catch(() => '');
    const marked = readMarked(text);
    if (marked === undefined) continue;
    const from = marked.marker.from.map((one) => posix.normalize(posix.join(posix.dirname(name), one)));
    written.push({ name, text, marker: marked.marker, from });
  }
  return written;
}
