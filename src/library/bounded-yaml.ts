import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  parseDocument,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** Deepest nesting that is read. */
const MAX_DEPTH = 20;

/**
 * Source characters that open a level; more of them cannot be honest. A page's front matter has a few; a model in flow
 * style, which may be 1 MiB, has one for each handler, call and step.
 */
const MAX_OPENERS = 65_536;

/**
 * Reads a YAML mapping of plain data: strings, numbers, booleans, null, lists and mappings.
 * Anchors, aliases, tags, merge keys, duplicate keys, dates and deep nesting are refused, since each of them can make a
 * small text large, slow or executable. The caller bounds the size.
 * @returns mappings without a prototype, so that no key means anything to JavaScript
 * @throws Error with one line
 */
export function parseBoundedYaml(source: string): Record<string, unknown> {
  const document = boundedDocument(source);
  if (document.contents === null) return {};
  if (!isMap(document.contents)) throw new Error('it is not a mapping of keys to values');
  return plainMap(document.contents, 1);
}

/**
 * Parses YAML that is not too deep for the parser; what is in it is yet to be checked, node by node.
 * @param lineCounter is told where lines begin
 * @throws Error with one line
 */
export function boundedDocument(source: string, lineCounter?: LineCounter): Document {
  checkFlowDepth(source);
  // The parser's own check of unique keys is quadratic; the reader of the nodes does it.
  const options = { uniqueKeys: false, merge: false, schema: 'core', logLevel: 'silent' } as const;
  const document = withinStack(() => parseDocument(source, lineCounter ? { ...options, lineCounter } : options));
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw asOneLine(problem);
  return document;
}

/**
 * Parses files of other tools: anchors, aliases, merge keys and tags are theirs to use. Nothing is written out, so
 * whoever walks the nodes decides how often an alias is followed.
 * @throws Error with one line
 */
export function configurationDocuments(source: string, lineCounter: LineCounter): Document[] {
  checkFlowDepth(source);
  const options = { uniqueKeys: false, merge: false, schema: 'core', logLevel: 'silent', lineCounter } as const;
  const documents = withinStack(() => [...parseAllDocuments(source, options)]);
  const [problem] = documents.flatMap(({ errors }) => errors);
  if (problem !== undefined) throw asOneLine(problem);
  return documents;
}

/** Lists in lists (`- - - -`) open a level without a bracket, and the parser recurses on those too. */
function withinStack<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    throw error instanceof RangeError ? tooDeep() : error;
  }
}

/** The parser recurses on every `[` and `{`, so a long run of them is refused before it is parsed. */
function checkFlowDepth(source: string): void {
  let depth = 0;
  let openers = 0;
  for (const character of source) {
    if (character === '[' || character === '{') {
      depth++;
      openers++;
    } else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH * 4) throw tooDeep();
    if (openers > MAX_OPENERS) throw new Error(`it opens more than ${MAX_OPENERS} lists and mappings`);
  }
}

function plain(node: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw tooDeep();
  if (isAlias(node)) throw new Error('aliases are not read; write the value out');
  if (isScalar(node)) return checked(node).value;
  if (isSeq(node)) return checked(node).items.map((item) => plain(item, depth + 1));
  if (isMap(node)) return plainMap(node, depth);
  return null;
}

function plainMap(map: YAMLMap, depth: number): Record<string, unknown> {
  const result: Record<string, unknown> = { __proto__: null };
  const seen = new Set<string>();
  for (const pair of checked(map).items) {
    const key = keyOf(pair);
    if (seen.has(key)) throw new Error(`the key "${key.slice(0, 60)}" stands twice in one mapping`);
    seen.add(key);
    result[key] = plain(pair.value, depth + 1);
  }
  return result;
}

function keyOf({ key }: Pair): string {
  if (!isScalar(key) || checked(key).value === null) throw new Error('every key must be a plain word');
  const name = String(key.value);
  if (name === '<<') throw new Error('merge keys are not read; write the keys out');
  return name;
}

function checked<N extends Node>(node: N): N {
  if ('anchor' in node && node.anchor !== undefined) throw new Error('anchors are not read; write the value out');
  if (node.tag !== undefined) throw new Error('tags are not read');
  return node;
}

function asOneLine({ message }: Error): Error {
  if (message.includes('call stack')) return tooDeep();
  return new Error(message.split('\n')[0]?.replace(/:$/, '') ?? 'not valid YAML');
}

function tooDeep(): Error {
  return new Error(`nested deeper than ${MAX_DEPTH} levels`);
}
