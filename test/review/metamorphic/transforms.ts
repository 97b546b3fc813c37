import { compilePhrases } from '../../../src/document/phrases.ts';
import { vocabulary } from '../knowledge.ts';
import { blocksOf, join, mapBlocks, type Block } from './blocks.ts';

/** A change of form that leaves what a design says as it is. */
export interface Transform {
  readonly name: string;
  /** Nothing where there is nothing to change. */
  readonly apply: (text: string) => string | undefined;
}

const changed = (before: string, after: string): string | undefined => (before === after ? undefined : after);

/** A line that would begin with one of these would be more than text. */
const STARTS = /^(?:[-*+>|#=<[]|\d+[.)])/;
const NARROW = 40;

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1);
    const fits = last !== undefined && (last.length + word.length < NARROW || STARTS.test(word));
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A hard break at the end of a line is part of the text. */
const hasBreaks = ({ lines }: Block): boolean => lines.some((line) => /(?: {2}|\\)$/.test(line));

function onParagraphs(text: string, change: (paragraph: string) => readonly string[]): string | undefined {
  const after = mapBlocks(text, (block) =>
    block.kind === 'paragraph' && !hasBreaks(block)
      ? change(block.lines.map((line) => line.trim()).join(' '))
      : block.lines,
  );
  return changed(text, after);
}

export const onOneLine: Transform = {
  name: 'each paragraph on one line',
  apply: (text) => onParagraphs(text, (paragraph) => [paragraph]),
};

export const narrow: Transform = {
  name: `paragraphs wrapped at ${NARROW} columns`,
  apply: (text) => onParagraphs(text, wrapped),
};

export const crlf: Transform = { name: 'CRLF line ends', apply: (text) => text.replaceAll('\n', '\r\n') };

/** A first heading stays the title; the ones below it move down together. */
export const deeper: Transform = {
  name: 'headings one level deeper',
  apply: (text) => {
    const depths = blocksOf(text).filter(({ kind }) => kind === 'heading');
    if (depths.length === 0 || depths.some(({ lines: [line = ''] }) => line.startsWith('######'))) return undefined;
    return mapBlocks(text, ({ kind, lines }) => (kind === 'heading' ? lines.map((line) => `#${line}`) : lines));
  },
};

/** A reference by place ("as above", "the following") would point elsewhere after sections change places. */
const BY_PLACE =
  /\b(?:above|below|previous|next|following|earlier|later) (?:section|part|chapter)\b|\bas (?:above|below)\b/i;

/** Sections of the second level in reverse order; what stands before the first of them stays in front. */
export const shuffled: Transform = {
  name: 'sections in reverse order',
  apply: (text) => {
    if (BY_PLACE.test(text)) return undefined;
    const sections: Block[][] = [[]];
    for (const block of blocksOf(text.endsWith('\n') ? text.slice(0, -1) : text)) {
      if (block.kind === 'heading' && block.lines[0]?.startsWith('## ') === true) sections.push([]);
      sections.at(-1)?.push(block);
    }
    const [front = [], ...rest] = sections;
    if (rest.length < 2) return undefined;
    return [front, ...rest.toReversed()]
      .filter((section) => section.length > 0)
      .map((section) => join(section))
      .join('\n\n');
  },
};

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** `| team | shop |` under `| team | owns |` becomes `- team: ...; owns: ...`. */
export const tablesAsLists: Transform = {
  name: 'tables as lists',
  apply: (text) =>
    changed(
      text,
      mapBlocks(text, ({ kind, lines: [header = '', , ...rows], lines }) => {
        if (kind !== 'table') return lines;
        const names = cellsOf(header);
        return rows.map(
          (row) =>
            `- ${cellsOf(row)
              .map((cell, at) => `${names[at] ?? ''}: ${cell}`)
              .join('; ')}`,
        );
      }),
    ),
};

/** Names that mean nothing to anybody, one for each service of the design. */
const TREES = ['alder', 'birch', 'cedar', 'hazel', 'juniper', 'larch', 'maple', 'rowan', 'spruce', 'willow'];

/** `the ward service`, `booking-service`: the word before the noun, where it is not a word of its own use. */
const SERVICE = /\b([a-z]+)[ -](?:service|worker)\b/gi;
const COMMON =
  /^(?:a|an|and|each|every|one|two|three|four|five|other|another|the|this|that|its|no|any|which|new|owning|own|single|same|called|whole|external|web|per|of|or|as|to|from|in|by|our|micro|all|both|background|self|separate|several|many|some|more)$/i;

/** A ledger service is named after a store, and an inbox worker after a channel: another name would say less. */
const PARTS = compilePhrases({
  part: [vocabulary.concepts['store'] ?? [], vocabulary.concepts['channel'] ?? []].flat(),
});

function isPart(name: string): boolean {
  return PARTS.find([{ text: name, lemma: name, negated: false }]).size > 0;
}

export const renamed: Transform = {
  name: 'services renamed',
  apply: (text) => {
    const names = [...new Set([...text.matchAll(SERVICE)].map(([, name = '']) => name.toLowerCase()))];
    const services = names.filter((name) => !COMMON.test(name) && !isPart(name)).slice(0, TREES.length);
    const after = services.reduce(
      (now, name, at) => now.replace(new RegExp(`\\b${name}(?=[ -](?:service|worker)\\b)`, 'gi'), TREES[at] ?? name),
      text,
    );
    return changed(text, after);
  },
};

export const TRANSFORMS: readonly Transform[] = [onOneLine, narrow, crlf, deeper, shuffled, tablesAsLists, renamed];
