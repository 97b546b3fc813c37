import type { Statement, Word } from '../../document/types.ts';
import type { Mark } from './index.ts';

/** A statement in which an actor reads or writes a named store. */
interface Touch {
  readonly actor: string;
  readonly store: string;
  readonly statement: Statement;
}

const ACTOR = new Set([
  'service',
  'api',
  'server',
  'worker',
  'lambda',
  'processor',
  'consumer',
  'app',
  'application',
  'module',
]);
const STORE = new Set(['table', 'database', 'db', 'collection', 'bucket', 'schema', 'keyspace']);
const ACCESS = new Set([
  'read',
  'write',
  'query',
  'update',
  'insert',
  'store',
  'save',
  'delete',
  'select',
  'fetch',
  'persist',
  'upsert',
  'modify',
]);
/** Words before a store that name none: `its own database` is nobody else's. */
const NAMELESS = new Set([
  'a',
  'an',
  'the',
  'its',
  'own',
  'their',
  'our',
  'this',
  'that',
  'each',
  'every',
  'any',
  'new',
  'local',
  'separate',
  'per',
  'of',
  'to',
  'in',
  'from',
  'and',
  'or',
]);

/** Sentences in which two different services read or write one store of the same name. */
export const sharedStore: Mark = {
  name: 'mark-shared-store',
  find: ({ statements }) => {
    const touches = statements
      .filter(({ kind }) => kind !== 'code' && kind !== 'edge' && kind !== 'heading')
      .flatMap(touchesOf);
    const actors = new Map<string, Set<string>>();
    for (const { actor, store } of touches) actors.set(store, (actors.get(store) ?? new Set()).add(actor));
    return touches.filter(({ store }) => (actors.get(store)?.size ?? 0) > 1).map(({ statement }) => statement);
  },
};

function touchesOf(statement: Statement): Touch[] {
  const { words, context, stance } = statement;
  if (stance !== 'stated') return [];
  const verb = words.findIndex(({ lemma, negated }) => ACCESS.has(lemma) && !negated);
  if (verb < 0) return [];
  const actor = nameBefore(words.slice(0, verb), ACTOR) ?? nameBefore(context.at(-1) ?? [], ACTOR);
  const store = nameBefore(words.slice(verb), STORE);
  return actor !== undefined && store !== undefined ? [{ actor, store, statement }] : [];
}

/** `orders service`, `orders table`: the word before the first noun of the kind, with the noun. */
function nameBefore(words: readonly Word[], nouns: ReadonlySet<string>): string | undefined {
  for (const [index, { lemma }] of words.entries()) {
    const name = words[index - 1]?.text;
    if (nouns.has(lemma) && name !== undefined && !NAMELESS.has(name)) return `${name} ${lemma}`;
  }
  return undefined;
}
