import { SkillsClient } from '@modelcontextprotocol/client/ext/skills';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROMPTS } from '../../src/prompts/index.ts';
import { MODEL_SCHEMA_URI } from '../../src/resources/schema.ts';
import { TOOLS } from '../../src/tools/index.ts';
import { folderWith, skillText } from '../helpers/folders.ts';
import { property, textOf } from '../helpers/server.ts';
import { ROOT } from '../house/files.ts';
import { CLIENTS, newClient } from './clients.ts';

const FLAGSHIP = 'distributed-systems-patterns';
const TEMPLATE = 'skill://{skill}/references/{+page}';

/** A long page, so that reading it gives an outline, and a short one that it points to. */
const LONG = `# Own ways\n\nOpening words.\n\n## Load order\n\n1. \`first-things\`\n\n## Steps\n\n### 1. Begin\n\n${'Begin well. '.repeat(700)}\n\n### 2. End\n\nEnd with [notes](references/notes.md).\n`;

async function ownSkills(): Promise<string> {
  return folderWith({
    'own-ways/SKILL.md': skillText('own-ways', LONG),
    'own-ways/references/notes.md': '# Notes\n\nA short page.\n',
  });
}

describe.each(CLIENTS)('$name', ({ connect }) => {
  test('learns what the server is for', async () => {
    const instructions = (await connect()).getInstructions() ?? '';
    expect(instructions.length).toBeLessThan(512);
    for (const { name } of TOOLS) expect(instructions).toContain(name);
  });

  test('lists the tools and calls each of them', async () => {
    const client = await connect();
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    expect(textOf(await client.callTool({ name: 'read_guidance', arguments: {} }))).toContain(`\`${FLAGSHIP}\``);
    const text = '# Orders\n\nThe order service writes its own Postgres database and publishes OrderPlaced to Kafka.\n';
    const review = await client.callTool({ name: 'review_design', arguments: { text, name: 'orders' } });
    expect(property(review, 'isError')).not.toBe(true);
    expect(property(property(review, 'structuredContent'), 'design')).toMatchObject({ name: 'orders' });
  });

  test('reads a page by tool and by resource: the same bytes', async () => {
    const client = await connect('--skills', await ownSkills());
    const { resources } = await client.listResources();
    const notes = resources.find(({ uri }) => uri === 'skill://own-ways/references/notes.md');
    expect(notes).toMatchObject({ name: 'notes', title: 'Notes', mimeType: 'text/markdown', size: 23 });
    const { contents } = await client.readResource({ uri: 'skill://own-ways/references/notes.md' });
    const tool = await client.callTool({ name: 'read_guidance', arguments: { name: 'notes' } });
    expect(contents).toMatchObject([{ text: '# Notes\n\nA short page.\n' }]);
    expect(textOf(tool)).toBe('# Notes\n\nA short page.\n');
  });

  test('reads a long page by its opening and outline, then a section of it', async () => {
    const client = await connect('--skills', await ownSkills());
    const read = async (request: Record<string, unknown>) =>
      textOf(await client.callTool({ name: 'read_guidance', arguments: request }));
    const outline = await read({ name: 'own-ways' });
    for (const part of ['Opening words.', 'first-things', '`steps/1`', '`steps/2`']) expect(outline).toContain(part);
    expect(outline).not.toContain('Begin well.');
    expect(await read({ name: 'own-ways', section: 'steps/2' })).toBe(
      '### 2. End\n\nEnd with [notes](references/notes.md).\n',
    );
  });

  test('gets an instruction, not a failure, for a name that does not exist', async () => {
    const client = await connect();
    const result = await client.callTool({ name: 'read_guidance', arguments: { name: 'criteria/ordr' } });
    expect(property(result, 'isError')).toBe(true);
    expect(textOf(result)).toContain('"criteria/or');
    const unknown = await client.callTool({ name: 'read_guidance', arguments: { page: 'x' } });
    expect(property(unknown, 'isError')).toBe(true);
    expect(textOf(unknown)).toContain('name, section, search');
  });

  test('lists, completes and reads every page, and is told of one that does not exist', async () => {
    const client = await connect();
    const { resources } = await client.listResources();
    expect(resources.length).toBeGreaterThan(3);
    const pages = resources.filter(({ uri }) => uri.startsWith('skill://'));
    expect(resources.filter((one) => !pages.includes(one)).map(({ uri }) => uri)).toEqual([MODEL_SCHEMA_URI]);
    for (const { uri, title, description, mimeType, size, annotations } of pages) {
      const { contents } = await client.readResource({ uri });
      const text = String(property(contents[0], 'text'));
      expect([uri, mimeType, Buffer.byteLength(text)]).toEqual([uri, 'text/markdown', size]);
      expect(`${title} ${description}`.length).toBeGreaterThan(20);
      expect(annotations?.priority).toBeGreaterThan(0);
    }
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain(TEMPLATE);
    const ref = { type: 'ref/resource', uri: TEMPLATE } as const;
    const skills = await client.complete({ ref, argument: { name: 'skill', value: 'distr' } });
    expect(skills.completion.values).toEqual([FLAGSHIP]);
    const context = { arguments: { skill: FLAGSHIP } };
    const completed = await client.complete({ ref, argument: { name: 'page', value: 'criteria/or' }, context });
    for (const value of completed.completion.values)
      await client.readResource({ uri: `skill://${FLAGSHIP}/references/${value}` });
    await expect(client.readResource({ uri: 'skill://nobody/SKILL.md' })).rejects.toMatchObject({ code: -32602 });
  });

  test('reads the schema that models are checked by', async () => {
    const client = await connect();
    const { contents } = await client.readResource({ uri: MODEL_SCHEMA_URI });
    const schema = JSON.parse(String(property(contents[0], 'text'))) as object;
    expect(schema).toEqual(JSON.parse(readFileSync(join(ROOT, 'schemas/model.schema.json'), 'utf8')));
  });

  test('lists the prompts and gets each of them, with and without its argument', async () => {
    const client = await connect();
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(PROMPTS.map(({ name }) => name));
    for (const { name } of prompts) {
      const argument = name === 'design_workflow' ? 'problem' : 'path';
      const [plain] = (await client.getPrompt({ name })).messages;
      const [given] = (await client.getPrompt({ name, arguments: { [argument]: 'docs/orders.md' } })).messages;
      expect(String(property(plain?.content, 'text'))).toContain('read_guidance');
      expect(String(property(given?.content, 'text'))).toContain('docs/orders.md');
    }
  });
});

test.each(['legacy', 'modern'] as const)('skills are listed, verified and browsed (%s)', async (era) => {
  const client = await newClient(era, '--skills', await ownSkills());
  const skills = new SkillsClient(client);
  expect(skills.supported && skills.directoryRead).toBe(true);
  const { skills: entries } = await skills.list();
  expect(entries.map(({ frontmatter }) => frontmatter.name)).toContain('own-ways');
  for (const entry of entries) {
    expect((await skills.get(entry.uri)).skill).toEqual(entry);
    expect((await skills.read(entry)).verified).toBe(true);
    for (const file of Array.isArray(entry.resources) ? entry.resources : [])
      expect((await skills.read(entry, file.uri)).verified).toBe(true);
    const root = await skills.readDirectory(entry.uri.replace('/SKILL.md', ''));
    expect(root.resources.map(({ name }) => name)).toContain(entry.frontmatter.name);
  }
  const { resources } = await skills.readDirectory('skill://own-ways/references');
  expect(resources.map(({ uri }) => uri)).toEqual(['skill://own-ways/references/notes.md']);
});
