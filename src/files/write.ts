import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isInside } from './contain.ts';
import { nameFrom } from './name.ts';
import { FileProblem, fileProblem, isAbsent } from './read.ts';

/** A file that may be written. */
export interface Target {
  /** Absolute, in a folder whose links have been followed; the folder may not be there yet. */
  readonly path: string;
  /** Relative to its root, with `/`, as messages call it. */
  readonly name: string;
}

/**
 * Finds where a file would be written.
 * @param path relative to the first root, or absolute
 * @param roots folders that may be written in, absolute
 * @throws FileProblem where it lies outside all of them once links are followed, or is not a regular file
 */
export async function targetInside(path: string, roots: readonly string[]): Promise<Target> {
  const label = JSON.stringify(path);
  if (path.includes('\0')) throw new FileProblem('A path holds no NUL character.');
  const wanted = resolve(roots[0] ?? '.', path);
  const folder = await realFolder(dirname(wanted));
  for (const root of roots) {
    const base = await realpath(root).catch(() => undefined);
    if (base === undefined || !isInside(base, folder)) continue;
    const target = join(folder, basename(wanted));
    const there = await lstat(target).catch(() => undefined);
    if (there !== undefined && !there.isFile())
      throw new FileProblem(`${label}: it is ${there.isDirectory() ? 'a folder' : 'no regular file'}; name a file.`);
    return { path: target, name: nameFrom(target, base) };
  }
  throw new FileProblem(`${label}: it lies outside the folders that may be written in; name a path inside of them.`);
}

/** The folder with links followed as far as it is there. */
async function realFolder(path: string): Promise<string> {
  const real = await realpath(path).catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw fileProblem(JSON.stringify(path), error);
  });
  if (real !== undefined) return real;
  const parent = dirname(path);
  return parent === path ? path : join(await realFolder(parent), basename(path));
}

/**
 * Writes beside the place and renames, so that nobody ever reads half a file and a failure leaves the old one.
 * @throws FileProblem
 */
export async function writeAtomically({ path, name }: Target, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw fileProblem(name, error);
  }
}

/** Whether something stands at a target. */
export async function exists({ path }: Target): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
