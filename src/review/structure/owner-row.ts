import type { Mark } from './index.ts';

const PART = /\b(?:service|component|module|context|system|app|owner|team|domain)s?\b/i;
const DATA =
  /\b(?:data|store|storage|database|db|tables?|owns?|entit(?:y|ies)|state|persist\w*|schema|collections?)\b/i;

/** A row of a table that pairs a service or component with the data it owns or the store it keeps. */
export const ownerRow: Mark = {
  name: 'mark-owner-row',
  find: ({ tables, statements }) => {
    const pairing = tables.filter(({ header }) => {
      const part = header.findIndex((cell) => PART.test(cell));
      return part >= 0 && header.some((cell, column) => column !== part && DATA.test(cell));
    });
    const lines = new Set(pairing.flatMap(({ rows }) => rows.map(({ line }) => line)));
    return statements.filter(({ kind, line }) => kind === 'row' && lines.has(line));
  },
};
