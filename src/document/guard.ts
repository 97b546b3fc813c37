import {
  DEEPEST_LIST,
  DEEPEST_QUOTE,
  LONGEST_LINE,
  MOST_COLUMNS,
  MOST_LAZY_LINES,
  MOST_OPEN_DEFINITIONS,
  MOST_SIGNS,
} from './limits.ts';

/** Longest run of quote signs, list signs and blanks that is looked at: it holds more than any limit allows. */
const LONGEST_PREFIX = 2_000;

const PREFIX = /^(?:[ \t>]|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/;
const SIGNS = /[-*+>]|\d+[.)]/g;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/;
const FINISHED_DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s*\S+\s*(?:"[^"]*"|'[^']*'|\([^()]*\))?\s*$/;

/**
 * Finds what is costly to parse as Markdown. Each limit stands for an input that was measured to take time that grows
 * with its square; a design written by people stays far below all of them.
 */
export class Guard {
  /** Indents of the lists that are open. */
  private readonly indents: number[] = [];
  private signs = 0;
  private lazy = 0;
  private openDefinitions = 0;

  /** A blank line, or a heading, ends a block. */
  startBlock(): void {
    this.signs = this.lazy = this.openDefinitions = 0;
  }

  /** Why the block that holds this line must not go to the Markdown parser, or nothing. */
  check(line: string): string | undefined {
    if (line.length > LONGEST_LINE) return `a line of ${line.length} characters`;
    const prefix = PREFIX.exec(line.slice(0, LONGEST_PREFIX))?.[0] ?? '';
    const signs = prefix.match(SIGNS)?.length ?? 0;
    if (signs === 0 && this.signs > 0 && prefix === '') this.lazy += 1;
    this.signs += signs;
    if (DEFINITION.test(line) && !FINISHED_DEFINITION.test(line)) this.openDefinitions += 1;
    return this.tooDeep(prefix, signs) ?? this.tooMany(line);
  }

  private tooDeep(prefix: string, signs: number): string | undefined {
    if (signs === 0) return undefined;
    const quotes = count(prefix, '>');
    if (quotes > DEEPEST_QUOTE) return `quotes nested more than ${DEEPEST_QUOTE} deep`;
    const lists = signs - quotes;
    return lists > 0 && this.listDepth(prefix, lists) > DEEPEST_LIST
      ? `lists nested more than ${DEEPEST_LIST} deep`
      : undefined;
  }

  /** Every list sign opens a list inside those that are indented less. */
  private listDepth(prefix: string, signs: number): number {
    const indent = prefix.search(/[^ \t>]/);
    while (this.indents.length > 0 && (this.indents.at(-1) ?? 0) >= indent) this.indents.pop();
    this.indents.push(indent);
    return this.indents.length + signs - 1;
  }

  private tooMany(line: string): string | undefined {
    if (line.length > MOST_COLUMNS && count(line, '|') > MOST_COLUMNS) return `more than ${MOST_COLUMNS} table columns`;
    if (this.lazy > MOST_LAZY_LINES)
      return `more than ${MOST_LAZY_LINES} lines that continue a list without its indent`;
    if (this.signs > MOST_SIGNS) return `more than ${MOST_SIGNS} list and quote signs without a blank line`;
    if (this.openDefinitions > MOST_OPEN_DEFINITIONS) return 'link definitions that do not end';
    return undefined;
  }
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
