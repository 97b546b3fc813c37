import type { Tree } from './tree.ts';

/** References that lead to references. */
const MOST_JUMPS = 10;

/** Follows `$ref: '#/components/messages/order'` inside of a document; a reference elsewhere leads to nothing. */
export function follow(root: Tree, tree: Tree, jumps = 0): Tree {
  const keys = pointer(tree);
  if (keys === undefined || jumps >= MOST_JUMPS) return tree;
  return follow(root, root.at(...keys), jumps + 1);
}

/** The keys of a reference into the same document. */
export function pointer(tree: Tree): string[] | undefined {
  const { text } = tree.at('$ref');
  if (text === undefined || !text.startsWith('#/')) return undefined;
  return text
    .slice(2)
    .split('/')
    .map((key) => decoded(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
