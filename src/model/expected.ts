import type { Path } from './path.ts';
import { modelJsonSchema } from './schema/json.ts';

/** What is used of JSON Schema here. */
interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
}

let root: Node | undefined;

/** By the path without its own names: of a thousand handlers' timeouts the same is expected. */
const known = new Map<string, string>();

/** What may stand at a path of the model, in words: `before or after`, `a time like 30s`. */
export function expected(path: Path): string {
  const kind = path.map((part, index) => (index === 1 || typeof part === 'number' ? '*' : part)).join('.');
  const before = path[0] === 'goals' ? undefined : known.get(kind);
  if (before !== undefined) return before;
  const words = expectedAt(path);
  if (path[0] !== 'goals') known.set(kind, words);
  return words;
}

function expectedAt(path: Path): string {
  const nodes = at(path);
  const words = wordsAt(path);
  const texts = nodes.flatMap(({ description, type }) => description ?? (type === 'boolean' ? 'true or false' : []));
  const facts = nodes.some(({ properties }) => properties !== undefined) ? ['its facts'] : [];
  const lists = nodes.some(({ items }) => items !== undefined) ? ['a list, [] for none'] : [];
  return [...new Set([...words, ...texts, ...facts, ...lists])].join(', ') || 'nothing: there is no such field';
}

/** The words that may stand at a path. */
export function wordsAt(path: Path): string[] {
  return at(path).flatMap((node) => [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])]);
}

/** The keys that may stand at a path, where it is a mapping with fixed keys. */
export function keysAt(path: Path): string[] {
  return at(path).flatMap(({ properties }) => Object.keys(properties ?? {}));
}

function at(path: Path): Node[] {
  root ??= modelJsonSchema() as Node;
  let nodes = variants(root);
  for (const part of path) nodes = nodes.flatMap((node) => child(node, part)).flatMap(variants);
  return nodes;
}

function child(node: Node, part: string | number): Node[] {
  if (typeof part === 'number') return node.items === undefined ? [] : [node.items];
  const own = node.properties !== undefined && Object.hasOwn(node.properties, part) ? node.properties[part] : undefined;
  if (own !== undefined) return [own];
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
}

/** A union with a description is told by it, not by its branches. */
function variants(node: Node): Node[] {
  if (node.anyOf === undefined || node.description !== undefined) return [node];
  return node.anyOf.flatMap(variants);
}
