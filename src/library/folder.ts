import { readdir, realpath } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { isInside } from '../files/contain.ts';
import { readText } from '../files/read.ts';

/** Bounds of one folder: what the Skills extension allows a skill to publish, and no page larger than a design. */
export const FOLDER_LIMITS = { files: 512, bytes: 16 * 1024 * 1024, pageBytes: 1024 * 1024, depth: 8 } as const;

/** The Markdown files of a folder by their path in it, with `/`; sorted by path. */
export type Folder = ReadonlyMap<string, string>;

/**
 * Reads the Markdown files of a folder and its sub-folders. Other files and hidden ones are passed over.
 * @throws Error with one line: a link that leaves the folder or points to a folder, a file that is not text, a bound
 */
export async function readFolder(dir: string): Promise<Folder> {
  const root = await realpath(dir);
  const paths = await listFiles(root, '', 0);
  if (paths.length > FOLDER_LIMITS.files) throw new Error(`it holds more than ${FOLDER_LIMITS.files} pages`);
  const folder = new Map<string, string>();
  let bytes = 0;
  for (const path of paths) {
    const text = await readText(await contained(root, path), path, FOLDER_LIMITS.pageBytes);
    bytes += Buffer.byteLength(text);
    if (bytes > FOLDER_LIMITS.bytes) throw new Error('its pages take more than 16 MiB');
    folder.set(path, text);
  }
  return folder;
}

async function listFiles(root: string, at: string, depth: number): Promise<string[]> {
  if (depth > FOLDER_LIMITS.depth) throw new Error(`${at}: nested deeper than ${FOLDER_LIMITS.depth} folders`);
  const found: string[] = [];
  for (const entry of await entries(join(root, at))) {
    const path = at === '' ? entry.name : `${at}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(root, path, depth + 1)));
    else if (entry.isSymbolicLink() && !entry.name.endsWith('.md')) await contained(root, path);
    else if (entry.name.endsWith('.md')) found.push(path);
    if (found.length > FOLDER_LIMITS.files) return found;
  }
  return found;
}

/** @returns the entries that are not hidden, by name: the order must not depend on the file system */
export async function entries(dir: string): Promise<Dirent[]> {
  const all = await readdir(dir, { withFileTypes: true });
  return all.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function contained(root: string, path: string): Promise<string> {
  const real = await realpath(join(root, path));
  if (!isInside(root, real)) throw new Error(`${path}: the link leaves its folder`);
  return real;
}
