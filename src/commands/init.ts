import { posix } from 'node:path';
import { stringify } from 'yaml';
import { CONFIG_NAME } from '../config/load.ts';
import { readMarked } from '../deliverables/marker.ts';
import { glob } from '../files/glob.ts';
import { FileProblem, readText, realPathOf } from '../files/read.ts';
import { exists, targetInside, writeAtomically } from '../files/write.ts';
import type { Reviewer } from '../review/reviewer.ts';
import { EXIT, type Io } from './io.ts';
import { reviewAll } from './review-all.ts';

/** Folders and files that designs are kept in; where none is so called, all Markdown is looked at. */
const LIKELY = /(?:^|\/|[-_])(?:designs?|architecture|adrs?|rfcs?|proposals?|specs?|decisions?)(?:[-_./]|$)/i;

/** Pages that every repository has and that are no designs, whatever they speak of. */
const OTHER = /(?:^|\/)(?:readme|changelog|contributing|license|licence|security|code_of_conduct|agents|claude)\.md$/i;

/** Looking at more takes longer than somebody waits. */
const MOST = 400;
const MAX_BYTES = 1024 * 1024;

/**
 * Finds the designs of a repository and writes the settings that `faultline check` goes by.
 * @throws FileProblem where settings are there already, or no design is found
 */
export async function initCommand(force: boolean, reviewer: () => Promise<Reviewer>, io: Io): Promise<number> {
  const target = await targetInside(CONFIG_NAME, [io.cwd]);
  if (!force && (await exists(target)))
    throw new FileProblem(`${CONFIG_NAME}: it is there already; edit it, or say --force.`);
  const designs = await findDesigns(reviewer, io);
  if (designs.length === 0)
    throw new FileProblem(
      'no design was found; write one with `faultline new NAME`, or name the files to `faultline check`.',
    );
  await writeAtomically(target, settingsText(designs));
  const models = (await glob('**/*.model.{yaml,yml}', io.cwd)).length;
  await io.out(
    [
      `${CONFIG_NAME} is written. faultline check will look at:`,
      ...designs.map((name) => `  ${name}`),
      `and at ${models === 0 ? 'no model yet; one stands beside its design as NAME.model.yaml' : `the models beside them (${models} found)`},`,
      'with what was filled from them, and keep its results in .faultline-cache.json, which belongs into .gitignore.',
      '',
    ].join('\n'),
  );
  return EXIT.done;
}

async function findDesigns(reviewer: () => Promise<Reviewer>, io: Io): Promise<string[]> {
  const all = (await glob('**/*.md', io.cwd)).filter((path) => !OTHER.test(path));
  const likely = all.filter((path) => LIKELY.test(path));
  const candidates = (likely.length > 0 ? likely : all).slice(0, MOST);
  const sources = [];
  for (const name of candidates) {
    const text = await readText(await realPathOf(name, io.cwd), name, MAX_BYTES).catch(() => '');
    if (text !== '' && readMarked(text) === undefined) sources.push({ name, text });
  }
  if (sources.length === 0) return [];
  const { reviews } = await reviewAll(sources, reviewer, io);
  return reviews.filter(({ report }) => report.readiness !== 'not-assessed').map(({ report }) => report.design.name);
}

/** A pattern for a folder of which every Markdown file is a design, so that the next one is checked as well. */
function settingsText(designs: readonly string[]): string {
  const folders = new Set(designs.map((name) => posix.dirname(name)));
  const words = [...folders].flatMap((folder) => {
    const own = designs.filter((name) => posix.dirname(name) === folder);
    return folder !== '.' && own.length > 1 ? [`${folder}/*.md`] : own;
  });
  return [
    '# What `faultline check` goes by; schemas/config.schema.json of the package describes every key.',
    stringify({
      designs: words,
      'fail-on': ['violated', 'model', 'failures', 'stale', 'waivers'],
      cache: '.faultline-cache.json',
    }),
  ].join('\n');
}
