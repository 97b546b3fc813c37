import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadModel } from '../../src/model/load.ts';
import { reviewText } from '../review/knowledge.ts';
import { COMPLETE, completeData, fillAll } from './filled.ts';
import { UNEXPLORED } from '../../src/deliverables/explored.ts';

test('the complete model has no finding and no name that stands nowhere', () => {
  expect(loadModel([{ name: 'model.yaml', text: COMPLETE }]).dangling).toEqual([]);
});

test('a complete model leaves no question open', async () => {
  const filled = await fillAll(COMPLETE);
  expect(filled.flatMap(({ questions }) => questions)).toEqual([]);
  expect(filled.filter(({ markdown }) => markdown.includes('_not stated_'))).toEqual([]);
});

test('its deliverables as one design are ready, 100, by their text alone', async () => {
  const filled = await fillAll(COMPLETE);
  const { score, readiness, verdicts } = await reviewText(filled.map(({ markdown }) => markdown).join('\n'));
  expect(verdicts.filter(({ verdict, source }) => verdict !== 'met' || source !== 'text')).toEqual([]);
  expect({ score, readiness }).toEqual({ score: 100, readiness: 'ready' });
});

test('the deliverables of a model that holds names alone are no design yet, and score 0', async () => {
  const filled = await fillAll(readFileSync('test/deliverables/names.model.yaml', 'utf8'));
  const report = await reviewText(filled.map(({ markdown }) => markdown).join('\n'));
  expect(report).toMatchObject({ score: 0, readiness: 'not-assessed' });
});

test('each deliverable alone makes the criteria met that its page names', async () => {
  // A record of one choice about messages is no design by itself; the one about distribution is.
  const filled = (await fillAll(COMPLETE)).filter(({ markdown }) => !markdown.includes('About interaction'));
  expect(filled).toHaveLength(8);
  for (const { id, markdown, criteria } of filled) {
    const { verdicts } = await reviewText(markdown);
    const of = criteria.map((criterion) => [criterion, verdicts.find((one) => one.criterion === criterion)?.verdict]);
    expect(
      of.filter(([, verdict]) => verdict !== 'met'),
      id,
    ).toEqual([]);
  }
});

describe('a fact that is taken out', () => {
  /** What no deliverable shows; rules and explorer read it. */
  const UNSHOWN = /^name$|^handlers\.[^.]+\.(?:writes\[\d\]\.from|dedup\.(?:scope|check|answer))$/;
  const leaves = [...leavesOf(completeData(), [])];

  test('there are many', () => expect(leaves.length).toBeGreaterThan(200));

  test('opens exactly the questions that name it', async () => {
    const wrong: [string, string[]][] = [];
    for (const path of leaves) {
      const data = completeData();
      remove(data, path);
      const filled = await fillAll(stringify(data), UNEXPLORED);
      const asked = [...new Set(filled.flatMap(({ questions }) => questions.map((one) => one.path)))];
      const text = pathText(path);
      const expected = UNSHOWN.test(text) ? [] : [text];
      if (asked.join(' ') !== expected.join(' ')) wrong.push([text, asked]);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

function* leavesOf(value: unknown, path: readonly (string | number)[]): Generator<readonly (string | number)[]> {
  const isLeaf = typeof value !== 'object' || value === null || (Array.isArray(value) && value.every(isScalar));
  if (isLeaf) yield path;
  else if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* leavesOf(one, [...path, at]);
  else for (const [key, one] of Object.entries(value)) yield* leavesOf(one, [...path, key]);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object';
}

function remove(data: Record<string, unknown>, path: readonly (string | number)[]): void {
  let at: object = data;
  for (const part of path.slice(0, -1)) at = Reflect.get(at, part);
  Reflect.deleteProperty(at, path.at(-1) ?? '');
}

/** As questions name it: a bare word stands for a fact of its own. */
function pathText(path: readonly (string | number)[]): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`)).join('');
}
