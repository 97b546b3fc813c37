import { describe, expect, it } from 'vitest';
import { Baseline } from '../../src/review/baseline.ts';
import { parseGate } from '../../src/review/gate.ts';
import { report } from './reports.ts';
import { reviewSmall } from './small.ts';

const SHARED = 'The order service and the billing service read a shared table.';
const PLAIN = `# Orders\n\n${SHARED}\n`;

/** What changed from one text to another; the earlier report goes through JSON, as it does in use. */
async function changes(before: string, after: string) {
  const baseline = Baseline.parse(JSON.parse(JSON.stringify(await reviewSmall(before))));
  return (await reviewSmall(after, { baseline })).changes;
}

describe('what changed', () => {
  it('nothing, where lines moved and paragraphs were wrapped anew', async () => {
    const moved = `# Orders\n\nWe sell boots.\n\n## Stores\n\n${SHARED.replace(' and ', '\nand ')}\n`;
    expect(await changes(PLAIN, moved)).toMatchObject({ fixed: [], new: [], unchanged: 3 });
  });

  it('nothing, where an accusing sentence was edited', async () => {
    const edited = PLAIN.replace('read a shared', 'both read one shared');
    expect(await changes(PLAIN, edited)).toMatchObject({ fixed: [], new: [], unchanged: 3 });
  });

  it('a second statement that violates the same criterion is new', async () => {
    const second = `${PLAIN}\nReports use another shared table as well.\n`;
    expect(await changes(PLAIN, second)).toMatchObject({
      new: [{ criterion: 'sharing', was: 'violated', is: 'violated' }],
      unchanged: 2,
    });
    expect(await changes(second, PLAIN)).toMatchObject({ fixed: [], new: [], unchanged: 3 });
  });

  it('what is met now is fixed, what is worse is new, with the score before and after', async () => {
    const other = '# Orders\n\nThe order service has an outbox.\n';
    expect(await changes(PLAIN, other)).toEqual({
      fixed: [
        { criterion: 'outbox', was: 'missing', is: 'met' },
        { criterion: 'sharing', was: 'violated', is: 'missing' },
      ],
      new: [],
      unchanged: 1,
      score: { was: 0, is: 25 },
    });
    expect((await changes(other, PLAIN))?.new).toEqual([
      { criterion: 'outbox', was: 'met', is: 'missing' },
      { criterion: 'sharing', was: 'missing', is: 'violated' },
    ]);
  });

  it('what is waived now is neither fixed nor unmet; what was waived and is not now is new', async () => {
    const waived = `${PLAIN}<!-- faultline-ignore sharing: moves -->\n`;
    expect(await changes(PLAIN, waived)).toMatchObject({ fixed: [], new: [], unchanged: 2 });
    expect((await changes(waived, PLAIN))?.new).toEqual([{ criterion: 'sharing', was: 'violated', is: 'violated' }]);
  });

  it('a criterion that the earlier report did not know counts as not applying then', async () => {
    const baseline = { score: 10, verdicts: [] };
    expect((await reviewSmall(PLAIN, { baseline })).changes?.new).toContainEqual({
      criterion: 'alarm',
      was: 'na',
      is: 'missing',
    });
  });
});

it('the gate fails on what is new, and only on that', () => {
  const gate = parseGate('new');
  const none = { fixed: [], new: [], unchanged: 4, score: { was: 5, is: 5 } };
  const fresh = [{ criterion: 'sharing', was: 'met', is: 'violated' }] as const;
  expect(gate.needsBaseline).toBe(true);
  expect(gate(report({ changes: none, readiness: 'not-ready' }))).toBeUndefined();
  expect(gate(report({ changes: { ...none, new: [...fresh] } }))).toBe('new since the baseline: sharing (violated)');
  expect(gate(report({ readiness: 'not-assessed', changes: none }))).toBe('the text is not a design');
});
