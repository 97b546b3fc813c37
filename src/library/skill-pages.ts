import { isEnginePage, withoutEngineKeys } from './engine-keys.ts';
import type { Folder } from './folder.ts';
import { parseFrontMatter, splitFrontMatter } from './front-matter.ts';
import { pathName, toPage, type Page } from './page.ts';
import { checkManifest } from './skill.ts';

/** A skill with its pages: `SKILL.md` first, then the others by path. */
export interface Skill {
  readonly name: string;
  /** Whether it comes with the package; other skills are shown as the work of whoever gave the folder. */
  readonly ours: boolean;
  readonly pages: readonly Page[];
}

const FLAGSHIP = 'distributed-systems-patterns';

/**
 * Makes the served pages of a skill.
 * @param files all files by path in the skill, shared references included
 * @param names texts by the page name they are served under so far; extended here
 * @throws Error with one line that names the file
 */
export function readSkill(name: string, files: Folder, ours: boolean, names: Map<string, string>): Skill {
  checkManifest(files.get('SKILL.md'), name);
  const pages = [...files].map(([path, raw]) => {
    try {
      const text = ours && isEnginePage(path) ? withoutEngineKeys(raw, splitFrontMatter(raw).raw) : raw;
      const { matter, body } = parseFrontMatter(text);
      return toPage(
        { skill: name, path, text, matter, body },
        nameFor(name, path, text, names),
        priorityOf(name, path),
      );
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : 'not readable'}`, { cause: error });
    }
  });
  return { name, ours, pages: pages.toSorted((a, b) => Number(b.path === 'SKILL.md') - Number(a.path === 'SKILL.md')) };
}

/** A page has its short name unless another text has it already; then its skill goes before it. */
function nameFor(skill: string, path: string, text: string, names: Map<string, string>): string {
  const short = path === 'SKILL.md' ? skill : pathName(path);
  const name = (names.get(short) ?? text) === text ? short : `${skill}/${short}`;
  names.set(name, text);
  return name;
}

function priorityOf(skill: string, path: string): number {
  if (path === 'SKILL.md') return skill === FLAGSHIP ? 1 : 0.8;
  return path.startsWith('references/criteria/') ? 0.4 : 0.6;
}
