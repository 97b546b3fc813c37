import { parseDocument, stringify } from 'yaml';
import type { CitedPlace } from './cites.ts';
import type { Loaded } from './load.ts';
import { isMapping } from './mapping.ts';

/** Longest line of a model that is written in one. */
const WIDTH = 110;

/** A model's own text, tidied: comments and the order of keys stay. */
export function tidyYaml(text: string): string {
  return parseDocument(text).toString({ lineWidth: WIDTH, flowCollectionPadding: true, indentSeq: false });
}

/**
 * A model as YAML, a line a part where it fits, each with the place that its values stand on.
 * @param sole the one file that was read; its lines need no name
 */
export function modelYaml({ raw, placeOf }: Pick<Loaded, 'raw' | 'placeOf'>, sole?: string): string {
  const cite = (place: CitedPlace | undefined) =>
    place === undefined ? '' : place.file === sole ? ` # L${place.line}` : ` # ${place.file}:${place.line}`;
  const lines = Object.entries(raw).flatMap(([section, parts]) => {
    if (!isMapping(parts)) return [`${section}: ${inline(parts)}`];
    if (section === 'goals') return [`goals: ${inline(parts)}${cite(placeOf(firstPath('goals', parts)))}`];
    return [
      `${section}:`,
      ...Object.entries(parts).flatMap(([name, part]) => partLines(section, name, part, placeOf, cite)),
    ];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

type Cite = (place: CitedPlace | undefined) => string;

function partLines(section: string, name: string, part: unknown, placeOf: Loaded['placeOf'], cite: Cite): string[] {
  const path = `${section}.${name}`;
  const key = inline(name);
  if (!isMapping(part) || Object.keys(part).length === 0) return [`  ${key}: {}${cite(placeOf(path))}`];
  const facts = Object.entries(part);
  const cites = new Set(facts.map(([field, value]) => cite(placeOf(firstPath(`${path}.${field}`, value)))));
  const line = `  ${key}: ${inline(part)}`;
  if (cites.size === 1 && line.length <= WIDTH) return [`${line}${[...cites].join('')}`];
  return [
    `  ${key}:`,
    ...facts.map(([field, value]) => {
      return `    ${field}: ${inline(value)}${cite(placeOf(firstPath(`${path}.${field}`, value)))}`;
    }),
  ];
}

/** Path of the first value inside of a value. */
function firstPath(path: string, value: unknown): string {
  if (Array.isArray(value) && isMapping(value[0])) return firstPath(`${path}[0]`, value[0]);
  if (!isMapping(value)) return path;
  const [entry] = Object.entries(value);
  return entry === undefined ? path : firstPath(`${path}.${entry[0]}`, entry[1]);
}

function inline(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true });
  return text.trim();
}
