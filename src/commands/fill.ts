import { fillOrder, orderOf, type Job, type Order } from '../deliverables/job.ts';
import { folderOf, staleness, writeDocuments } from '../deliverables/on-disk.ts';
import { kindsOf } from '../deliverables/template.ts';
import { DeliverableProblem } from '../deliverables/problem.ts';
import { reviewProse } from '../deliverables/reviewed.ts';
import { realPathOf } from '../files/read.ts';
import type { Report } from '../review/report.ts';
import type { Reviewer } from '../review/reviewer.ts';
import { EXIT, type Io } from './io.ts';
import { readSources } from './sources.ts';

export interface FillOptions {
  /** A kind of deliverable, or `all`. */
  readonly kind: string;
  readonly files: readonly string[];
  /** Where to write; left out, the text is printed. */
  readonly output?: string;
  readonly decision?: string;
  /** A folder of templates of a team's own; left out, the one that `.faultline.yaml` names. */
  readonly templates?: string;
  readonly force: boolean;
  readonly check: boolean;
  readonly version: string;
  /** ISO date. */
  readonly today: string;
}

/** Fills deliverables, and prints them, writes them, or says which of those that were written are out of date. */
export async function fillCommand(options: FillOptions, reviewer: () => Promise<Reviewer>, io: Io): Promise<number> {
  const { files, output, check, force } = options;
  if (check && output === undefined) throw new DeliverableProblem('--check needs -o, where the deliverables stand');
  const { sources } = await readSources(files, io);
  const job = await jobOf(options, sources, io);
  const order = await orderOf(job);
  const place = output === undefined ? undefined : { roots: [io.cwd], out: output };
  if (place !== undefined && check) return checked(await staleness(order, place), io);
  const reports = await reviewed(order, job, options.today, reviewer);
  const documents = await fillOrder(order, reports, place === undefined ? '' : folderOf(place));
  if (place === undefined) {
    await io.out(documents.map(({ markdown }) => markdown).join('\n'));
    return EXIT.done;
  }
  const written = await writeDocuments(order, documents, place, force);
  for (const { document, name, state } of written)
    await io.err(`${state} ${name}${openText(document.questions.length)}`);
  return EXIT.done;
}

function openText(questions: number): string {
  return questions === 0 ? '' : `, ${questions} open ${questions === 1 ? 'question' : 'questions'}`;
}

async function jobOf(options: FillOptions, sources: Job['sources'], { cwd }: Io): Promise<Job> {
  const { decision, templates, version } = options;
  const { loadSettings } = await import('../config/load.ts');
  const settings = await loadSettings(cwd);
  const own = templates === undefined ? settings?.templates : await realPathOf(templates, cwd);
  return {
    kinds: kindsOf(options.kind),
    ...(decision === undefined ? {} : { decision }),
    sources: sources.map(({ name, text }) => ({ name, text })),
    settings: own === undefined ? settings : { ...(settings ?? NO_SETTINGS), templates: own },
    inline: new Set(['stdin']),
    version,
  };
}

const NO_SETTINGS = { name: '', weights: {}, severities: {}, disabled: [], waivers: [], criteria: [] };

async function reviewed(order: Order, job: Job, today: string, reviewer: () => Promise<Reviewer>): Promise<Report[]> {
  if (order.loaded.designs.length === 0) return [];
  const { review, close } = await reviewer();
  try {
    return await reviewProse(order, job, today, review);
  } finally {
    await close();
  }
}

async function checked(stale: readonly string[], io: Io): Promise<number> {
  for (const line of stale) await io.err(line);
  if (stale.length === 0) return EXIT.done;
  await io.err(`${stale.length} out of date: run the same command without --check`);
  return EXIT.gate;
}
