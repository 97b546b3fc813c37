import { readlink, realpath, stat, type FileHandle } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { isInside } from './contain.ts';
import { nameFrom } from './name.ts';
import { FileProblem, readText, realPathOf } from './read.ts';

/** Most bytes a design may have, as a file and inline (UTF-8). */
export const MAX_DESIGN_BYTES = 1024 * 1024;

/** What kind of file is read, and what a caller with another kind should do. */
interface Kind {
  readonly extensions: readonly string[];
  readonly instead: string;
}

const DESIGN: Kind = { extensions: ['.md', '.markdown', '.txt', '.rst'], instead: 'pass other content as text' };
const REPORT: Kind = { extensions: ['.json'], instead: 'name a report that `faultline review --format json` wrote' };
const MODEL: Kind = {
  extensions: [...DESIGN.extensions, '.yaml', '.yml', '.json'],
  instead: 'pass a design as text, or a model as model',
};
const MAX_PATH = 1024;

/**
 * Reads a design that an assistant named by path.
 * @param path relative to the first root, or absolute; it must lie inside one of the roots once every link is followed
 * @param roots folders that may be read from, absolute
 * @returns the path relative to its root, with `/`, and the text
 * @throws FileProblem in one line that holds no absolute path
 */
export function readDesign(path: string, roots: readonly string[]): Promise<{ name: string; text: string }> {
  return readInside(path, roots, DESIGN);
}

/** Reads an earlier report that an assistant named by path, under the rules of {@link readDesign}. */
export function readReport(path: string, roots: readonly string[]): Promise<{ name: string; text: string }> {
  return readInside(path, roots, REPORT);
}

/** Reads a design, a model or a file of configuration that an assistant named, under the rules of {@link readDesign}. */
export function readModelSource(path: string, roots: readonly string[]): Promise<{ name: string; text: string }> {
  return readInside(path, roots, MODEL);
}

async function readInside(path: string, roots: readonly string[], kind: Kind): Promise<{ name: string; text: string }> {
  const label = quoted(path);
  checkName(path, label, kind);
  // Before any file call: whether something exists outside the roots is nobody's business.
  if ((await rootOf(resolve(roots[0] ?? '.', path), roots, true)) === undefined) throw outside(label);
  const real = await realPathOf(path, roots[0] ?? '.', label);
  const root = await rootOf(real, roots);
  if (root === undefined) throw outside(label);
  const text = await readText(real, label, MAX_DESIGN_BYTES, (file) => checkUnmoved(file, real, label));
  return { name: nameFrom(real, root), text };
}

function checkName(path: string, label: string, { extensions, instead }: Kind): void {
  if (path.includes('\0')) throw new FileProblem('A path holds no NUL character; give the path of a text file.');
  if (path.length > MAX_PATH) throw new FileProblem(`${label}: the path is longer than ${MAX_PATH} characters.`);
  if (!extensions.includes(extname(path).toLowerCase()))
    throw new FileProblem(`${label}: only ${extensions.join(', ')} files are read; ${instead}.`);
}

/** The root a path lies in, with its links followed; `asNamed` also takes the root as the operator wrote it. */
async function rootOf(path: string, roots: readonly string[], asNamed = false): Promise<string | undefined> {
  for (const root of roots) {
    const base = await realpath(root).catch(() => undefined);
    if (base !== undefined && (isInside(base, path) || (asNamed && isInside(resolve(root), path)))) return base;
  }
  return undefined;
}

/** A folder or link may be swapped between the check and the opening: what is open must still be what was checked. */
async function checkUnmoved(file: FileHandle, real: string, label: string): Promise<void> {
  const opened = await readlink(`/proc/self/fd/${file.fd}`).catch(() => undefined);
  if (opened !== undefined) {
    if (opened !== real) throw outside(label);
    return;
  }
  const [now, there] = await Promise.all([file.stat(), stat(real)]);
  if ((await realpath(real)) !== real || now.dev !== there.dev || now.ino !== there.ino) throw outside(label);
}

function outside(label: string): FileProblem {
  return new FileProblem(
    `${label}: it lies outside the folders that may be read. Pass the design as text, or start the server with --root DIR.`,
  );
}

function quoted(path: string): string {
  const shown = path.length > 120 ? `${path.slice(0, 117)}...` : path;
  return JSON.stringify(shown);
}
