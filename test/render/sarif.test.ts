import { expect, test } from 'vitest';
import { fingerprint } from '../../src/render/fingerprint.ts';
import { sarif } from '../../src/render/sarif.ts';
import type { Report } from '../../src/review/report.ts';
import { filesUnder } from '../house/files.ts';
import { verdict } from '../review/reports.ts';
import { CLEAN, FULL, NO_DESIGN, TEXT, context, reviewed } from './reviews.ts';
import { officialErrors } from './sarif-official.ts';
import { Sarif } from './sarif-schema.ts';

const read = async (...reports: readonly Report[]) => {
  const log: unknown = JSON.parse(await sarif(reviewed(...reports), context));
  expect(officialErrors(log)).toEqual([]);
  const [run] = Sarif.parse(log).runs;
  if (run === undefined) throw new Error('no run');
  return run;
};

test('the log is SARIF 2.1.0, whatever the reports hold', async () => {
  const { changes: _, ...other } = FULL;
  for (const reports of [[FULL], [CLEAN], [NO_DESIGN], [CLEAN, NO_DESIGN, other]])
    expect((await read(...reports)).artifacts).toHaveLength(reports.length);
});

test('the official schema would find a log that is none', () => {
  expect(officialErrors({ version: '2.1.0', runs: [{ results: [{}] }] })).not.toEqual([]);
});

test('every criterion is a rule with its help, found or not, and a criterion that only a verdict names follows', async () => {
  const { rules } = (await read(CLEAN)).tool.driver;
  const pages = filesUnder('references/criteria', '.md').map((path) => path.replace(/^.*\/|\.md$/g, ''));
  expect(rules.map(({ id }) => id).toSorted()).toEqual(pages);
  expect(rules.filter(({ help }) => help.markdown?.includes('## What to write instead') !== true)).toEqual([]);
  const { rules: more } = (await read(FULL)).tool.driver;
  expect(more.map(({ id }) => id)).toEqual([...rules.map(({ id }) => id), 'our-own']);
});

test('a clean design has no results, and one that is no design says so as a notification', async () => {
  expect((await read(CLEAN)).results).toEqual([]);
  const run = await read(NO_DESIGN);
  expect(run.results).toEqual([]);
  expect(run.invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('does not read like a design');
});

test('what is open is a result at its first quote; met and na are none', async () => {
  const { results } = await read(FULL);
  expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
    'private-store error',
    'owner warning',
    'contracts note',
    'ordering warning',
  ]);
  expect(results[0]?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'docs/my%20orders%2C%2050%25.md', uriBaseId: '%SRCROOT%' },
    region: { startLine: 3, endLine: 3, snippet: { text: 'Both services write the `orders` table.' } },
  });
  expect(results[0]?.relatedLocations?.[0]?.physicalLocation.region).toMatchObject({ startLine: 4, endLine: 5 });
  expect(results.map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged', 'unchanged', 'unchanged']);
});

test('a waived verdict is a suppressed result with its reason, in the source where the design waives it', async () => {
  const external = (await read(FULL)).results.map(({ suppressions }) => suppressions);
  const justification = 'Prices & order do not matter (by Ada, until 2027-03-31)';
  expect(external).toEqual([[], [], [], [{ kind: 'external', justification }]]);
  const text = `${TEXT}<!-- faultline-ignore ordering: Prices & order do not matter -->\n`;
  const log = Sarif.parse(JSON.parse(await sarif([{ report: FULL, text }], context)));
  expect(log.runs[0]?.results[3]?.suppressions).toEqual([{ kind: 'inSource', justification }]);
});

test('a fingerprint follows the criterion and what is quoted, not lines, order, white space or list signs', () => {
  const quote = (line: number, said: string) => ({ line, endLine: line, quote: said, why: 'because' });
  const before = verdict({
    verdict: 'partial',
    evidence: [quote(3, 'The **queue** is a\n  log.'), quote(9, 'It loses nothing.')],
  });
  const moved = verdict({
    verdict: 'violated',
    evidence: [quote(40, 'it loses nothing.'), quote(41, '- The queue is a log.')],
  });
  expect(fingerprint(moved)).toBe(fingerprint(before));
  expect(fingerprint({ ...before, criterion: 'ordering' })).not.toBe(fingerprint(before));
  expect(fingerprint({ ...before, evidence: before.evidence.slice(1) })).not.toBe(fingerprint(before));
});
