import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { loadCriteria } from '../library/criteria.ts';
import { parseFrontMatter } from '../library/front-matter.ts';
import { checkMatter } from '../library/matter.ts';
import { packageRoot } from '../library/root.ts';
import type { Asks } from './questions.ts';

const FILE = 'references/open-questions.md';

const AsksMatter = z.strictObject({
  title: z.string(),
  description: z.string(),
  /** By criterion, then by the kind of fact. */
  asks: z.record(z.string(), z.record(z.string(), z.string().max(200))),
});

/** A blocker comes before everything that is none, whatever they weigh. */
const BLOCKING = 100;

let known: Promise<Asks> | undefined;

/**
 * Which question stands behind which fact, and what its criterion weighs; read once, since the package's pages stay.
 * @throws Error naming the page and what is wrong in it
 */
export function loadAsks(): Promise<Asks> {
  return (known ??= readAsks(packageRoot()));
}

async function readAsks(root: string): Promise<Asks> {
  const [text, criteria] = await Promise.all([readFile(join(root, FILE), 'utf8'), loadCriteria(root)]);
  const { asks } = checkMatter(AsksMatter, parseFrontMatter(text).matter, FILE);
  const weights = new Map(
    criteria.map(({ matter }) => [matter.id, matter.weight + (matter.severity === 'blocker' ? BLOCKING : 0)]),
  );
  const of = new Map<string, { criterion: string; ask: string }>();
  for (const [criterion, own] of Object.entries(asks)) {
    if (!weights.has(criterion)) throw new Error(`${FILE}: asks.${criterion}: there is no such criterion`);
    for (const [kind, ask] of Object.entries(own)) of.set(kind, { criterion, ask });
  }
  return { of, weights };
}
