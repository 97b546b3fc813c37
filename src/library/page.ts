import { estimateTokens } from './tokens.ts';

/** A Markdown page as it is served: the same bytes to every reader. */
export interface Page {
  /** `skill://<skill>/SKILL.md` or `skill://<skill>/references/<path>.md`. */
  readonly uri: string;
  /** How `read_guidance` calls it: the skill's name, or the path under `references/` without extension. */
  readonly name: string;
  readonly skill: string;
  /** Path inside the skill: `SKILL.md`, `references/criteria/ordering.md`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: 'text/markdown';
  readonly text: string;
  /** Bytes of `text` in UTF-8. */
  readonly size: number;
  /** About how many tokens `text` takes. */
  readonly tokens: number;
  /** How much a reader needs it, 0-1. */
  readonly priority: number;
}

/** What a page is made from. `matter` and `body` are those of the served text. */
export interface PageSource {
  readonly skill: string;
  readonly path: string;
  readonly text: string;
  readonly matter: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const DESCRIPTION_MAX = 300;

export function toPage(source: PageSource, name: string, priority: number): Page {
  const { skill, path, text, matter, body } = source;
  return {
    uri: pageUri(skill, path),
    name,
    skill,
    path,
    title: textOf(matter['title']) ?? firstHeading(body) ?? name,
    description: textOf(matter['description']) ?? firstParagraph(body),
    mimeType: 'text/markdown',
    text,
    size: Buffer.byteLength(text),
    tokens: estimateTokens(text),
    priority,
  };
}

export function pageUri(skill: string, path: string): string {
  return `skill://${[skill, ...path.split('/')].map(encodeURIComponent).join('/')}`;
}

/** The name of a reference page inside its skill. */
export function pathName(path: string): string {
  return path.replace(/^references\//, '').replace(/\.md$/, '');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function firstHeading(body: string): string | undefined {
  return /^# +(.+?) *#*$/m.exec(body)?.[1];
}

function firstParagraph(body: string): string {
  const paragraph = body.split(/\n\s*\n/).find((block) => /^[^#<>|`\s-]/.test(block)) ?? '';
  return clip(paragraph.replace(/\s+/g, ' ').trim(), DESCRIPTION_MAX);
}

/** @returns the text, cut at a blank where it is longer than `most` characters */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 3);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}...`;
}
