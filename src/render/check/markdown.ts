import type { RootContent } from 'mdast';
import { counted } from '../../check/counted.ts';
import { placeText } from '../locate.ts';
import { stringify } from '../markdown.ts';
import type { CheckReport } from './formats.ts';
import { problemsOf } from './problems.ts';
import { HEADER, rowOf } from './rows.ts';

/** A job summary: the table, and what is wrong. */
export function checkMarkdown({ outcome, reasons }: CheckReport): string {
  const verdict =
    reasons.length === 0 ? 'Nothing fails the check.' : `The check fails: ${counted(reasons.length, 'reason')}.`;
  const problems = [
    ...problemsOf(outcome).map(({ rule, message, ...at }) => `${placeText(at)} ${rule}: ${message}`),
    ...outcome.waivers,
    ...reasons,
  ];
  return stringify([
    { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Check of the designs' }] },
    { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: verdict }] }] },
    table([HEADER, ...outcome.designs.map(rowOf)]),
    ...(problems.length === 0 ? [] : [list([...new Set(problems)])]),
  ]);
}

function table(rows: readonly (readonly string[])[]): RootContent {
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
    })),
  };
}

function list(lines: readonly string[]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: lines.map((value) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [{ type: 'inlineCode', value: value.replace(/\s+/g, ' ') }] }],
    })),
  };
}
