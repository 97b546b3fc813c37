import { readFolder } from './folder.ts';
import { parseCriterion, type Criterion } from './criteria.ts';

/** The criterion pages of a team's folder, and a line for each page that could not be read. */
export interface OwnCriteria {
  readonly criteria: readonly Criterion[];
  readonly problems: readonly string[];
}

/**
 * Reads the criterion pages of a folder, sorted by name; a `README.md` is none.
 * @param dir absolute
 * @param name of the folder as it was given: messages and reports call a page `<name>/<id>.md`, with `/`
 */
export async function loadOwnCriteria(dir: string, name: string): Promise<OwnCriteria> {
  const label = name.replaceAll('\\', '/').replace(/^(?:\.\/)+|\/+$/g, '');
  const criteria: Criterion[] = [];
  const problems: string[] = [];
  const pages = await readFolder(dir).catch((error: unknown) => {
    problems.push(`${label}: ${reason(error)}`);
    return new Map<string, string>();
  });
  for (const [path, text] of pages) {
    if (/^readme\.md$/i.test(path)) continue;
    try {
      criteria.push(parseCriterion(path, text, label));
    } catch (error) {
      problems.push(reason(error));
    }
  }
  return { criteria, problems };
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'it could not be read';
  return 'code' in error ? 'it is not a folder that can be read' : error.message;
}
