import type { Given } from '../review/given.ts';
import type { Judgement } from '../review/judgement.ts';
import { ToolProblem, type ToolContext } from './tool.ts';

interface Named {
  readonly judgements: readonly Judgement[] | undefined;
  /** Path of an earlier report inside the roots. */
  readonly baseline: string | undefined;
}

/**
 * What a review by the tool is given: what the call passes, and `.faultline.yaml` of the first root.
 * @throws FileProblem, ToolProblem in one line
 */
export async function givenOf({ judgements, baseline }: Named, { roots, today }: ToolContext): Promise<Given> {
  const { loadSettings } = await import('../config/load.ts');
  const [root] = roots;
  return {
    today: today(),
    judgements,
    settings: root === undefined ? undefined : await loadSettings(root),
    baseline: baseline === undefined ? undefined : await baselineAt(baseline, roots),
  };
}

async function baselineAt(path: string, roots: readonly string[]): Promise<Given['baseline']> {
  const [{ readReport }, { readBaseline }] = await Promise.all([
    import('../files/design.ts'),
    import('../review/given-json.ts'),
  ]);
  const { name, text } = await readReport(path, roots);
  try {
    return readBaseline(text, name);
  } catch (error) {
    throw new ToolProblem(error instanceof Error ? error.message : `${name}: not a report`);
  }
}
