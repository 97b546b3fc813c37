import type { Vocabulary } from '../library/vocabulary.ts';
import { compilePhrases, type Matcher } from './phrases.ts';
import type { Role, Stance, Word } from './types.ts';

/** Tells how statements are meant and what sections are for, by the phrases of the vocabulary. */
export interface StanceReader {
  readonly role: (heading: readonly Word[], outer: Role) => Role;
  readonly stance: (words: readonly Word[], quote: string, role: Role) => Stance;
}

const ROLES = ['alternatives', 'out-of-scope', 'open-questions', 'future', 'example', 'problem'] as const;
const STANCES = ['template', 'rejected', 'deferred', 'hedged', 'advice'] as const;

/** A short heading is its role; a long one that happens to hold the word is not. */
const LONGEST_ROLE_HEADING = 6;

export function createStanceReader({ roles, stances }: Vocabulary): StanceReader {
  const headings = compilePhrases(roles);
  const sentences = compilePhrases(stances);
  return {
    role: (heading, outer) => roleOf(headings, heading) ?? outer,
    stance: (words, quote, role) => stanceOf(sentences.find(words), quote, role),
  };
}

function roleOf(matcher: Matcher, heading: readonly Word[]): Role | undefined {
  if (heading.length > LONGEST_ROLE_HEADING) return undefined;
  const found = matcher.find(heading);
  return ROLES.find((role) => found.has(role));
}

const BY_ROLE: Readonly<Partial<Record<Role, Stance>>> = {
  alternatives: 'rejected',
  'open-questions': 'deferred',
  future: 'deferred',
  'out-of-scope': 'deferred',
};

/** `[describe the owner]`, `<your service>`, `{{name}}`: a template nobody filled in. */
const PLACEHOLDER = /[[<](?:describe|insert|add|your|fill)\b[^\]>]*[\]>](?!\()|\{\{[^}]*\}\}/i;

function stanceOf(found: ReadonlyMap<string, unknown>, quote: string, role: Role): Stance {
  const said = STANCES.find((stance) => found.has(stance));
  if (said === 'template' || PLACEHOLDER.test(quote)) return 'template';
  const byRole = BY_ROLE[role];
  if (byRole) return byRole;
  if (said) return said;
  return quote.trimEnd().endsWith('?') ? 'asked' : 'stated';
}
