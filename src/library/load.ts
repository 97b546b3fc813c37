import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { entries, readFolder, type Folder } from './folder.ts';
import { mount } from './mount.ts';
import { packageRoot } from './root.ts';
import { readSkill, type Skill } from './skill-pages.ts';

/** Something that could not be served, with the reason; `path` is as the person who gave it wrote it. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

export interface LibraryOptions {
  /** Folders of skill folders (or single skills) to serve beside ours, in this order. */
  readonly skills?: readonly string[];
  /** `false` leaves our own skills out. */
  readonly builtin?: boolean;
  /** Where `skills/` and `references/` of the package are; found by itself. */
  readonly root?: string;
}

/** Everything that is served: skills in order, each with its pages. It never changes once loaded. */
export interface Library {
  readonly skills: readonly Skill[];
  readonly problems: readonly Problem[];
}

/** Reads the skills. What is broken is left out and listed; nothing is thrown, nothing is written. */
export async function loadLibrary(options: LibraryOptions = {}): Promise<Library> {
  const root = options.root ?? packageRoot();
  const problems: Problem[] = [];
  const skills = new Map<string, Skill>();
  const add = (path: string, skill: Skill) => {
    if (skills.has(skill.name)) problems.push({ path, message: `a skill named "${skill.name}" is served already` });
    else skills.set(skill.name, skill);
  };
  const names = new Map<string, string>();
  const collect = async (place: Place) => {
    for (const dir of await skillFolders(place, problems)) {
      try {
        const own = await readFolder(dir);
        add(dir, readSkill(basename(resolve(dir)), mount(own, place.shared), place.ours, names));
      } catch (error) {
        problems.push({ path: dir, message: reason(error) });
      }
    }
  };
  if (options.builtin !== false) await collect(await placeOf(join(root, 'skills'), join(root, 'references'), true));
  for (const dir of options.skills ?? []) await collect(await placeOf(dir, join(dir, 'references'), false, problems));
  return { skills: [...skills.values()], problems };
}

/** A folder of skills with the pages its skills share. */
interface Place {
  readonly dir: string;
  readonly shared: Folder;
  readonly ours: boolean;
}

async function placeOf(dir: string, references: string, ours: boolean, problems: Problem[] = []): Promise<Place> {
  return { dir, ours, shared: await readShared(references, problems) };
}

async function readShared(dir: string, problems: Problem[]): Promise<Folder> {
  if (!(await isFolder(dir))) return new Map();
  try {
    const pages = await readFolder(dir);
    return new Map([...pages].map(([path, text]) => [`references/${path}`, text]));
  } catch (error) {
    problems.push({ path: dir, message: reason(error) });
    return new Map();
  }
}

/** The folder itself where it is a skill, else its sub-folders. */
async function skillFolders({ dir }: Place, problems: Problem[]): Promise<string[]> {
  try {
    const all = await entries(dir);
    if (all.some(({ name }) => name === 'SKILL.md')) return [dir];
    for (const entry of all)
      if (entry.isSymbolicLink()) problems.push({ path: join(dir, entry.name), message: 'links are not followed' });
    const found = all.filter((entry) => entry.isDirectory() && entry.name !== 'references');
    if (found.length === 0) problems.push({ path: dir, message: 'there is no skill in it' });
    return found.map(({ name }) => join(dir, name));
  } catch (error) {
    problems.push({ path: dir, message: reason(error) });
    return [];
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'it could not be read';
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such folder' : error.message;
}
