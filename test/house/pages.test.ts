import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ROOT, filesUnder, textOf } from './files.ts';
import { anchorsOf, linksOf, readPage } from './pages.ts';

const skills = filesUnder('skills', 'SKILL.md');
const pages = [...filesUnder('skills', '.md'), ...filesUnder('references', '.md')];

/** Read by the engine, not by people on their way through a skill. */
const ENGINE_PAGES = ['references/vocabulary.md'];

/** Agent Skills front matter; `metadata` maps strings to strings, or official readers skip the skill. */
const SkillMatter = z.strictObject({
  name: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  description: z.string().min(1).max(1024),
  license: z.string().optional(),
  compatibility: z.string().max(500).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  'allowed-tools': z.string().optional(),
});

describe('links', () => {
  test.each(pages)('%s leads only to what exists', (path) => {
    const dead = linksOf(readPage(path)).filter(({ path: to, anchor }) => {
      if (!existsSync(join(ROOT, to))) return true;
      return anchor !== '' && !anchorsOf(readPage(to)).includes(anchor);
    });
    expect(dead.map(({ path: to, anchor }) => `${to}#${anchor}`)).toEqual([]);
  });

  test('every page is reached from a skill', () => {
    const reached = new Set(skills);
    for (const path of reached)
      if (pages.includes(path)) for (const link of linksOf(readPage(path))) reached.add(link.path);
    expect(pages.filter((path) => !reached.has(path) && !ENGINE_PAGES.includes(path))).toEqual([]);
  });

  test('no page is a symbolic link, since a served skill may not hold one', () => {
    expect(pages.filter((path) => lstatSync(join(ROOT, path)).isSymbolicLink())).toEqual([]);
  });
});

describe.each(skills)('%s', (path) => {
  const page = readPage(path);

  test('has valid Agent Skills front matter, named as its folder', () => {
    expect(SkillMatter.parse(page.matter).name).toBe(path.split('/')[1]);
  });

  test('stays under 500 lines and 5,000 tokens', () => {
    expect(page.body.split('\n').length).toBeLessThan(500);
    expect(encode(textOf(path)).length).toBeLessThan(5000);
  });
});

test('the three skills are there', () => {
  const names = ['distributed-systems-patterns', 'system-architecture-design', 'world-class-engineering'];
  expect(skills).toEqual(names.map((name) => `skills/${name}/SKILL.md`));
});
