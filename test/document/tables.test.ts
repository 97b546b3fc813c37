import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

describe('tables', () => {
  it('have a header and rows with their lines', async () => {
    const { tables } = await read('# A\n\n| Service | Owns |\n|:--|--:|\n| `shop` | **orders** |\n| billing | |\n');
    expect(tables).toEqual([
      {
        line: 3,
        section: 1,
        header: ['Service', 'Owns'],
        rows: [
          { line: 5, cells: ['`shop`', '**orders**'] },
          { line: 6, cells: ['billing', ''] },
        ],
      },
    ]);
  });

  it('need no bars at their sides and keep escaped ones', async () => {
    const { tables } = await read('a | b\n--|--\nx \\| y | z');
    expect(tables[0]?.rows).toEqual([{ line: 3, cells: ['x \\| y', 'z'] }]);
  });

  it('are none where the line under the header is missing', async () => {
    const { tables, statements } = await read('| a | b |\n| c | d |');
    expect(tables).toEqual([]);
    expect(statements).toHaveLength(1);
  });
});
