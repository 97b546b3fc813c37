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

/** @returns the README's first screen: a short design, the command, and what the built command prints for it */
export function firstScreen() {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-readme-'));
  try {
    writeFileSync(join(folder, 'checkout.md'), DESIGN);
    const args = [join(ROOT, 'dist/cli.js'), 'review', 'checkout.md'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the review of the first screen ended with ${status}: ${stderr}`);
    return `\`\`\`md\n${DESIGN}\`\`\`\n\n\`\`\`\n$ faultline review checkout.md\n${stdout.trimEnd()}\n\`\`\``;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns what the built command says of an example with its model: the findings and the first questions */
export function modelScreen() {
  const files = ['examples/orders.md', 'examples/orders.model.yaml'];
  const args = [join(ROOT, 'dist/cli.js'), 'model', ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the check of the example ended with ${status}: ${stderr}`);
  const lines = stdout.split('\n');
  const questions = lines.findIndex((line) => line.startsWith('What would settle more'));
  return `\`\`\`\n$ faultline model ${files.join(' ')}\n${lines.slice(0, questions + 4).join('\n')}\n  ...\n\`\`\``;
}
