import { describe, expect, it } from 'vitest';
import { criteria, verdictOn } from './knowledge.ts';

describe.each(criteria.map(({ matter, page, examples }) => ({ id: matter.id, page, examples })))(
  '$page',
  ({ id, page, examples }) => {
    it.each(examples.map(({ line, verdict, text }) => ({ place: `references/${page}.md:${line}`, verdict, text })))(
      '$place is $verdict',
      async ({ verdict, text }) => {
        expect(await verdictOn(id, text)).toBe(verdict);
      },
    );
  },
);
