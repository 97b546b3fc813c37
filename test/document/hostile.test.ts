import { describe, expect, it } from 'vitest';
import { MOST_NOTICES, MOST_STATEMENTS } from '../../src/document/limits.ts';
import { hostile } from './hostile.ts';
import { read } from './read.ts';

/** Statements of one text that are held against it. */
const CHECKED = 100;

describe.each([16, 256])('%i KB of', (size) => {
  it.each(Object.entries(hostile))('%s are read', async (_, generate) => {
    const text = generate(size * 1024);
    const { statements, notices, lines } = await read(text);
    expect(notices.length).toBeLessThanOrEqual(MOST_NOTICES + 1);
    expect(statements.length).toBeLessThan(2 * MOST_STATEMENTS);
    for (const { quote, line, endLine } of statements.slice(-CHECKED)) {
      expect(line).toBeLessThanOrEqual(endLine);
      expect(endLine).toBeLessThanOrEqual(lines);
      expect(text.includes(quote)).toBe(true);
    }
  });
});
