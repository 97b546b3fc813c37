import {
  DEEPEST_LIST,
  DEEPEST_QUOTE,
  LONGEST_LINE,
  MOST_COLUMNS,
  MOST_INNER_SIGNS,
  MOST_LAZY_LINES,
  MOST_OPEN_DEFINITIONS,
  MOST_WORK,
} from './limits.ts';

/** Longest run of quote signs, list signs and blanks that is looked at: it holds more than any limit allows. */
const LONGEST_PREFIX = 2_000;

const PREFIX = /^(?:[ \t>]|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/;
const SIGNS = /[-*+>]|\d+[.)]/g;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/;
const FINISHED_DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s*\S+\s*(?:"[^"]*"|'[^']*'|\([^()]*\))?\s*$/;

const TOO_LONG = 'the text is too long to be parsed to its end';

/** A definition of a link or footnote costs the parser as much as this many lines of text. */
const DEFINITION_WORK = 15;

/**
 * Finds what is costly to parse as Markdown. Each limit stands for inputs that were measured to take seconds or
 * minutes; a design written by people stays far below all of them.
 */
export class Guard {
  /** Indents of the lists that are open. */
  private readonly indents: number[] = [];
  /** In the present block. */
  private signs = 0;
  private lazy = 0;
  private openDefinitions = 0;
  /** In the whole text. */
  private innerSigns = 0;
  private work = 0;

  /** A blank line, or a heading, ends a block. */
  startBlock(): void {
    this.signs = this.lazy = this.openDefinitions = 0;
  }

  /** Counts lines that cost nothing but their number (blank ones, code in a list), and says if they are too many. */
  pass(lines: number): string | undefined {
    this.work += lines;
    return this.work > MOST_WORK ? TOO_LONG : undefined;
  }

  /** Why the block that holds this line must not go to the Markdown parser, or nothing. */
  check(line: string): string | undefined {
    if (line.length > LONGEST_LINE) return `a line of ${line.length} characters`;
    const prefix = PREFIX.exec(line.slice(0, LONGEST_PREFIX))?.[0] ?? '';
    const signs = prefix.match(SIGNS)?.length ?? 0;
    const bars = count(line, '|');
    this.count(line, prefix, signs);
    const refused = this.tooDeep(prefix, signs) ?? this.tooMany(signs, bars);
    if (refused === undefined) this.work += 1 + 2 * bars + signs * (1 + this.indents.length);
    return refused;
  }

  private count(line: string, prefix: string, signs: number): void {
    if (this.signs > 0 && prefix === '') this.lazy += 1;
    if (DEFINITION.test(line)) {
      this.work += DEFINITION_WORK;
      if (!FINISHED_DEFINITION.test(line)) this.openDefinitions += 1;
    }
    this.signs += signs;
    if (signs > 1) this.innerSigns += (signs - 1) ** 2;
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

  private tooMany(signs: number, bars: number): string | undefined {
    if (this.innerSigns > MOST_INNER_SIGNS && signs > 1) return 'too many quotes and lists inside one another';
    if (bars > MOST_COLUMNS) return `more than ${MOST_COLUMNS} table columns`;
    if (this.lazy > MOST_LAZY_LINES)
      return `more than ${MOST_LAZY_LINES} lines that continue a list without its indent`;
    if (this.openDefinitions > MOST_OPEN_DEFINITIONS) return 'link definitions that do not end';
    return this.pass(0);
  }
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
