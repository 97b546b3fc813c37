import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitFrontMatter } from '../library/front-matter.ts';
import { packageRoot } from '../library/root.ts';
import { FileProblem } from '../files/read.ts';
import { exists, targetInside, writeAtomically } from '../files/write.ts';
import { EXIT, type Io } from './io.ts';

/**
 * Writes an empty design that follows the five steps.
 * @param name of the design; its file is called after it
 * @throws FileProblem where a file of that name is there already
 */
export async function newCommand(name: string, output: string | undefined, io: Io): Promise<number> {
  const path = output ?? `${slug(name)}.md`;
  const target = await targetInside(path, [io.cwd]);
  if (await exists(target)) throw new FileProblem(`${target.name}: it is there already; choose another name, or -o.`);
  await writeAtomically(target, await skeleton(name));
  await io.err(`written ${target.name}; fill it in, and see how far it is with: faultline review ${target.name}`);
  return EXIT.done;
}

/** The page without its front matter, under the design's own name. */
async function skeleton(name: string): Promise<string> {
  const page = await readFile(join(packageRoot(), 'references/design-skeleton.md'), 'utf8');
  const title = name.replaceAll(/\s+/g, ' ').trim();
  return splitFrontMatter(page)
    .body.trimStart()
    .replace('# NAME', () => `# ${title}`);
}

function slug(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .match(/[a-z0-9]+/g);
  if (words === null) throw new FileProblem(`"${name}": a name needs a letter or digit for its file; add -o FILE.`);
  return words.join('-');
}
