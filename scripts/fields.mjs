import { withEngine } from './engine.mjs';

/**
 * @typedef {object} Node what is used of JSON Schema here
 * @property {string} [type]
 * @property {string} [description]
 * @property {string[]} [enum]
 * @property {string} [const]
 * @property {Node[]} [anyOf]
 * @property {Node} [items]
 * @property {Record<string, Node>} [properties]
 * @property {Node | boolean} [additionalProperties]
 */

/** Units of values, as short as they can be told. @type {[RegExp, string][]} */
const UNITS = [
  [/^a time/, 'time'],
  [/^a whole number/, 'count'],
  [/^a share/, 'share'],
  [/^a rate/, 'rate'],
  [/^a size/, 'size'],
  [/^a name or/, 'names'],
  [/^a text or/, 'texts'],
  [/^a text/, 'text'],
  [/^a name/, 'name'],
];

/** @returns {Promise<string>} every field of a model, a section a paragraph, with the words that may stand in it */
export function fieldList() {
  return withEngine(['src/model/schema/json.ts'], ({ modelJsonSchema }) => {
    /** @type {Node} */
    const { properties = {} } = modelJsonSchema();
    const sections = Object.entries(properties).filter(([name]) => name !== 'name');
    return sections.map(([name, node]) => `**${name}**: ${fields(named(node))}`).join('\n\n');
  });
}

/** The parts of a section stand under their names; the goals do not. @param {Node} node */
function named(node) {
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : node;
}

/** @param {Node} node */
function fields({ properties = {} }) {
  return Object.entries(properties)
    .map(([name, node]) => `\`${name}\` ${value(node)}`.trim())
    .join(', ');
}

/** @param {Node} node @returns {string} */
function value(node) {
  const unit = UNITS.find(([pattern]) => pattern.test(node.description ?? ''))?.[1];
  if (unit !== undefined) return unit;
  if (node.enum !== undefined) return node.enum.join(' | ');
  if (node.const !== undefined) return node.const;
  if (node.type === 'boolean') return 'bool';
  if (node.items !== undefined) return `[${fields(node.items)}]`;
  if (node.properties !== undefined) return `{${fields(node)}}`;
  return [...new Set((node.anyOf ?? []).map(value))].join(' | ');
}
