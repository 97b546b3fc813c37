import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseFrontMatter } from '../library/front-matter.ts';
import { checkMatter } from '../library/matter.ts';
import { packageRoot } from '../library/root.ts';
import { DeliverableProblem } from './problem.ts';

/** Every deliverable, in the order in which `all` writes and lists them. One that is added has its page of this name. */
export const KINDS = [
  'service-ownership-map',
  'contract-list',
  'consistency-decisions',
  'event-and-retry-flows',
  'reconciliation-and-compensation',
  'stuck-and-replay-signals',
  'production-readiness',
  'decision-record',
] as const;
export type Kind = (typeof KINDS)[number];

/** @throws DeliverableProblem for a kind that there is not, with those that there are */
export function kindsOf(kind: string): readonly Kind[] {
  if (kind === 'all') return KINDS;
  const known = KINDS.find((one) => one === kind);
  if (known !== undefined) return [known];
  throw new DeliverableProblem(`there is no deliverable "${kind}"; there are: all, ${KINDS.join(', ')}`);
}

/** Lists what `all` wrote. */
export const INDEX = 'index';

/** Front matter of `references/deliverables/<id>.md`. */
const TemplateMatter = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().max(90),
  description: z.string().max(200),
  /** Sections of the model that it is filled from. */
  needs: z.array(z.string()).default([]),
  /** Criteria of the review that it serves. */
  criteria: z.array(z.string()).default([]),
});

export interface Template {
  readonly matter: z.infer<typeof TemplateMatter>;
  /** In Liquid. */
  readonly body: string;
  /** How messages call the file. */
  readonly file: string;
  /** As it stands on the disk: what it was filled by. */
  readonly text: string;
}

/** Reads a file of a team's templates; nothing where it has none of that name. */
export type OwnTemplates = (name: string) => Promise<{ readonly text: string; readonly file: string } | undefined>;

const FOLDER = 'references/deliverables';

/**
 * @param own a team's templates, which come before ours
 * @throws DeliverableProblem naming a team's file and what is wrong in it
 */
export async function loadTemplate(id: string, own: OwnTemplates = async () => undefined): Promise<Template> {
  const theirs = await own(`${id}.md`);
  if (theirs !== undefined) return parseTemplate(id, theirs.text, theirs.file);
  const file = `${FOLDER}/${id}.md`;
  return parseTemplate(id, await readFile(join(packageRoot(), file), 'utf8'), file);
}

function parseTemplate(id: string, text: string, file: string): Template {
  try {
    const { matter, body } = parseFrontMatter(text);
    const checked = checkMatter(TemplateMatter, matter, file);
    if (checked.id !== id) throw new Error(`${file}: its id is "${checked.id}"; it must equal the file's name`);
    return { matter: checked, body, file, text };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DeliverableProblem(message.startsWith(file) ? message : `${file}: ${message}`);
  }
}
