import { expect, test } from 'vitest';
import { loadCriteria } from '../../src/library/criteria.ts';
import { definitionsOf } from '../../src/library/definitions.ts';

test.each((await loadCriteria()).map(({ page, definitions }) => ({ page, definitions })))(
  '$page says what its verdicts mean, short enough to be sent along',
  ({ definitions }) => {
    expect(Object.keys(definitions)).toEqual(expect.arrayContaining(['met', 'partial']));
    for (const meaning of Object.values(definitions)) expect(meaning).toMatch(/^[^\n`*]{10,180}$/);
  },
);

test('reads a list and a table, cuts a long meaning at a word, and passes over the rest', () => {
  const long = 'word '.repeat(60).trim();
  const page = `# A\n\n## What counts\n\n- **met**: a \`key\`.\n- **maybe**: no.\n\n| verdict | x |\n|---|---|\n| \`na\` | ${long} |\n\n## Fails\n\n- **missing**: not here.\n`;
  const { met, na, ...others } = definitionsOf(page);
  expect([met, others]).toEqual(['a key.', {}]);
  expect(na).toMatch(/^(word )+word\.\.\.$/);
  expect(definitionsOf('# Nothing\n')).toEqual({});
});
