import { VERDICTS, type VerdictName } from './criterion.ts';
import { sectionsOf } from './sections.ts';

/** What each verdict of a criterion means, in the words of its page. */
export type Definitions = Readonly<Partial<Record<VerdictName, string>>>;

/** Longest definition, in characters: the five of one criterion then stay near 150 tokens. */
const LONGEST = 180;

const ITEM = /^[-*+] +\*\*(\w+)\*\*:? +(.+)$/;
const ROW = /^\| *`(\w+)` *\| *(.+?) *\|$/;

/** Reads them from the section "What counts": a list with `- **met**: ...`, or a table with a row a verdict. */
export function definitionsOf(page: string): Definitions {
  const section = sectionsOf(page).find(({ slug }) => slug === 'what-counts');
  const definitions: Partial<Record<VerdictName, string>> = {};
  for (const line of section?.text.split(/\r?\n/) ?? []) {
    const [, word, meaning = ''] = ITEM.exec(line) ?? ROW.exec(line) ?? [];
    const verdict = VERDICTS.find((known) => known === word);
    if (verdict !== undefined) definitions[verdict] = clip(meaning.replace(/[*`]/g, '').trim());
  }
  return definitions;
}

/** Cut at the end of a word. */
function clip(meaning: string): string {
  if (meaning.length <= LONGEST) return meaning;
  return `${meaning.slice(0, meaning.lastIndexOf(' ', LONGEST - 3)).replace(/[,;:]$/, '')}...`;
}
