import { createFenceReader } from '../library/fences.ts';

/** The words of a Markdown text's first heading. */
export function headingOf(text: string): string | undefined {
  const fences = createFenceReader();
  for (const line of text.split(/\r?\n/)) {
    if (fences.next(line).at !== 'text') continue;
    const [, heading] = /^#{1,6} +(.+?)(?: +#+)? *$/.exec(line) ?? [];
    if (heading !== undefined) return heading.replaceAll(/[*_`]/g, '');
  }
  return undefined;
}
