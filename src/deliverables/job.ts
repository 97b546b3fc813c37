import { posix } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { headingOf } from './heading.ts';
import { loadModel, type Loaded } from '../model/load.ts';
import type { CitedPlace } from '../model/cites.ts';
import type { SourceFile } from '../model/readers/reader.ts';
import type { Report } from '../review/report.ts';
import { loadAsks } from './asks.ts';
import { href } from './escape.ts';
import { exploredOf, UNEXPLORED } from './explored.ts';
import { fill, partOf, type Filled, type Inputs, type Link } from './fill.ts';
import { hashOf } from './marker.ts';
import { ownTemplates } from './own-templates.ts';
import { DeliverableProblem } from './problem.ts';
import { RELATIONS } from './relations.ts';
import { INDEX, KINDS, loadTemplate, type Kind, type OwnTemplates, type Template } from './template.ts';
import { World } from './world.ts';

/** What is to be filled, and from what. */
export interface Job {
  readonly kinds: readonly Kind[];
  /** Of a decision record: which of the model's decisions; all of them where it is left out. */
  readonly decision?: string;
  readonly sources: readonly SourceFile[];
  readonly settings?: Settings | undefined;
  /** Names of sources that are no file, to which nothing can lead. */
  readonly inline?: ReadonlySet<string>;
  /** Faultline's. */
  readonly version: string;
}

/** A deliverable that is to be filled: its kind, what it is called as a file, and what it is filled by. */
export interface Ordered {
  readonly kind: Kind | typeof INDEX;
  readonly decision?: string;
  readonly file: string;
  readonly template: Template;
  /** Hash of all that decides what it will say, but for where it stands. */
  readonly inputs: string;
}

export interface Order {
  readonly loaded: Loaded;
  readonly sources: readonly SourceFile[];
  readonly inline: ReadonlySet<string>;
  readonly documents: readonly Ordered[];
}

export interface Document extends Filled {
  readonly ordered: Ordered;
}

/**
 * Reads the model and the templates, and says what there is to fill.
 * @throws ModelProblem, DeliverableProblem in one line
 */
export async function orderOf({ kinds, decision, sources, settings, version, inline = NONE }: Job): Promise<Order> {
  const loaded = loadModel(sources);
  const own = await ownTemplates(settings?.templates);
  const documents: Ordered[] = [];
  for (const kind of kinds) {
    const template = await loadTemplate(kind, own);
    const inputs = inputsHash(template, { sources, settings, version });
    for (const one of kind === 'decision-record' ? decisionsOf(loaded, decision, kinds) : [undefined]) {
      const file = one === undefined ? `${kind}.md` : `decision-${one.replaceAll(/[^\w.-]/g, '-')}.md`;
      documents.push({ kind, ...(one === undefined ? {} : { decision: one }), file, template, inputs });
    }
  }
  return {
    loaded,
    sources,
    inline,
    documents: [...(await indexOf(kinds, own, { sources, settings, version })), ...documents],
  };
}

const NONE: ReadonlySet<string> = new Set();

/** An index is worth its file where all kinds are filled. */
async function indexOf(kinds: readonly Kind[], own: OwnTemplates, given: Given): Promise<Ordered[]> {
  if (kinds.length < KINDS.length) return [];
  const template = await loadTemplate(INDEX, own);
  return [{ kind: INDEX, file: 'README.md', template, inputs: inputsHash(template, given) }];
}

type Given = Pick<Job, 'sources' | 'settings' | 'version'>;

/** Hash of all that decides what a document says. Names of files are no part of it: they hang on where one stands. */
export function inputsHash(template: Template, { sources, settings, version }: Given): string {
  const { disabled = [], criteria = [] } = settings ?? {};
  const texts = sources.map(({ text }) => text);
  return hashOf([version, template.text, JSON.stringify({ disabled, criteria }), ...texts]);
}

/** One record a decision; none where all kinds are filled and the model has no decision. */
function decisionsOf({ model }: Loaded, wanted: string | undefined, kinds: readonly Kind[]): readonly string[] {
  const known = Object.keys(model.decisions ?? {});
  if (wanted !== undefined && !known.includes(wanted))
    throw new DeliverableProblem(`the model has no decision "${wanted}"; it has: ${known.join(', ') || 'none'}`);
  if (known.length === 0 && kinds.length === 1)
    throw new DeliverableProblem(
      'a decision record needs a decision: state one under `decisions` in the model, with choice, because and options',
    );
  return wanted === undefined ? known : [wanted];
}

/**
 * Fills what was ordered.
 * @param reports of the designs among the sources
 * @param folder that the documents will stand in, relative to where the sources are named from, with `/`; left out, they
 * stand nowhere and link to nothing
 */
export async function fillOrder(
  { loaded, documents, inline }: Order,
  reports: readonly Report[],
  folder?: string,
): Promise<Document[]> {
  const isExplored = documents.some(({ template }) => /\b(?:traces|findings|explored)\b/.test(template.body));
  const [asks, explored] = await Promise.all([loadAsks(), isExplored ? exploredOf(loaded.model) : UNEXPLORED]);
  const world = new World(loaded, RELATIONS);
  const inputs: Inputs = { title: titleOf(loaded), world, reports, explored, asks };
  const link = linkFrom(folder, inline);
  const filled = documents
    .filter(({ kind }) => kind !== INDEX)
    .map((ordered): Document => ({ ordered, ...fill(ordered.template, inputs, link, scopeOf(ordered, inputs)) }));
  const index = documents.find(({ kind }) => kind === INDEX);
  if (index === undefined) return filled;
  const scope = { documents: filled.map(listed), questions: firstOf(filled) };
  return [{ ordered: index, ...fill(index.template, inputs, link, scope) }, ...filled];
}

/** As many as one conversation settles. */
const FIRST = 10;

/** The open questions of all documents that are most worth an answer, each once. */
export function firstOf(documents: readonly Document[], most = FIRST) {
  const all = documents.flatMap(({ questions }) => questions);
  const each = new Map(all.map((one) => [`${one.path} ${one.question}`, one]));
  const sorted = [...each.values()].toSorted((a, b) => b.weight - a.weight);
  return sorted.slice(0, most).map(({ question, path }) => ({ question, path }));
}

function scopeOf({ decision }: Ordered, inputs: Inputs): Record<string, unknown> {
  return decision === undefined ? {} : { decision: partOf(inputs, 'decisions', decision) };
}

function listed({ ordered, title, description, questions }: Document) {
  const { decision, file } = ordered;
  const name = decision === undefined ? title : `${title}: ${decision}`;
  return { title: name, description, file: href(file), questions: questions.length };
}

function titleOf({ model, designs }: Loaded): string {
  const [design] = designs;
  const heading = design === undefined ? undefined : headingOf(design.text);
  return model.name ?? heading ?? design?.name ?? 'a design';
}

function linkFrom(folder: string | undefined, inline: ReadonlySet<string>): Link {
  return ({ file, line }: CitedPlace) => {
    if (folder === undefined || inline.has(file)) return undefined;
    const path = href(posix.relative(folder, file));
    // GitHub shows the lines of a page it would render only when it is asked for the plain text.
    return /\.(?:md|markdown)$/i.test(file) ? `${path}?plain=1#L${line}` : `${path}#L${line}`;
  };
}
