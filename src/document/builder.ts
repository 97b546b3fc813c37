import type { Language } from './language.ts';
import type { StanceReader } from './stance.ts';
import type { Edge, Notice, Section, Statement, StatementKind, Table, Word } from './types.ts';

/** What stands around a statement: shared word lists, outermost first. */
export type Context = readonly (readonly Word[])[];

/** A piece of the source that becomes one statement. `line` and `endLine` are 1-based. */
export interface Piece {
  readonly kind: StatementKind;
  readonly line: number;
  readonly endLine: number;
  readonly quote: string;
  readonly words: readonly Word[];
}

interface OpenHeading {
  readonly depth: number;
  readonly section: number;
  readonly words: readonly Word[];
}

/** Collects the parts of a document in reading order and knows which headings are open. */
export class Builder {
  readonly sections: Section[] = [{ title: '', depth: 0, line: 1, role: 'body', parent: -1 }];
  readonly statements: Statement[] = [];
  readonly tables: Table[] = [];
  readonly edges: Edge[] = [];
  readonly notices: Notice[] = [];
  readonly language: Language;
  private readonly stances: StanceReader;
  private open: readonly OpenHeading[] = [];
  private headings: Context = [];

  constructor(language: Language, stances: StanceReader) {
    this.language = language;
    this.stances = stances;
  }

  /** Index of the section that new statements belong to. */
  get section(): number {
    return this.open.at(-1)?.section ?? 0;
  }

  /** Opens a section (the first heading is the title and has no role of its own); it closes the open ones of the same or a deeper level. */
  heading(depth: number, title: string, piece: Omit<Piece, 'kind'>): void {
    this.open = this.open.filter((outer) => outer.depth < depth);
    const parent = this.section;
    const isTitle = this.sections.length === 1;
    const role = isTitle ? 'body' : this.stances.role(piece.words, this.sections[parent]?.role ?? 'body');
    this.headings = this.open.map(({ words }) => words);
    this.sections.push({ title, depth, line: piece.line, role, parent });
    this.open = [...this.open, { depth, section: this.sections.length - 1, words: piece.words }];
    this.add({ kind: 'heading', ...piece }, []);
    this.headings = this.open.map(({ words }) => words);
  }

  /** Adds a statement under the open headings. Text without a word says nothing and is left out. */
  add(piece: Piece, context: Context): void {
    if (piece.words.length === 0) return;
    const role = this.sections[this.section]?.role ?? 'body';
    this.statements.push({
      ...piece,
      context: [...this.headings, ...context],
      section: this.section,
      stance: this.stances.stance(piece.words, piece.quote, role),
    });
  }
}
