import { beforeAll, describe, expect, test } from 'vitest';
import { guide, GuideProblem } from '../../src/library/guide.ts';
import { loadLibrary, type Library } from '../../src/library/load.ts';
import { allPages, namedPages } from '../../src/library/pages.ts';
import { folderWith, skillText } from '../helpers/folders.ts';

let ours: Library;
beforeAll(async () => {
  ours = await loadLibrary();
});

const FLAGSHIP = 'distributed-systems-patterns';

describe('our own pages', () => {
  test('the index names every page with its tokens, one line each', async () => {
    const index = await guide(ours, {});
    for (const { name, tokens } of namedPages(ours).values())
      expect(index.split('\n').filter((line) => line.startsWith(`- \`${name}\` (${tokens})`))).toHaveLength(1);
  });

  test('the flagship says what to load first, and its outline leads to every section it names', async () => {
    const outline = await guide(ours, { name: FLAGSHIP });
    expect(outline).toContain('world-class-engineering');
    const sections = [...outline.matchAll(/^ *- `([^`]+)` .+ \(\d+\)$/gm)].map(([, section = '']) => section);
    expect(sections).toEqual(expect.arrayContaining(['workflow', 'workflow/1', 'workflow/5', 'review-checklist']));
    for (const section of sections) expect(await guide(ours, { name: FLAGSHIP, section })).toMatch(/^#{2,}/);
  });

  test('the short paths of the skill work with and without its name', async () => {
    expect(await guide(ours, { section: 'workflow/3' })).toMatch(/^### 3\./);
    expect(await guide(ours, { section: 'checklist' })).toMatch(/^## Review checklist/);
    const criterion = allPages(ours).find(({ name }) => name.startsWith('criteria/'));
    expect(await guide(ours, { section: criterion?.name })).toBe(criterion?.text);
    expect(await guide(ours, { name: criterion?.uri })).toBe(criterion?.text);
  });

  test('a search is ranked, bounded and the same each time', async () => {
    const found = await guide(ours, { search: 'compensation of a failed saga step' });
    expect(found).toContain('criteria/compensation');
    expect(found.match(/^\d+\. /gm)?.length).toBeLessThanOrEqual(8);
    expect(await guide(ours, { search: 'compensation of a failed saga step' })).toBe(found);
  });
});

const NOTHING = [
  { name: 'criteria/ordring' },
  { name: '__proto__' },
  { name: 'constructor', section: 'x' },
  { name: FLAGSHIP, section: 'no-such-section' },
  { section: 'no/such/path' },
  { search: 'zzzzqqqq' },
  { name: 'x'.repeat(200), section: 'y'.repeat(200) },
  { name: FLAGSHIP, section: 'workflow~99' },
];

test.each(NOTHING)('%j: the message is short and says what to do instead', async (request) => {
  const failure = await guide(ours, request).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(GuideProblem);
  if (failure instanceof Error) {
    expect(failure.message.length).toBeLessThan(700);
    expect(failure.message).toMatch(/Nearest|without arguments|ask for/);
  }
});

test('the nearest names come first', async () => {
  await expect(guide(ours, { name: 'criteria/idempotent' })).rejects.toThrow(
    /Nearest: "criteria\/idempotent-consumer"/,
  );
  await expect(guide(ours, { name: FLAGSHIP, section: 'wrkflow' })).rejects.toThrow(/Nearest: "workflow"/);
});

test('a section too long for one answer comes in parts that together are the section', async () => {
  const long = `## Long\n\n${Array.from({ length: 3000 }, (_, line) => `Line ${line} of the long section.`).join('\n')}`;
  const dir = await folderWith({ 'big/SKILL.md': skillText('big', `# Big\n\n${long}\n`) });
  const library = await loadLibrary({ builtin: false, skills: [dir] });
  const read = (part: number) => guide(library, { name: 'big', section: `long~${part}` });
  const parts = await Promise.all([1, 2, 3].map(read));
  expect(parts.map((part) => part.replace(/\n\n\(Part [^\n]*\)\n$/, '')).join('')).toBe(long);
  expect(parts[0]).toContain('section: "long~2"');
  await expect(read(4)).rejects.toThrow('3 parts');
});

test('without any page the message says how to get one', async () => {
  const none = await loadLibrary({ builtin: false });
  await expect(guide(none, { name: 'x' })).rejects.toThrow('--skills');
  expect(await guide(none, {})).toContain('Pages');
});
