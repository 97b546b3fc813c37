type Generator = (size: number) => string;

const repeat =
  (unit: string, around: readonly [string, string] = ['', '']): Generator =>
  (size) =>
    around[0] + unit.repeat(Math.max(1, Math.floor(size / unit.length))) + around[1];

/** Lines made by their number until the size is reached. */
const lines =
  (line: (index: number) => string): Generator =>
  (size) => {
    const all: string[] = [];
    for (let length = 0, index = 0; length < size; index += 1) {
      const next = line(index);
      all.push(next);
      length += next.length + 1;
    }
    return all.join('\n');
  };

const mermaid = (header: string, unit: string): Generator => repeat(unit, [`\`\`\`mermaid\n${header}\n`, '\n```\n']);

/** Texts on which some Markdown or language tool needs minutes or overflows its stack, or which look as if one could. */
export const hostile: Readonly<Record<string, Generator>> = {
  'nested list': repeat('- ', ['', 'a']),
  'nested ordered list': repeat('1. ', ['', 'a']),
  'nested quote': repeat('> ', ['', 'a']),
  'nested quote and list': repeat('> - ', ['', 'a']),
  'nested to the limit': repeat(`${'- '.repeat(49)}a\n\n`),
  'deeper list': lines((index) => `${' '.repeat(2 * index)}- a`),
  'zigzag list': lines((index) => `${' '.repeat(2 * (index % 40))}- a`),
  'zigzag loose list': lines((index) => `${' '.repeat(2 * (index % 40))}- a\n`),
  'zigzag quote': lines((index) => `${'>'.repeat(index % 45)} a`),
  'long list': repeat('- a\n'),
  'loose list': repeat('- a\n\n'),
  'empty items': repeat('-\n'),
  tasks: repeat(`- [ ] ${']'.repeat(50)}\n`),
  'lazy quote': repeat('b\n', ['> a\n', '']),
  'lazy list': repeat('b\n', ['- a\n', '']),
  'item after blank lines': repeat('\n', ['- a\n', '  b']),
  delimiters: repeat('*a_ '),
  'delimiter runs': repeat('**a__'),
  tildes: repeat('~~a'),
  'open images': repeat('!['),
  'closed images': (size) => '!['.repeat(size / 6) + '](x)'.repeat(size / 6),
  'open links': repeat('[a]('),
  brackets: repeat('['),
  'closing brackets': repeat(']'),
  'brackets in lines': repeat(`${']'.repeat(900)}\n`),
  targets: (size) => `](${'('.repeat(99)}`.repeat(size / 101),
  backticks: repeat('` ', ['', '``']),
  'growing backticks': lines((index) => '`'.repeat(index)),
  'open tags': repeat('<a '),
  'less than': repeat('<'),
  'tag with blanks': repeat(' ', ['<a', 'b']),
  'tag lines': repeat(`<a ${']'.repeat(900)}\n`),
  declarations: repeat('<!A '),
  'open comments': repeat('<!-- a\n\n'),
  'open inline comments': repeat('a <!-- '),
  'closed comments': repeat('<!-- a -->\n'),
  'html blocks': repeat('<div>\n\n'),
  pre: repeat('<pre>\n'),
  bars: repeat('|'),
  'wide table': (size) => ['|a', '|-', '|b'].map((cell) => cell.repeat(size / 6)).join('\n'),
  'table to the limit': (size) =>
    `${'|a'.repeat(199)}\n${'|-'.repeat(199)}\n${`${'|b'.repeat(199)}\n`.repeat(size / 400)}`,
  'long table': repeat('c|d\n', ['a|b\n-|-\n', '']),
  'many tables': repeat('a|b\n-|-\nc|d\n\n'),
  entities: repeat('&'),
  'named entities': repeat('&amp'),
  'long line': repeat('word '),
  'long word': repeat('a'),
  hyphens: repeat('a-'),
  dots: repeat('a.'),
  'short sentences': repeat('a. '),
  closers: repeat(')', ['a.', '']),
  'commas under no': repeat('no a, '),
  apostrophes: repeat("n't"),
  digits: repeat('1,'),
  camels: repeat('aB'),
  headings: repeat('# a\n'),
  'deep headings': repeat('###### a\n\nb\n'),
  underlines: repeat('aaaa\n****\n\n'),
  setext: repeat('a\n', ['', '===']),
  hashes: repeat(' #', ['# a', 'b']),
  definitions: repeat('[a]: b\n'),
  'open definitions': repeat("[a]: b 'c\n"),
  'long label': repeat('a\n', ['[', ']: b']),
  footnotes: lines((index) => `[^${index}]: b\n`),
  'nested footnotes': repeat('[^a]: '),
  fences: repeat('```\n'),
  'odd fences': repeat('```a\nb\n'),
  'fences in items': repeat('- ~~~\n'),
  'indented code': repeat('    a\n\n'),
  'blank lines': repeat('\n'),
  blanks: repeat(' '),
  tabs: repeat('-\t'),
  'carriage returns': repeat('a\r'),
  nul: repeat('\0'),
  'line separators': repeat('a\u2028'),
  'lone surrogates': repeat('\ud800a'),
  marks: repeat('a\u0301'),
  families: repeat('👩‍👩‍👧'),
  'right to left': repeat('\u202eabc '),
  addresses: repeat('http://'),
  mails: repeat('a@b.c'),
  'front matter': repeat('a: b\n', ['---\n', '']),
  'bold lines': repeat('**a**\n\n'),
  'hard breaks': repeat('a  \n'),
  placeholders: repeat('<a b> [describe {{'),
  phrases: repeat('publish a b c d event '),
  arrows: mermaid('graph TD', 'A-->B\n'),
  chain: mermaid('graph TD', 'A-->'),
  groups: mermaid('graph TD', 'A & '),
  boxes: mermaid('graph TD', '['),
  labels: mermaid('graph TD', 'A -- a '),
  messages: mermaid('sequenceDiagram', 'A->>B: x\n'),
  'message arrows': mermaid('sequenceDiagram', '->>'),
};
