/** How a statement stands to the design: only `stated` ones carry full weight. Negation is kept per word. */
export type Stance = 'stated' | 'denied' | 'hedged' | 'deferred' | 'rejected' | 'asked' | 'advice' | 'template';

/** What a section of a design is for, read from its heading. */
export type Role = 'body' | 'problem' | 'alternatives' | 'open-questions' | 'future' | 'out-of-scope' | 'example';

/** One word as the phrase matcher sees it: hyphens, underscores and camelCase are split, case is folded. */
export interface Word {
  readonly text: string;
  readonly lemma: string;
  readonly negated: boolean;
  /** Set when nothing but a hyphen, an underscore or a change of case parts it from the word before: `Rabbit` `MQ`. */
  readonly glued?: true;
}

/** What a statement is made of; `edge` is an arrow of a mermaid diagram, `code` one line of any other fence. */
export type StatementKind = 'heading' | 'sentence' | 'item' | 'row' | 'edge' | 'code';

/**
 * The smallest quotable part of a design. `line` and `endLine` are 1-based and inclusive;
 * `quote` is the exact slice of the source that the words were read from.
 */
export interface Statement {
  readonly kind: StatementKind;
  readonly line: number;
  readonly endLine: number;
  readonly quote: string;
  readonly words: readonly Word[];
  /**
   * What stands above and gives it meaning: headings (outermost first), list lead or table header, the sentence before.
   * Statements share these arrays by identity, so that each is matched once.
   */
  readonly context: readonly (readonly Word[])[];
  readonly section: number;
  readonly stance: Stance;
}

/** A heading and what stands under it, up to the next heading. Section 0 is the text before any heading. */
export interface Section {
  readonly title: string;
  readonly depth: number;
  readonly line: number;
  readonly role: Role;
  /** Index of the section this one is nested in, or -1. */
  readonly parent: number;
}

export interface Table {
  readonly line: number;
  readonly section: number;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * An arrow of a diagram: `from` and `to` are the shown names, `label` what stands on the arrow.
 * In a sequence diagram a solid arrow is a `call`, a dashed one a `reply`, an open one (`-)`) `async`; in a flowchart all are `link`.
 */
export interface Edge {
  readonly line: number;
  readonly arrow: 'call' | 'reply' | 'async' | 'link';
  readonly from: Node;
  readonly to: Node;
  readonly label: string;
}

/** A box of a diagram. `store` is a cylinder, `queue` a box drawn as one; everything else is `box`. */
export interface Node {
  readonly name: string;
  readonly shape: 'box' | 'store' | 'queue' | 'actor';
}

/** Something that was not read as Markdown, with the reason, so that the report can say so. */
export interface Notice {
  readonly line: number;
  readonly message: string;
}

/** A submitted design, read: every part keeps its lines. */
export interface Document {
  readonly name: string;
  /** The source as it was given; lines and quotes are its own. */
  readonly text: string;
  readonly sha256: string;
  /** Number of lines of the source. */
  readonly lines: number;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly tables: readonly Table[];
  readonly edges: readonly Edge[];
  readonly notices: readonly Notice[];
}
