import type * as z from 'zod';
import { nearest } from '../library/nearest.ts';
import { oneLine } from '../library/one-line.ts';
import { expected, keysAt, wordsAt } from './expected.ts';
import type { Place } from './merge.ts';
import { pathText, valueAt, type Path } from './path.ts';

type Issue = z.core.$ZodIssue;

/** Most problems of one message. */
const MOST = 5;

/**
 * What is wrong with a model, in one line: each problem with its path, its line, what was expected and the nearest word.
 * @param raw the model as it was written
 */
export function explainIssues(issues: readonly Issue[], raw: unknown, places: ReadonlyMap<string, Place>): string {
  const told = issues.flatMap((issue) => explain(issue, [], raw)).slice(0, MOST);
  return told.map(({ path, message }) => `${where(path, places)}: ${message}`).join('; ');
}

interface Told {
  readonly path: Path;
  readonly message: string;
}

function explain(issue: Issue, above: Path, raw: unknown): Told[] {
  const path = [...above, ...issue.path.filter((part) => typeof part !== 'symbol')];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], path, key));
  if (issue.code === 'invalid_union') {
    const deeper = issue.errors.find((branch) => branch.some(isDeeper));
    if (deeper !== undefined) return deeper.flatMap((one) => explain(one, path, raw));
  }
  const value = valueAt(raw, path);
  const words = typeof value === 'string' ? nearest(value, wordsAt(path), 1) : [];
  const hint = words.length > 0 ? `; did you mean ${words.join('')}?` : '';
  return [{ path, message: `${shown(value)} is not ${expected(path)}${hint}` }];
}

/** An issue inside of what a branch describes says more than that the branch does not fit. */
function isDeeper({ path, code }: Issue): boolean {
  return path.length > 0 || code === 'unrecognized_keys';
}

function unknownKey(path: Path, parent: Path, key: string): Told {
  const known = keysAt(parent);
  const [near = ''] = nearest(key, known, 1);
  return { path, message: `there is no such field; did you mean ${near}? Known: ${known.join(', ')}` };
}

function where(path: Path, places: ReadonlyMap<string, Place>): string {
  for (let length = path.length; length > 0; length -= 1) {
    const place = places.get(pathText(path.slice(0, length)));
    if (place !== undefined) return `${place.file}, line ${place.line}: ${pathText(path)}`;
  }
  return pathText(path);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : oneLine(JSON.stringify(value), 60);
}
