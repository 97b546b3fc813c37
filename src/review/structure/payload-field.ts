import type { Document, Statement, Table } from '../../document/types.ts';
import type { Mark } from './index.ts';

/** `"amount": 12`, `orderId: string;`, `string order_id = 1;`, `amount DECIMAL(10,2)`. */
const FIELD = [
  /^\s*["'][\w.-]+["']\s*:\s*\S/,
  /^\s*[\w-]+\??:\s*["'[{]?[\w<>[\]|"'.-]+["'}\]]?\s*[,;]?\s*(?:(?:\/\/|#).*)?$/,
  /^\s*(?:optional |repeated |required )?[\w.<>]+ \w+ = \d+;/,
  /^\s*\w+\s+(?:varchar|text|int|integer|bigint|uuid|timestamp|decimal|numeric|boolean|jsonb?|varbinary)\b/i,
];

const NAMES_FIELD = /\b(?:field|property|attribute|parameter|key|header|name)s?\b/i;
const NAMES_TYPE = /\b(?:type|format|value|description|meaning|example)s?\b/i;

/** One field of a message or schema with its type or value, in a code block or in a table of fields. */
export const payloadField: Mark = {
  name: 'mark-payload-field',
  find: (document) => [...inCode(document), ...inTables(document)],
};

function inCode({ statements }: Document): Statement[] {
  return statements.filter(({ kind, quote }) => kind === 'code' && FIELD.some((field) => field.test(quote)));
}

function inTables(document: Document): Statement[] {
  const lines = new Set(document.tables.filter(isFieldTable).flatMap(({ rows }) => rows.map(({ line }) => line)));
  return document.statements.filter(({ kind, line }) => kind === 'row' && lines.has(line));
}

function isFieldTable({ header }: Table): boolean {
  return NAMES_FIELD.test(header[0] ?? '') && header.slice(1).some((cell) => NAMES_TYPE.test(cell));
}
