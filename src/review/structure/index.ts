import type { Document, Statement } from '../../document/types.ts';
import { endpoint } from './endpoint.ts';
import { ownerRow } from './owner-row.ts';
import { payloadField } from './payload-field.ts';
import { sharedStore } from './shared-store.ts';
import { secondWriter } from './second-writer.ts';
import { syncChain } from './sync-chain.ts';

/** Reads one thing from the structure of a document. `find` yields the statements that show it. */
export interface Mark {
  readonly name: `mark-${string}`;
  readonly find: (document: Document) => Iterable<Statement>;
}

const READERS: readonly Mark[] = [secondWriter, sharedStore, syncChain, endpoint, payloadField, ownerRow];

/** Names that a criterion page may use like concepts. */
export const MARKS: readonly string[] = READERS.map(({ name }) => name);

/** What the structure shows, put on the statements that show it. */
export function markStructure(document: Document): Map<Statement, Set<string>> {
  const marks = new Map<Statement, Set<string>>();
  for (const { name, find } of READERS)
    for (const statement of find(document)) marks.set(statement, (marks.get(statement) ?? new Set()).add(name));
  return marks;
}
