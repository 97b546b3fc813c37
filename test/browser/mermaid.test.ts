import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { exploreModel } from '../../src/explore/explore.ts';
import { mermaidOf } from '../../src/explore/mermaid.ts';
import { loadModel } from '../../src/model/load.ts';
import { COMPLETE, completeData, fillAll } from '../deliverables/filled.ts';
import { inPage } from './chromium.ts';

const MERMAID = readFileSync(createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js'), 'utf8');

/** What Mermaid itself says of each diagram: its kind, or why it cannot be read. */
async function parsed(diagrams: readonly string[]): Promise<unknown> {
  const script = `
    mermaid.initialize({ startOnLoad: false });
    const said = [];
    for (const text of ${JSON.stringify(diagrams).replaceAll('<', String.raw`\u003c`)})
      said.push(await mermaid.parse(text).then(({ diagramType }) => diagramType, (error) => 'cannot read ' + text + ': ' + error.message));
    return said;`;
  return inPage(
    '<!doctype html><title>Mermaid</title><body></body>',
    800,
    'light',
    script,
    MERMAID.replaceAll('</script', String.raw`<\/script`),
  );
}

function diagramsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
}

async function expectReadable(diagrams: readonly string[], atLeast: number): Promise<void> {
  expect(diagrams.length).toBeGreaterThanOrEqual(atLeast);
  const said = (await parsed(diagrams)) as string[];
  expect(said.filter((one) => one.startsWith('cannot read'))).toEqual([]);
  expect(said).toHaveLength(diagrams.length);
}

/** Words and signs that mean something to Mermaid. */
const NASTY = [
  'end',
  'graph',
  'subgraph',
  'click',
  'style',
  'class',
  'default',
  'o--o',
  'x--y',
  'a;b',
  'a<b',
  '(a)',
  'a/b',
  'ünï',
  'n1',
  "it's",
  'a:b',
  '$$x$$',
];

describe('every diagram is one that Mermaid reads', () => {
  test('of the complete model', async () => {
    await expectReadable(
      (await fillAll(COMPLETE)).flatMap(({ markdown }) => diagramsIn(markdown)),
      3,
    );
  });

  test('whatever its parts are called', async () => {
    const data: unknown = completeData();
    const models = NASTY.map((name) => renamed(stringify(data), name));
    const filled = (await Promise.all(models.map((model) => fillAll(model)))).flat();
    await expectReadable(
      filled.flatMap(({ markdown }) => diagramsIn(markdown)),
      NASTY.length * 3,
    );
  });

  test('of what failures do to the examples', async () => {
    const names = readdirSync('examples').filter((name) => name.endsWith('.model.yaml'));
    const files = names.map((name) => {
      const design = name.replace('.model.yaml', '.md');
      return [name, design].map((one) => ({ name: one, text: readFileSync(`examples/${one}`, 'utf8') }));
    });
    const traces = files.flatMap((one) =>
      exploreModel(loadModel(one).model).verdicts.flatMap((verdict) => verdict.traces),
    );
    await expectReadable(traces.map(mermaidOf), 20);
  });

  test('of the documents of the examples', async () => {
    const files = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    await expectReadable(
      files.flatMap((name) => diagramsIn(readFileSync(`examples/${name}`, 'utf8'))),
      10,
    );
  });
});

test('a diagram that cannot be read would be told of', async () => {
  expect(await parsed(['flowchart TD\n  a -->'])).toEqual([expect.stringMatching(/^cannot read flowchart TD/)]);
});

/** Services, stores, channels, handlers and steps get another name, each its own. */
function renamed(model: string, name: string): string {
  const parts = [
    'lending',
    'catalogue',
    'loans-db',
    'copies-db',
    'lending-events',
    'reserve-copy',
    'request-loan',
    'loan.requested',
    'cancel-loan',
  ];
  let text = model;
  for (const [at, part] of parts.entries())
    text = text.replaceAll(
      new RegExp(`(?<![\\w.-])${part.replace('.', String.raw`\.`)}(?![\\w.-])`, 'g'),
      JSON.stringify(at === 0 ? name : `${name}${at}`),
    );
  return text;
}
