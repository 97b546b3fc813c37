import * as z from 'zod';
import { parseFrontMatter } from './front-matter.ts';

/** Front matter of a `SKILL.md`, as the Agent Skills format has it. Other keys are kept as they are. */
const SkillMatter = z.looseObject({
  name: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use a-z, 0-9 and single hyphens'),
  description: z.string().min(1).max(1024),
  license: z.string().optional(),
  compatibility: z.string().max(500).optional(),
  metadata: z.record(z.string(), z.string('write it in quotes')).optional(),
  'allowed-tools': z.string().optional(),
});

/**
 * Checks a skill's manifest.
 * @param folder name of the folder it stands in, which the skill's name must equal
 * @throws Error with one line
 */
export function checkManifest(text: string | undefined, folder: string): void {
  if (text === undefined) throw new Error('there is no SKILL.md');
  const { matter } = parseFrontMatter(text);
  const checked = SkillMatter.safeParse(matter);
  const [issue] = checked.error?.issues ?? [];
  if (issue !== undefined) throw new Error(`SKILL.md, ${issue.path.join('.') || 'front matter'}: ${issue.message}`);
  if (checked.data?.name !== folder)
    throw new Error(`SKILL.md is named "${checked.data?.name}", its folder "${folder}"`);
}
