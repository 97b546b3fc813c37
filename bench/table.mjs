/** @typedef {import('./index.mjs').Row} Row */

/** @param {number | string} value */
function shown(value) {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}

/**
 * One aligned block per figure: what, how much, and the bar it has to keep, where there is one.
 * @param {string} title
 * @param {Row[]} rows
 */
export function printTable(title, rows) {
  const cells = rows.map(({ figure, value, unit = '', bar = '' }) => [figure, shown(value), unit, bar]);
  const width = (/** @type {number} */ column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0));
  console.log(`\n${title}`);
  for (const [figure = '', value = '', unit = '', bar = ''] of cells)
    console.log(`  ${figure.padEnd(width(0))}  ${value.padStart(width(1))} ${unit.padEnd(width(2))}  ${bar}`.trimEnd());
}
