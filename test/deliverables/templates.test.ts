import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadAsks } from '../../src/deliverables/asks.ts';
import { LIQUID_FILTERS, TAGS } from '../../src/deliverables/engine.ts';
import { FILTERS } from '../../src/deliverables/filters.ts';
import { RELATIONS } from '../../src/deliverables/relations.ts';
import { fill } from '../../src/deliverables/fill.ts';
import { INDEX, KINDS, loadTemplate, type Template } from '../../src/deliverables/template.ts';
import { loadCriteria } from '../../src/library/criteria.ts';
import { ModelSchema } from '../../src/model/schema/index.ts';
import { COMPLETE, fillAll, inputsOf } from './filled.ts';
import { UNEXPLORED } from '../../src/deliverables/explored.ts';

async function filledBy(body: string): Promise<string> {
  const template = await templateOf(body);
  return fill(template, await inputsOf(COMPLETE, UNEXPLORED), () => undefined).markdown;
}

async function templateOf(body: string): Promise<Template> {
  const text = `---\nid: own\ntitle: Own\ndescription: A template of a team's.\n---\n\n${body}`;
  return loadTemplate('own', async () => ({ text, file: 'templates/own.md' }));
}

describe('our pages', () => {
  test('every template is a kind, and every kind has its template', () => {
    const pages = readdirSync('references/deliverables').map((name) => name.replace(/\.md$/, ''));
    expect(pages.toSorted()).toEqual([...KINDS, INDEX].toSorted());
  });

  test.each(KINDS)('%s names sections of the model and criteria that there are', async (kind) => {
    const { matter } = await loadTemplate(kind);
    const criteria = (await loadCriteria()).map((one) => one.matter.id);
    expect(matter.needs.filter((section) => !(section in ModelSchema.shape))).toEqual([]);
    expect(matter.criteria.filter((id) => !criteria.includes(id))).toEqual([]);
    expect(matter.criteria.length).toBeGreaterThan(0);
  });

  test('every criterion is served by a deliverable', async () => {
    const served = new Set(
      (await Promise.all(KINDS.map((kind) => loadTemplate(kind)))).flatMap((one) => one.matter.criteria),
    );
    const criteria = (await loadCriteria()).map((one) => one.matter.id);
    expect(criteria.filter((id) => !served.has(id))).toEqual([]);
  });

  test('every fact that can be open has a question of its own', async () => {
    const asks = await loadAsks();
    const [names] = [readFileSync('test/deliverables/names.model.yaml', 'utf8')];
    const questions = (await fillAll(names, UNEXPLORED)).flatMap((one) => one.questions);
    expect(questions.length).toBeGreaterThan(80);
    expect(questions.filter(({ question }) => /^What is the \w+ of /.test(question))).toEqual([]);
    expect(asks.of.size).toBeGreaterThan(90);
  });
});

