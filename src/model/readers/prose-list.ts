import { nameOf } from './prose-words.ts';
import type { Stated } from './reader.ts';

/** What the items under such a heading are. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?(?:services|components)$/i, 'services'],
  [/^(?:the )?(?:stores|databases|data stores)$/i, 'stores'],
  [/^(?:the )?(?:channels|topics|queues|streams)$/i, 'channels'],
  [/^(?:the )?(?:events|messages|commands)$/i, 'messages'],
];

const ITEM = /^ {0,3}[-*+] +(\*\*[^*]+\*\*|`[^`]+`)/;

/** A list item that begins with a marked name, under a heading that says what the names are. */
export function statedByItem(line: string, number: number, heading: string): Stated[] {
  const section = HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
  const [, marked] = section === undefined ? [] : (ITEM.exec(line) ?? []);
  const part = marked === undefined ? '' : nameOf(marked);
  return section === undefined || part === '' ? [] : [{ path: [section, part], value: {}, line: number }];
}
