import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Ten lines that look finished and lose orders. */
const DESIGN = `# Checkout

Checkout is split from the shop so that the two teams release on their own days.

- The order service owns the orders table; the stock service owns reservations.
- The order service commits the order, then publishes \`OrderPlaced\` to Kafka, keyed by order id.
- The stock service skips an \`OrderPlaced\` whose event id is already in its inbox table.
- Failed events are retried five times with backoff, then parked in a dead-letter topic.
- The warehouse report reads the orders table of the order service directly.
`;

/**
 * What the built command prints.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {string}
 * @throws where it does not end well
 */
function printed(args, cwd) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`faultline ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** @returns the README's first screen: a short design, the command, and what the built command prints for it */
export function firstScreen() {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-readme-'));
  try {
    writeFileSync(join(folder, 'checkout.md'), DESIGN);
    const said = printed(['review', 'checkout.md'], folder);
    return `\`\`\`md\n${DESIGN}\`\`\`\n\n\`\`\`\n$ faultline review checkout.md\n${said.trimEnd()}\n\`\`\``;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FILES = ['examples/orders.md', 'examples/orders.model.yaml'];

/**
 * The beginning of what is said of an example with its model.
 * @param {'model' | 'explore'} command
 * @param {(lines: readonly string[]) => number} until where it is cut
 */
function screen(command, until) {
  const lines = printed([command, ...FILES], ROOT).split('\n');
  return `\`\`\`\n$ faultline ${command} ${FILES.join(' ')}\n${lines.slice(0, until(lines)).join('\n')}\n  ...\n\`\`\``;
}

/** @returns the findings of the rules and the first questions */
export function modelScreen() {
  return screen('model', (lines) => lines.findIndex((line) => line.startsWith('What would settle more')) + 4);
}

/** @returns the worst trace with its repairs */
export function exploreScreen() {
  return screen('explore', (lines) => lines.findIndex((line) => line.startsWith('possible')) - 1);
}
