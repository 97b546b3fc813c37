import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { isInside } from '../files/contain.ts';
import { FileProblem, fileProblem, isAbsent, readText } from '../files/read.ts';
import { parseBoundedYaml } from '../library/bounded-yaml.ts';
import { checkMatter } from '../library/matter.ts';
import { loadOwnCriteria } from '../library/own-criteria.ts';
import { Config } from './schema.ts';
import type { Settings } from './settings.ts';

/** What the file is called where nobody names another. */
export const CONFIG_NAME = '.faultline.yaml';

const MAX_BYTES = 256 * 1024;

/**
 * Reads the settings of the folder a review runs in.
 * @param root absolute; a folder that the file names must lie in it or beside the file
 * @param file as the caller named it, relative to the folder; left out, `.faultline.yaml` if there is one
 * @returns nothing where no file was named and none is there
 * @throws FileProblem in one line that names the file and the key
 */
export async function loadSettings(root: string, file?: string): Promise<Settings | undefined> {
  const name = file ?? CONFIG_NAME;
  const real = await realpath(resolve(root, name)).catch((error: unknown) => {
    if (file === undefined && isAbsent(error)) return undefined;
    throw fileProblem(name, error);
  });
  if (real === undefined) return undefined;
  const base = await realpath(root);
  // A file nobody named must not be a way out of the folder.
  if (file === undefined && !isInside(base, real))
    throw new FileProblem(`${name}: it is a link that leaves its folder.`);
  const { criteria, templates, ...config } = parseConfig(await readText(real, name, MAX_BYTES), name);
  const folder = (key: string, dir: string) => folderBeside(dir, [dirname(real), base], `${name}: ${key}`);
  return {
    ...config,
    name,
    criteria: criteria === undefined ? [] : await ownCriteria(await folder('criteria', criteria), criteria),
    ...(templates === undefined ? {} : { templates: await folder('templates', templates) }),
  };
}

function parseConfig(text: string, name: string): Config {
  try {
    return checkMatter(Config, parseBoundedYaml(text), name, 'settings');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new FileProblem(message.startsWith(`${name}: `) ? message : `${name}: ${message}`);
  }
}

async function ownCriteria(real: string, dir: string): Promise<Settings['criteria']> {
  const { criteria, problems } = await loadOwnCriteria(real, dir);
  const [first] = problems;
  if (first !== undefined) throw new FileProblem(first);
  return criteria;
}

/** @returns the folder with its links followed; it must lie in one of the bases */
async function folderBeside(dir: string, bases: readonly [string, string], label: string): Promise<string> {
  const real = await realpath(resolve(bases[0], dir)).catch(() => undefined);
  if (real === undefined) throw new FileProblem(`${label}: there is no folder "${dir}".`);
  if (isAbsolute(dir) || !bases.some((base) => isInside(base, real)))
    throw new FileProblem(`${label}: "${dir}" lies outside; name a folder beside this file or below it.`);
  return real;
}
