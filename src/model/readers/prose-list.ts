import { nameOf } from './prose-words.ts';
import type { Stated } from './reader.ts';

/** What the items under such a heading are: `3. Core services`, `The topics`. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:micro)?services$|components$/i, 'services'],
  [/databases$|data ?stores$|^stores$/i, 'stores'],
  [/channels$|topics$|queues$|streams$/i, 'channels'],
  [/events$|messages$|commands$/i, 'messages'],
];

/** A heading that names what is listed has few words; one with more is about something else. */
const MOST_WORDS = 3;

/** The marked words that an item begins with, or those before its colon or dash. */
const ITEM = /^ {0,3}[-*+] +(?:(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]*\))|([\w -]{2,40}?)(?::| [-–—]) )/;

/** A list item that begins with a name, under a heading that says what the names are. */
export function statedByItem(line: string, number: number, heading: string): Stated[] {
  const section = sectionOf(heading);
  const [, marked, plain] = section === undefined ? [] : (ITEM.exec(line) ?? []);
  const part = nameOf((marked ?? plain ?? '').replace(/:(\**)$/, '$1'));
  return section === undefined || part === '' ? [] : [{ path: [section, part], value: {}, line: number }];
}

function sectionOf(heading: string): string | undefined {
  const words = heading
    .replace(/^[\d.]+\s+/, '')
    .replace(/[:*`]/g, '')
    .trim();
  if (/\band\b/i.test(words) || words.replace(/^the /i, '').split(/\s+/).length > MOST_WORDS) return undefined;
  return HEADINGS.find(([pattern]) => pattern.test(words))?.[1];
}
