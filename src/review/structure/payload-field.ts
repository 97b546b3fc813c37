import type { Document, Statement, Table } from '../../document/types.ts';
import type { Mark } from './index.ts';

/** What a field looks like where it is declared; each pattern is one family of notations. */
const FIELD = [
  // JSON, one field a line or several: "amount": 12
  /^[\s{[]*["'][\w.-]+["']\s*:\s*\S/,
  // TypeScript, YAML, GraphQL, Rust: amount: number
  /^\s*(?:pub |readonly )?[\w-]+[?!]?:\s*["'[{]?[\w<>[\]|"'.!-]+["'}\]]?\s*[,;]?\s*(?:(?:\/\/|#).*)?$/,
  // protobuf: string order_id = 1;
  /^\s*(?:optional |repeated |required )?[\w.<>]+ \w+ = \d+;/,
  // SQL: amount DECIMAL(10,2)
  /^\s*\w+\s+(?:varchar|text|int|integer|bigint|uuid|timestamp|decimal|numeric|boolean|jsonb?|varbinary)\b/i,
  // Java, C#, Kotlin: private final String orderId;
  /^\s*(?:(?:public|private|protected|final|readonly|val|var)\s+)+[\w<>[\],.?]+\s+\w+\s*[;,)=]/,
  // Go: OrderID string `json:"orderId"`
  /^\s*[A-Z]\w*\s+(?:\*|\[\])?[\w.]+(?:\s+`[^`]*`)\s*$/,
  // Solidity: uint256 indexed nonce,
  /^\s*(?:u?int\d*|bytes\d*|address|bool|string)(?:\[\])?\s+(?:indexed\s+|memory\s+|calldata\s+)?\w+\s*[,;)]/,
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
