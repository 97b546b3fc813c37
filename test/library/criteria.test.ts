import { expect, test } from 'vitest';
import { loadCriteria, parseCriterion } from '../../src/library/criteria.ts';
import { ITEMS } from '../../src/library/criterion.ts';
import { folderWith, skillText } from '../helpers/folders.ts';

const matter = (id: string, item: string) => `---
id: ${id}
title: Title of ${id}
description: What it is about
item: ${item}
severity: major
weight: 2
question: Is it so?
expected: It is so.
advice: Make it so.
signals:
  - says: [outbox]
    grade: met
    why: names the outbox
---
`;

const BODY = `
# Title

## Passes

\`\`\`\`md met
# A design

\`\`\`mermaid
a --> b
\`\`\`
\`\`\`\`

## Fails

~~~md violated
It writes both.
~~~

\`\`\`json
{}
\`\`\`
`;

test('a criterion page gives its matter and its examples with their lines', () => {
  const text = `${matter('x', 'ordering')}${BODY}`;
  const { page, examples, matter: read } = parseCriterion('x.md', text);
  expect(page).toBe('criteria/x');
  expect(read).toMatchObject({ id: 'x', bar: { met: 1, partial: 0.5 } });
  expect(examples.map(({ verdict, text: example }) => [verdict, example])).toEqual([
    ['met', '# A design\n\n```mermaid\na --> b\n```\n'],
    ['violated', 'It writes both.\n'],
  ]);
  for (const { line, text: example } of examples) expect(text.split('\n')[line - 1]).toBe(example.split('\n')[0]);
});

test('a mistake names the file and the place in it', () => {
  const good = matter('x', 'ordering');
  expect(() => parseCriterion('y.md', good)).toThrow('references/criteria/y.md: its id is "x"');
  expect(() => parseCriterion('x.md', good.replace('major', 'huge'))).toThrow(
    /references\/criteria\/x\.md: severity: /,
  );
  expect(() => parseCriterion('x.md', good.replace('grade: met', 'grade: good'))).toThrow(/signals\.0\.grade/);
  expect(() => parseCriterion('x.md', `${good}\n\`\`\`md maybe\nx\n\`\`\`\n`)).toThrow(/x\.md:\d+: no verdict "maybe"/);
});

test('the order is that of the items, then of the links in the flagship, then of the names', async () => {
  const root = await folderWith({
    'skills/distributed-systems-patterns/SKILL.md': skillText(
      'distributed-systems-patterns',
      '[d](references/criteria/d.md) [b](references/criteria/b.md)',
    ),
    'references/criteria/a.md': matter('a', 'detection'),
    'references/criteria/b.md': matter('b', 'ordering'),
    'references/criteria/c.md': matter('c', 'ordering'),
    'references/criteria/d.md': matter('d', 'ordering'),
    'references/criteria/e.md': matter('e', 'justified'),
  });
  expect((await loadCriteria(root)).map(({ matter: { id } }) => id)).toEqual(['e', 'd', 'b', 'c', 'a']);
});

test('the criteria of the package are grouped by item', async () => {
  const criteria = await loadCriteria();
  const order = criteria.map(({ matter: { item } }) => Object.keys(ITEMS).indexOf(item));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});
