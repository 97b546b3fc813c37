import { countOf, durationOf, nameOf, namesOf, plain } from './prose-words.ts';
import type { Stated } from './reader.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: { readonly line: number; readonly cells: readonly string[] }[];
}

type Row = Table['rows'][number];

/** What a column with such a header states of the part that its row is about. */
interface Column {
  readonly header: RegExp;
  readonly field: string;
  /** Reads a cell; nothing where it holds anything else. */
  readonly value: (cell: string) => unknown;
}

/** A kind of table, told by the header of its first column. */
interface Kind {
  readonly header: RegExp;
  readonly section: string;
  readonly columns: readonly Column[];
  readonly more?: (name: string, row: Row, header: readonly string[]) => Stated[];
}

const name = (cell: string) => nameOf(cell) || undefined;

const ORDER: readonly (readonly [RegExp, string])[] = [
  [/^(?:none|no|unordered)$/i, 'none'],
  [/^(?:total|global|fifo)$/i, 'total'],
  [/^per[ -](?:key|partition)\b/i, 'per-key'],
];
const DELIVERY = /^(at[ -](?:least|most)[ -]once)$/i;

const KINDS: readonly Kind[] = [
  {
    header: /^(?:(?:micro)?service|component|module|application|app|part)(?:s| name)?$/i,
    section: 'services',
    columns: [
      { header: /^(?:team|owner|owned by|owning team)$/i, field: 'owner', value: name },
      { header: /^(?:instances|replicas)$/i, field: 'instances', value: countOf },
    ],
    more: storesOf,
  },
  {
    header: /^(?:store|database|data ?store|db|table)(?:s| name)?$/i,
    section: 'stores',
    columns: [
      { header: /^(?:owner|owned by|service|owning service)$/i, field: 'owner', value: name },
      { header: /^(?:writers?|written by)$/i, field: 'writers', value: list },
      { header: /^(?:readers?|read by)$/i, field: 'readers', value: list },
    ],
  },
  {
    header: /^(?:channel|topic|queue|stream)(?:s| name)?$/i,
    section: 'channels',
    columns: [
      { header: /^(?:partitions|shards)$/i, field: 'partitions', value: countOf },
      { header: /^(?:retention|kept)$/i, field: 'retention', value: durationOf },
      { header: /^(?:(?:partition )?key)$/i, field: 'key', value: name },
      {
        header: /^(?:max(?:imum)? (?:deliveries|receives?|attempts)|attempts)$/i,
        field: 'maxDeliveries',
        value: countOf,
      },
      { header: /^(?:ack(?:nowledgement)? deadline|visibility timeout)$/i, field: 'ackDeadline', value: durationOf },
      { header: /^(?:order|ordering)$/i, field: 'order', value: orderOf },
      { header: /^delivery(?: guarantee)?$/i, field: 'delivery', value: deliveryOf },
    ],
  },
  {
    header: /^(?:event|message|command)(?:s| name)?$/i,
    section: 'messages',
    columns: [
      { header: /^(?:channel|topic|queue|stream)$/i, field: 'channel', value: name },
      { header: /^(?:(?:partition )?key)$/i, field: 'key', value: name },
    ],
    more: handlersOf,
  },
];

/** Parts with what the cells beside their names state of them. */
export function statedByTable({ header, rows }: Table): Stated[] {
  const titles = header.map(plain);
  const kind = KINDS.find((one) => one.header.test(titles[0] ?? ''));
  if (kind === undefined) return [];
  return rows.flatMap((row) => {
    const part = nameOf(row.cells[0] ?? '');
    return part === '' ? [] : [...cellsOf(kind, part, row, titles), ...(kind.more?.(part, row, titles) ?? [])];
  });
}

function cellsOf({ section, columns }: Kind, part: string, { line, cells }: Row, titles: readonly string[]): Stated[] {
  const facts = titles.flatMap((title, at) => {
    const column = at === 0 ? undefined : columns.find(({ header }) => header.test(title));
    const value = column?.value(cells[at] ?? '');
    return column === undefined || value === undefined ? [] : [{ path: [section, part, column.field], value, line }];
  });
  return [{ path: [section, part], value: {}, line }, ...facts];
}

/** A column of stores beside services says who owns each. */
function storesOf(service: string, { line, cells }: Row, titles: readonly string[]): Stated[] {
  const at = titles.findIndex((title) => /^(?:(?:data ?)?store|database|db)s?$/i.test(title));
  return at < 0
    ? []
    : namesOf(cells[at] ?? '').map((store) => ({ path: ['stores', store, 'owner'], value: service, line }));
}

/** Columns of producers and consumers say who publishes and who handles a message. */
function handlersOf(message: string, { line, cells }: Row, titles: readonly string[]): Stated[] {
  const of = (header: RegExp) => namesOf(cells[titles.findIndex((title) => header.test(title))] ?? '');
  const publishing = of(/^(?:producers?|publishers?|published by|produced by|from)$/i).flatMap((service) => [
    { path: ['handlers', `${service}.${message}`, 'service'], value: service, line },
    { path: ['handlers', `${service}.${message}`, 'publishes', 0, 'message'], value: message, line },
  ]);
  const consuming = of(/^(?:consumers?|subscribers?|consumed by|to)$/i).flatMap((service) => [
    { path: ['handlers', `${service}.on-${message}`, 'service'], value: service, line },
    { path: ['handlers', `${service}.on-${message}`, 'on'], value: message, line },
  ]);
  return [...publishing, ...consuming];
}

function list(cell: string): string[] | undefined {
  const names = namesOf(cell);
  return names.length > 0 ? names : undefined;
}

function orderOf(cell: string): string | undefined {
  return ORDER.find(([pattern]) => pattern.test(plain(cell)))?.[1];
}

function deliveryOf(cell: string): string | undefined {
  return DELIVERY.exec(plain(cell))?.[1]?.toLowerCase().replaceAll(' ', '-');
}
