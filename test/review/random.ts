import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { criteria } from './knowledge.ts';

/** Lines that people wrote: of the examples in the criterion pages, and of the designs in `examples/`. */
const DESIGNS = readdirSync('examples')
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));
const TEXTS = [...criteria.flatMap(({ examples }) => examples.map(({ text }) => text)), ...DESIGNS];
const LINES = [...new Set(TEXTS.flatMap((text) => text.split('\n')))].filter((line) => line.trim() !== '');

/** Marks that begin, end or upset a construct of Markdown, and characters that are hard on a reader of text. */
const MARKS = [
  '# ',
  '## ',
  '###### ',
  '- ',
  '1. ',
  '> ',
  '- [ ] ',
  '    ',
  '\t',
  '---',
  '===',
  '***',
  '```',
  '~~~',
  '```mermaid',

  '| a | b |',
  '| --- | --- |',
  '|',
  '\\|',
  '[a](b)',
  '[a]: /b',
  '[^1]',
  '[^1]: a',
  '![',
  '](',
  '<b>',
  '<!--',
  '-->',
  '**',
  '__',
  '_',
  '`',
  '``',
  '~~',
  '\\',
  '&amp;',
  '&#0;',
  '<script>',
  '</script>',
  '{{x}}',
  '---js',
  '+++',
  ':::',

  'A->>B: call',
  'A[(store)] --> B',
  'a: 1; b: 2',
  'sequenceDiagram',
  '%% c',
  'not ',
  'no ',
  'TBD',
  '?',
  '...',
  ': ',
];
const CHARACTERS = [
  '\u0000',
  '\u0007',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\ud800',
  '🧨',
  '👩‍👩‍👧',
  'é',
  'e\u0301',
  '数据库',
  'ﬁ',
  '\r',
];

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom(...LINES)).map(([mark, text]) => mark + text),
  },
);

/** Markdown of any sense or none: lines of designs, marks and noise. */
export const randomMarkdown = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(([all, end]) => all.join(end));

type Mutation = (text: string) => string;

const cut = (text: string, at: number): number => Math.floor(at * text.length);
const part = fc.double({ min: 0, max: 1, noNaN: true });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  part.map(
    (at): Mutation =>
      (text) =>
        text.slice(0, cut(text, at)),
  ),
  part.map(
    (at): Mutation =>
      (text) =>
        text.slice(cut(text, at)),
  ),
  fc.tuple(part, part).map(
    ([a, b]): Mutation =>
      (text) =>
        text.slice(0, cut(text, a)) + text.slice(cut(text, b)),
  ),
  fc.tuple(part, fc.constantFrom(...MARKS, ...CHARACTERS)).map(
    ([at, what]): Mutation =>
      (text) =>
        text.slice(0, cut(text, at)) + what + text.slice(cut(text, at)),
  ),
  fc.tuple(part, fc.constantFrom(...MARKS, ...CHARACTERS), fc.integer({ min: 2, max: 60 })).map(
    ([at, what, times]): Mutation =>
      (text) =>
        text.slice(0, cut(text, at)) + what.repeat(times) + text.slice(cut(text, at)),
  ),
  fc.constantFrom<Mutation>(
    (text) => text.replaceAll('\n', '\r'),
    (text) => text.replaceAll(' ', '\t'),
    (text) => text.replaceAll('.', ''),
    (text) => text.toUpperCase(),
    (text) => text.split('\n').toReversed().join('\n'),
    (text) => text.replaceAll('\n', ' '),
    (text) => `---\n${text}`,
    (text) => text.replaceAll(/^/gm, '> '),
    (text) => text.replaceAll(/^/gm, '  - '),
  ),
);

/** A text that somebody wrote, changed a few times. */
export const mutatedDesign = fc
  .tuple(fc.constantFrom(...TEXTS), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) => changes.reduce((now, change) => change(now), text));
