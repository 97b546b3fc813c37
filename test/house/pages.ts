import { posix } from 'node:path';
import { parse } from 'yaml';
import { textOf } from './files.ts';

export interface Page {
  readonly path: string;
  readonly matter: unknown;
  readonly body: string;
}

/** A page with its front matter read by a plain YAML parser, so that the test does not lean on the code it checks. */
export function readPage(path: string): Page {
  const [, matter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(textOf(path)) ?? [];
  return { path, matter: matter === undefined ? undefined : parse(matter), body: body ?? textOf(path) };
}

const FENCE = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1`*[ \t]*$/gm;

/** The body with fenced code blanked out, every character in its place: an example has no links or headings of the page. */
const proseOf = ({ body }: Page): string => body.replace(FENCE, (code) => code.replace(/[^\n]/g, ' '));

/** Second-level headings of a page, each with the text under it. */
export function partsOf(page: Page): { readonly title: string; readonly text: string }[] {
  const headings = [...proseOf(page).matchAll(/^## (.+)$/gm)];
  return headings.map(({ index, 1: title = '' }, at) => ({
    title: title.trim(),
    text: page.body.slice(index, headings[at + 1]?.index),
  }));
}

/** Relative links of a page, each resolved to a path from the root, with its anchor. */
export function linksOf(page: Page): { readonly path: string; readonly anchor: string }[] {
  return [...proseOf(page).matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { path: path === '' ? page.path : resolve(page.path, path), anchor };
    });
}

/** `references/` is mounted inside each skill when it is served; on disk it stands once, at the root. */
function resolve(from: string, target: string): string {
  const [skill] = /^skills\/[^/]+\//.exec(from) ?? [];
  const path = posix.join(posix.dirname(from), target);
  return skill !== undefined && path.startsWith(`${skill}references/`) ? path.slice(skill.length) : path;
}

/** Anchors of a page's headings, as Markdown viewers make them. */
export function anchorsOf(page: Page): string[] {
  return [...proseOf(page).matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, title = '']) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** The fenced examples under one second-level heading, by the verdict that each announces. */
export function examplesUnder(page: Page, heading: string): { readonly verdict: string; readonly text: string }[] {
  const part = partsOf(page).find(({ title }) => title === heading)?.text ?? '';
  return [...part.matchAll(/^(`{3,})md ([a-z]+)\n([\s\S]*?)^\1[ \t]*$/gm)].map(([, , verdict = '', text = '']) => ({
    verdict,
    text,
  }));
}
