import type { Code, List, Nodes, Paragraph, RootContent, Table as TableNode } from 'mdast';
import { fenceLanguage, readCode } from './code.ts';
import type { Draft } from './drafts.ts';
import { lineText, paragraphsOf } from './lines.ts';
import type { Place } from './place.ts';
import { readRecords } from './records.ts';
import type { Edge, StatementKind, Table } from './types.ts';

/** A paragraph that is nothing but bold text: people write it as a heading. */
const BOLD_LINE = /^(?:\*\*|__)(?=\S)[^*_\n]{1,80}(?:\*\*|__)[:.]?$/;

/** An `import` or `export` of MDX, which is code, not text. */
const MODULE_LINE = /^(?:import\s[^\n]*\sfrom\s+['"]|import\s+['"]|export\s+(?:default|const|function)\b)/;

const CODE_ELEMENT = /^\s*<(?:script|style|svg)\b/i;
const TASK = /^\[[ xX]\][ \t]+/;

interface Around {
  readonly leads: readonly number[];
  readonly kind: StatementKind;
}

/** Turns trees of blocks into drafts, in reading order. */
export class Walker {
  readonly drafts: Draft[] = [];
  readonly tables: Table[] = [];
  readonly edges: Edge[] = [];
  private place: Place = { source: '', lines: [], offset: 0, line: 0, section: 0 };
  /** The bold line that stands as a heading over what follows it in the section. */
  private under: number | undefined;

  /** The paragraph that ended the piece before, which leads into a code block. */
  private lead: readonly number[] = [];

  /** Reads the blocks of one piece of the source. */
  read(nodes: readonly RootContent[], place: Place): void {
    this.place = place;
    this.lead = this.blocks(nodes, { leads: [], kind: 'sentence' });
  }

  /** Reads a fence and its content, up to line `last` (0-based). */
  fence(place: Place, last: number): void {
    this.place = place;
    this.codeBlock({ first: place.line, last, lang: fenceLanguage(lineText(place, place.line)) }, this.lead);
    this.lead = [];
  }

  /** Adds the heading that opens a section and answers the index of its draft. */
  heading(text: string, offset: number, section: number): number {
    this.under = undefined;
    this.lead = [];
    this.place = { ...this.place, section };
    return this.draft({ kind: 'heading', mode: 'prose', whole: true, text, offset, leads: [] });
  }

  /** Reads lines without their markup, up to line `last` (0-based): what stands between blank lines is a paragraph. */
  plain(place: Place, last: number): void {
    this.place = place;
    this.lead = [];
    for (const { text, offset } of paragraphsOf(place, last))
      this.draft({ kind: 'sentence', mode: 'prose', whole: false, text, offset, leads: [] });
  }

  /**
   * Blocks that stand beside each other: a paragraph leads into the list, table or code right after it.
   * Answers what leads into a block after the last of them.
   */
  private blocks(nodes: readonly RootContent[], around: Around): readonly number[] {
    let leads = around.leads;
    for (const node of nodes) {
      if (node.type === 'paragraph' || node.type === 'heading') {
        const added = this.text(node, around);
        leads = added === undefined ? around.leads : [...around.leads, added];
      } else {
        this.block(node, { ...around, leads });
        leads = around.leads;
      }
    }
    return leads;
  }

  private block(node: RootContent, around: Around): void {
    if (node.type === 'list') this.list(node, around);
    else if (node.type === 'table') this.table(node, around);
    else if (node.type === 'code') this.code(node, around);
    else if (node.type === 'html') this.html(node, around);
    else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') this.blocks(node.children, around);
  }

  private list(list: List, around: Around): void {
    if (this.records(list, around)) return;
    for (const item of list.children) this.blocks(item.children, { leads: around.leads, kind: 'item' });
  }

  /** Reads a list of records as the table that it is; each item is quoted as it stands. */
  private records(list: List, { leads }: Around): boolean {
    const items = list.children.map(({ children: [only, ...more] }) => {
      const [start, end] = only?.type === 'paragraph' && more.length === 0 ? this.range(only) : [0, 0];
      return { line: only === undefined ? 0 : this.lineOf(only), quote: this.place.source.slice(start, end) };
    });
    if (items.some(({ quote }) => quote === '' || quote.includes('\n'))) return false;
    const records = readRecords(items.map(({ quote }) => quote));
    if (records === undefined) return false;
    const rows = records.rows.map((cells, index) => ({ line: items[index]?.line ?? 0, cells }));
    this.tables.push({ line: rows[0]?.line ?? 0, section: this.place.section, header: records.header, rows });
    const header = this.cells(records.header, { kind: 'lead', leads: [] });
    for (const [index, cells] of records.rows.entries())
      this.cells(cells, { kind: 'row', leads: [...leads, header], quoted: items[index] });
    return true;
  }

  /** A row that is not a slice of the source. */
  private cells(
    cells: readonly string[],
    draft: Pick<Draft, 'kind' | 'leads'> & { quoted?: Draft['quoted'] | undefined },
  ) {
    const { kind, leads, quoted } = draft;
    const text = `| ${cells.join(' | ')} |`;
    const offset = this.place.offset;
    return this.draft({
      kind,
      mode: 'row',
      whole: true,
      text,
      offset,
      leads,
      ...(quoted === undefined ? {} : { quoted }),
    });
  }

  private text(node: Paragraph | RootContent, { leads, kind }: Around): number | undefined {
    const [start, end] = this.range(node);
    const full = this.place.source.slice(start, end);
    const offset = start + (kind === 'item' ? (TASK.exec(full)?.[0].length ?? 0) : 0);
    const text = this.place.source.slice(offset, end);
    if (MODULE_LINE.test(text)) return undefined;
    const bold = kind === 'sentence' && text.length <= 90 && BOLD_LINE.test(text.trim());
    if (bold) this.under = undefined;
    const heading = bold || node.type === 'heading';
    const added = this.draft({ kind: heading ? 'heading' : kind, mode: 'prose', whole: heading, text, offset, leads });
    if (bold) this.under = added;
    return bold ? undefined : added;
  }

  private html(node: RootContent, { leads, kind }: Around): void {
    const [offset, end] = this.range(node);
    const text = this.place.source.slice(offset, end);
    if (!CODE_ELEMENT.test(text)) this.draft({ kind, mode: 'prose', whole: false, text, offset, leads });
  }

  private table(node: TableNode, { leads }: Around): void {
    const [head, ...body] = node.children.map((row) => ({
      line: this.lineOf(row),
      cells: row.children.map((cell) => this.cell(cell)),
    }));
    if (!head) return;
    this.tables.push({ line: head.line, section: this.place.section, header: head.cells, rows: body });
    const header = this.row(head.line, 'lead', []);
    for (const { line } of body) this.row(line, 'row', [...leads, header]);
  }

  private row(line: number, kind: 'row' | 'lead', leads: readonly number[]): number {
    const { start = 0, end = 0 } = this.place.lines[line - 1] ?? {};
    const text = this.place.source.slice(start, end);
    return this.draft({ kind, mode: 'row', whole: true, text, offset: start, leads });
  }

  /** The cell as it is written, without the bars around it. */
  private cell(node: Nodes): string {
    const [start, end] = this.range(node);
    return this.place.source
      .slice(start, end)
      .replace(/^\||\|$/g, '')
      .trim();
  }

  private code(node: Code, { leads }: Around): void {
    const last = this.place.line + (node.position?.end.line ?? 1) - 1;
    this.codeBlock({ first: this.lineOf(node) - 1, last, lang: node.lang ?? '' }, leads);
  }

  private codeBlock(block: { first: number; last: number; lang: string }, leads: readonly number[]): void {
    const { drafts, edges } = readCode(this.place, block);
    for (const draft of drafts) this.draft({ ...draft, leads });
    for (const edge of edges) this.edges.push(edge);
  }

  private draft(draft: Omit<Draft, 'section' | 'under'>): number {
    return this.drafts.push({ ...draft, section: this.place.section, under: this.under }) - 1;
  }

  /** Offsets of a node in the whole source. */
  private range({ position }: Pick<Nodes, 'position'>): [number, number] {
    return [this.place.offset + (position?.start.offset ?? 0), this.place.offset + (position?.end.offset ?? 0)];
  }

  /** 1-based line of a node in the whole source. */
  private lineOf({ position }: Pick<Nodes, 'position'>): number {
    return this.place.line + (position?.start.line ?? 1);
  }
}
