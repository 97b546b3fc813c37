import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseFrontMatter } from './front-matter.ts';
import { packageRoot } from './root.ts';
import { checkMatter } from './matter.ts';

const PropertyMatter = z.looseObject({ title: z.string(), description: z.string() });

/** What the page of a property that failures can violate says of it, in a title and a sentence. */
export async function loadPropertyPage(id: string, root = packageRoot()): Promise<z.infer<typeof PropertyMatter>> {
  const file = `references/properties/${id}.md`;
  return checkMatter(PropertyMatter, parseFrontMatter(await readFile(join(root, file), 'utf8')).matter, file);
}
