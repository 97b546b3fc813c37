import type { Vocabulary } from '../library/vocabulary.ts';
import { isElement } from './markup.ts';
import { compilePhrases, type Hit, type Matcher } from './phrases.ts';
import type { Role, Stance, StatementKind, Word } from './types.ts';

/** What a statement's stance is read from. */
export interface Said {
  readonly kind: StatementKind;
  readonly words: readonly Word[];
  readonly quote: string;
  /** It ends in a question mark. */
  readonly asked: boolean;
  readonly role: Role;
}

/** Tells how statements are meant and what sections are for, by the phrases of the vocabulary. */
export interface StanceReader {
  /** The role a heading names, if any. */
  readonly role: (heading: readonly Word[]) => Role | undefined;
  readonly stance: (said: Said) => Stance;
}

const ROLES = ['alternatives', 'out-of-scope', 'open-questions', 'future', 'example', 'problem'] as const;
const STANCES = ['template', 'denied', 'rejected', 'deferred', 'hedged', 'advice'] as const;

/** A short heading is its role; a long one that happens to hold the word is not. */
const LONGEST_ROLE_HEADING = 6;

const BY_ROLE: Readonly<Partial<Record<Role, Stance>>> = {
  alternatives: 'rejected',
  'open-questions': 'deferred',
  future: 'deferred',
  'out-of-scope': 'deferred',
};

/** Compiled once for each vocabulary: a process reviews many designs by the same one. */
const readers = new WeakMap<Vocabulary, StanceReader>();

/** The reader for a vocabulary's stances and roles. */
export function stanceReader(vocabulary: Vocabulary): StanceReader {
  const known = readers.get(vocabulary);
  if (known) return known;
  const headings = compilePhrases(vocabulary.roles);
  const statements = compilePhrases(vocabulary.stances);
  const reader: StanceReader = {
    role: (heading) => roleOf(headings, heading),
    stance: (said) => stanceOf(statements, said),
  };
  readers.set(vocabulary, reader);
  return reader;
}

function roleOf(matcher: Matcher, heading: readonly Word[]): Role | undefined {
  if (heading.length > LONGEST_ROLE_HEADING) return undefined;
  const found = matcher.find(heading);
  return ROLES.find((role) => found.has(role));
}

function stanceOf(matcher: Matcher, { kind, words, quote, asked, role }: Said): Stance {
  const found = matcher.find(words);
  const said = STANCES.find((stance) => found.get(stance)?.some(isMeant) === true);
  if (said === 'template' || (kind !== 'code' && kind !== 'edge' && (isTemplate(quote) || isOpen(kind, quote))))
    return 'template';
  if (said === 'denied') return said;
  return BY_ROLE[role] ?? said ?? (asked ? 'asked' : 'stated');
}

/** "It is not out of scope" defers nothing. */
function isMeant(hit: Hit): boolean {
  return !hit.negated;
}

/** An order to the author in brackets: `[describe the owner]`, `<insert diagram>`. What follows tells it from a link. */
const ORDER =
  /[[<{](?:describe|insert|add|your|fill|list|explain|replace|enter|provide|specify|write|summari[sz]e)\b[^\]>}]{0,300}[\]>}](?![([])/i;

/** A double brace to be filled in. */
const BRACES = /\{\{[^{}]{1,100}\}\}/;

/** Nothing but one bracketed text of several words, with marks around: `_[One sentence on the problem.]_`. */
const ALL_BRACKETS = /^[\s*_>|#-]*(?:\[[^\][]+\s[^\][]+\]|<([a-z]\w*)[^<>]*\s[^<>]*>)[\s*_.:|]*$/i;

/** A text that nobody filled in. */
function isTemplate(quote: string): boolean {
  if (quote.length > 1_000 || !/[[<{]/.test(quote)) return false;
  if (ORDER.test(quote) || BRACES.test(quote)) return true;
  const whole = ALL_BRACKETS.exec(quote);
  return whole !== null && (whole[1] === undefined || !isElement(whole[1]));
}

/** What a deliverable says where nothing was stated. */
const NOT_STATED = /_not stated_/g;

/** A sentence that says of something that it is not stated; of a row, more than half of the cells. */
function isOpen(kind: StatementKind, quote: string): boolean {
  const open = quote.match(NOT_STATED)?.length ?? 0;
  return kind === 'row'
    ? 2 * open > quote.split(/(?<!\\)\|/).filter((cell) => cell.trim() !== '').length - 1
    : open > 0;
}