describe('a template of a team', () => {
  test('comes before ours', async () => {
    expect(
      await filledBy(
        '# {{ design.title }}\n\n{% for service in services %}\n- {{ service }}: {{ service.owner }}\n{% endfor %}\n',
      ),
    ).toBe(
      '# Lending between branches\n\n- `lending`: lending-team\n- `catalogue`: catalogue-team\n- `courier`: logistics-team\n',
    );
  });

  test('may follow names, and ask who points to a part', async () => {
    const body = '{% for one in messages %}\n- {{ one.channel.retention }} {{ one.consumers }}\n{% endfor %}\n';
    expect(await filledBy(body)).toBe('- 14d `reserve-copy`\n- 14d `send-parcel`\n- 30d `update-shelf-view`\n');
  });

  test.each([
    ['writers: a', 'nobody'],
    ['writers: [a, b]', '`b`'],
    ['writers: []', 'nobody'],
    ['readers: [b]', '_not stated_'],
  ])('tells who else is meant where a store has %s', async (fact, said) => {
    const template = await templateOf('{% for one in stores %}{{ one.writers | without: one.owner }}{% endfor %}');
    const inputs = await inputsOf(`stores: { a-db: { owner: a, ${fact} } }\n`, UNEXPLORED);
    expect(fill(template, inputs, () => undefined).markdown.split('\n')[0]).toBe(said);
  });

  test.each([
    ['{{ services.lending }}', 'services has no lending'],
    ['{% for one in services %}{{ one.ownr }}{% endfor %}', 'services has no ownr; it has: kind, owner'],
    ['{{ servces }}', 'undefined variable: servces'],
    ['{% for one in services %}', 'not closed'],
    ['{{ "a" | date }}', 'undefined filter: date'],
    ['{{ services | sample }}', 'undefined filter: sample'],
    ['{{ "now" | sha256 }}', 'undefined filter: sha256'],
  ])('that says %j is refused, naming its file', async (body, message) => {
    await expect(filledBy(body)).rejects.toThrow(message);
    await expect(filledBy(body)).rejects.toThrow('templates/own.md: ');
  });

  test.each([
    ['{% include "/etc/passwd" %}'],
    ['{% render "/etc/passwd" %}'],
    ['{% layout "/etc/passwd" %}'],
    ['{% include "../../package.json" %}'],
  ])('cannot read files: %s', async (body) => {
    await expect(filledBy(body)).rejects.toThrow(/tag "\w+" not found/);
  });

  test.each([
    ['{{ services.constructor }}'],
    ['{{ services.constructor.constructor }}'],
    ['{{ services.__proto__ }}'],
    ['{{ services.world }}'],
    ['{{ services.liquidMethodMissing }}'],
    ['{{ design.constructor.constructor }}'],
    ['{{ design.__proto__.polluted }}'],
    ['{{ "a".constructor }}'],
  ])('reaches nothing of the program: %s', async (body) => {
    const outcome = await filledBy(body).catch((error: unknown) => String(error));
    expect(outcome).not.toMatch(/function|class |native code|\[object/);
    expect(outcome.length).toBeLessThan(300);
  });

  test.each([
    ['{% for a in (1..100000000) %}x{% endfor %}'],
    ['{% for a in (1..3000) %}{% for b in (1..3000) %}x{% endfor %}{% endfor %}'],
    ['{% assign a = "xxxxxxxxxx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}'],
  ])('ends, whatever it asks for: %s', async (body) => {
    await expect(filledBy(body)).rejects.toThrow(/limit exceeded/);
  });

  test('that is no template is refused with its file', async () => {
    const own = async () => ({ text: '---js\n---\n', file: 'templates/own.md' });
    await expect(loadTemplate('own', own)).rejects.toThrow('templates/own.md: front matter opens with "---js"');
  });
});

describe('docs/templates.md', () => {
  const page = readFileSync('docs/templates.md', 'utf8');

  test('has a template that fills', async () => {
    const text = /^```md\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
    const template = await loadTemplate('contract-list', async () => ({ text, file: 'contract-list.md' }));
    const inputs = await inputsOf(COMPLETE, UNEXPLORED);
    expect(fill(template, inputs, () => undefined).markdown).toContain(
      '| `copy.moved` | `event_id`, `copy_id`, `branch`, `version` | `reserve-copy` | 30d |',
    );
  });

  test('names every filter and tag that there is, and every relation', () => {
    for (const word of [...Object.keys(FILTERS), ...TAGS.filter((tag) => tag !== '#'), ...LIQUID_FILTERS])
      expect(page, word).toContain(`\`${word}`);
    for (const relations of Object.values(RELATIONS))
      for (const word of Object.keys(relations)) expect(page).toContain(word);
  });
});

test('two runs give the same bytes', async () => {
  const [one, two] = [await fillAll(COMPLETE), await fillAll(COMPLETE)];
  expect(one.map(({ markdown }) => markdown)).toEqual(two.map(({ markdown }) => markdown));
});
