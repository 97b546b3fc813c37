import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '../files/contain.ts';
import { isAbsent, readText } from '../files/read.ts';
import { DeliverableProblem } from './problem.ts';
import type { OwnTemplates } from './template.ts';

const MAX_BYTES = 64 * 1024;

/**
 * Reads templates from a team's folder. A link in it may not lead out of it.
 * @param folder absolute, with its links followed; left out, a team has none
 */
export async function ownTemplates(folder: string | undefined): Promise<OwnTemplates> {
  if (folder === undefined) return async () => undefined;
  return async (name) => {
    const path = await realpath(join(folder, name)).catch((error: unknown) => {
      if (isAbsent(error)) return undefined;
      throw error;
    });
    if (path === undefined) return undefined;
    if (!isInside(folder, path)) throw new DeliverableProblem(`${name}: the link leads out of the templates' folder`);
    return { text: await readText(path, name, MAX_BYTES), file: name };
  };
}
