import { escapeMarkup } from '../markup.ts';

/** A piece of HTML. Only {@link markup} makes one, so that whatever else is put into a page is escaped. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Writes HTML: `` markup`<p>${text}</p>` ``. Strings are escaped, in elements and in quoted attributes; pieces are not. */
export function markup(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = fixed[0] ?? '';
  for (const [index, part] of parts.entries()) html += written(part) + (fixed[index + 1] ?? '');
  return { html };
}

/** What stands where nothing does. */
export const NOTHING: Markup = { html: '' };

function written(part: Part): string {
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}
