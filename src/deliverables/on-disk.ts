import { dirname, isAbsolute, join, posix } from 'node:path';
import { nameFrom } from '../files/name.ts';
import { isAbsent, readText } from '../files/read.ts';
import { targetInside, writeAtomically, type Target } from '../files/write.ts';
import type { Document, Order, Ordered } from './job.ts';
import { splitKept, withKept } from './keep.ts';
import { hashOf, markerLine, readMarked, type Marker } from './marker.ts';
import { DeliverableProblem } from './problem.ts';

/** Where documents are to stand. */
export interface Place {
  /** Folders that may be written in, absolute; sources are named relative to the first. */
  readonly roots: readonly string[];
  /** A folder, or for a single document a file that ends in `.md`; relative to the first root, or absolute. */
  readonly out: string;
}

const MAX_BYTES = 4 * 1024 * 1024;

/** The path of each document, and the folder that its links begin at, relative to the first root. */
export async function targetsOf({ documents }: Order, { roots, out }: Place): Promise<Map<Ordered, Target>> {
  const isFile = /\.md$/i.test(out);
  if (isFile && documents.length > 1)
    throw new DeliverableProblem(`${out} is one file, and there are ${documents.length} documents; name a folder`);
  const paths = documents.map(({ file }) => (isFile ? out : join(out, file)));
  if (new Set(paths).size < paths.length)
    throw new DeliverableProblem('two decisions would be written to one file; give them names that differ in letters');
  const targets = new Map<Ordered, Target>();
  for (const [at, document] of documents.entries()) targets.set(document, await targetInside(paths[at] ?? out, roots));
  return targets;
}

/** The folder that links of the documents begin at, relative to the first root, with `/`. */
export function folderOf({ roots, out }: Place): string {
  const folder = /\.md$/i.test(out) ? dirname(out) : out;
  const [root = '.'] = roots;
  return nameFrom(folder, root);
}

/** A document that stands on the disk. */
export interface Written {
  readonly document: Document;
  /** As messages call it. */
  readonly name: string;
  readonly state: 'written' | 'unchanged';
}

/**
 * Writes documents, all of them or none: each is looked at before the first is written. What a team keeps in one stays.
 * @param force overwrites what Faultline did not write, and what was changed by hand
 * @throws DeliverableProblem, FileProblem in one line that names the file
 */
export async function writeDocuments(
  order: Order,
  documents: readonly Document[],
  place: Place,
  force: boolean,
): Promise<Written[]> {
  const targets = await targetsOf(order, place);
  const from = sourcesFrom(order, folderOf(place));
  const isInline = from.length < order.sources.length;
  const plans = [];
  for (const document of documents) {
    const target = targets.get(document.ordered);
    if (target !== undefined) plans.push(await planOf(document, target, { from, isInline, force }));
  }
  const written: Written[] = [];
  for (const { document, target, text, before } of plans) {
    const isSame = before === text;
    if (!isSame) await writeAtomically(target, text);
    written.push({ document, name: target.name, state: isSame ? 'unchanged' : 'written' });
  }
  return written;
}

interface Planning {
  readonly from: readonly string[];
  readonly isInline: boolean;
  readonly force: boolean;
}

async function planOf(document: Document, target: Target, { from, isInline, force }: Planning) {
  const before = await existing(target);
  const marked = before === undefined ? undefined : readMarked(before);
  if (before !== undefined && marked === undefined && !force)
    throw new DeliverableProblem(`${target.name}: Faultline did not write it; name another path, or say --force`);
  const { kept, rest } = splitKept(marked?.body ?? '', target.name);
  if (marked !== undefined && hashOf([rest]) !== marked.marker.text && !force)
    throw new DeliverableProblem(
      `${target.name}: it was changed by hand; put what is to stay between <!-- keep --> and <!-- /keep -->, or say --force`,
    );
  const { kind, decision, inputs } = document.ordered;
  const marker: Marker = {
    fill: kind,
    ...(decision === undefined ? {} : { decision }),
    from: [...from],
    ...(isInline ? { inline: true } : {}),
    inputs,
    text: hashOf([splitKept(document.markdown, target.name).rest]),
  };
  return { document, target, before, text: `${markerLine(marker)}\n\n${withKept(document.markdown, kept)}` };
}

async function existing({ path, name }: Target): Promise<string | undefined> {
  try {
    return await readText(path, name, MAX_BYTES);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The sources as a document names them: relative to its own folder. */
function sourcesFrom({ sources, inline }: Order, folder: string): string[] {
  const files = sources.filter(({ name }) => !inline.has(name));
  return files.map(({ name }) => (isAbsolute(name) ? name : posix.relative(folder, name)));
}

/** What is wrong with a deliverable on the disk; nothing where it says what it would say if it were filled now. */
export async function staleness(order: Order, place: Place): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [{ inputs }, target] of await targetsOf(order, place)) {
    const text = await existing(target);
    const why = text === undefined ? 'it is missing' : whyStale(text, inputs, target.name);
    if (why !== undefined) stale.push(`${target.name}: ${why}`);
  }
  return stale;
}

/** @returns why a written deliverable is not what would be written now */
export function whyStale(text: string, inputs: string, name: string): string | undefined {
  const marked = readMarked(text);
  if (marked === undefined) return 'Faultline did not write it';
  if (marked.marker.inputs !== inputs) return 'it is out of date';
  return hashOf([splitKept(marked.body, name).rest]) === marked.marker.text ? undefined : 'it was changed by hand';
}
