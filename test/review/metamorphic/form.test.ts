import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { criteria, verdictsOn } from '../knowledge.ts';
import { TRANSFORMS } from './transforms.ts';

const EXAMPLES = readdirSync('examples').filter((name) => name.endsWith('.md') && name !== 'README.md');

const designs = [
  ...EXAMPLES.map((name) => ({ place: `examples/${name}`, text: readFileSync(`examples/${name}`, 'utf8') })),
  ...criteria.flatMap(({ page, examples }) =>
    examples.map(({ line, text }) => ({ place: `references/${page}.md:${line}`, text })),
  ),
];

/** What is said is the same, so what is judged must be. */
describe.each(TRANSFORMS)('$name', ({ apply }) => {
  const pairs = designs.flatMap(({ place, text }) => {
    const after = apply(text);
    return after === undefined ? [] : [{ place, text, after }];
  });

  it('changes some designs', () => {
    expect(pairs.length).toBeGreaterThan(0);
  });

  it.each(pairs)('keeps every verdict on $place', async ({ text, after }) => {
    expect(await verdictsOn(after)).toEqual(await verdictsOn(text));
  });
});
