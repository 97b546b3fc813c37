import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folders.ts';
import { runCommand } from '../helpers/run.ts';

interface Report {
  readonly score: number;
  readonly readiness: string;
}

async function reviewed(cwd: string, file: string): Promise<Report> {
  return JSON.parse((await runCommand(['review', file, '--format', 'json'], cwd)).out) as Report;
}

test('an unfilled skeleton scores 0, and each section that is filled in makes the score rise', async () => {
  const cwd = await folderWith({});
  const { code, err } = await runCommand(['new', 'Parcel labels'], cwd);
  expect({ code, err }).toEqual({
    code: 0,
    err: 'faultline: written parcel-labels.md; fill it in, and see how far it is with: faultline review parcel-labels.md\n',
  });
  const file = join(cwd, 'parcel-labels.md');
  expect(await readFile(file, 'utf8')).toMatch(/^# Parcel labels\n/);
  expect(await reviewed(cwd, 'parcel-labels.md')).toMatchObject({ score: 0, readiness: 'not-assessed' });
  let before = 0;
  for (const [heading, text] of Object.entries(FILLED)) {
    const design = await readFile(file, 'utf8');
    expect(design).toContain(`\n${heading}\n`);
    await writeFile(
      file,
      design.replace(`\n${heading}\n`, () => `\n${heading}\n\n${text}\n`),
    );
    const { score } = await reviewed(cwd, 'parcel-labels.md');
    expect(score, heading).toBeGreaterThan(before);
    before = score;
  }
  expect(before).toBeGreaterThan(85);
});

/** What an author writes under each heading, in an order in which one goes on. */
const FILLED: Readonly<Record<string, string>> = {
  '## 2. Boundaries and contracts': `| service | team | owns | store |
| --- | --- | --- | --- |
| shop | shop team | orders | orders-db (PostgreSQL) |
| labels | logistics team | labels | labels-db (PostgreSQL) |

No service reads or writes the other's database; each asks the other through its API or its events.`,
  '## 1. Why it is more than one process':
    'A label takes 40 seconds to render and needs a GPU host, so it is a worker of its own; the shop must answer in 200 ms.',
  '### What else was weighed':
    'We considered rendering in the shop process. It is simpler to run, but a render blocks a request thread for 40 seconds.',
  '### What crosses a boundary': `The shop publishes \`label.requested\` with the fields event_id, order_id, address and correlation_id, which every log line carries.
Fields are only added, never renamed or removed; consumers ignore fields that they do not know.`,
  '## 3. Who waits for whom':
    'The customer waits for the order only, since a label is needed an hour later: it is rendered asynchronously after the event.',
  '## 4. Consistency and recovery': `Orders in orders-db are the source of truth and strongly consistent, because a customer must see what was ordered.
The label status is a copy in the shop, at most 60 s behind; the page shows \`label pending\` with the time of the last change.`,
  '### Repeats, order and limits': `The shop writes the order and its event in one transaction through an outbox. Delivery is at-least-once.
The worker keeps an inbox with the event id as unique key and drops a duplicate. Events of one order need their order, and no others do: the partition key is the order id.
A render is tried 5 times with exponential backoff up to 5 min, with a timeout of 60 s, then the event goes to the dead-letter queue.`,
  '### The way back': `| step | when it fails | what undoes it |
| --- | --- | --- |
| place the order | the address is refused | the order is cancelled and refunded |
| render the label | the last try fails | nothing: the logistics team prints it by hand, which completes the order |

No transaction spans both services: until its label is there an order is \`label pending\`.
Every night a job compares orders with labels and requests each missing label again.`,
  '## 5. Proof': `- If the worker is down, orders go on and wait as \`label pending\`; events stay on the topic for 14 days.
- If Kafka is down, outbox rows wait and the relay catches up; customers see nothing.

To replay, the consumer group is reset to an offset; the inbox drops what was rendered before, so that is safe.`,
  '### What is watched': `| signal | bound | who acts |
| --- | --- | --- |
| age of the oldest outbox row | 60 s | shop on-call, runbook stuck-events |
| orders in \`label pending\` for longer than 30 min | 10 orders | shop on-call, runbook stuck-labels |
| duplicates that the inbox dropped | 1 % of events | logistics on-call |
| differences found by the nightly comparison | 5 | logistics on-call |`,
};

test('never over a file that is there', async () => {
  const cwd = await folderWith({ 'parcels.md': 'Ours.\n' });
  const { code, err } = await runCommand(['new', 'Parcels'], cwd);
  expect(code).toBe(2);
  expect(err).toContain('parcels.md: it is there already; choose another name, or -o.');
  expect(await readFile(join(cwd, 'parcels.md'), 'utf8')).toBe('Ours.\n');
});

test.each([
  [['new', '***'], 'a name needs a letter or digit for its file; add -o FILE.'],
  [['new', 'a', '-o', '../a.md'], 'it lies outside the folders that may be written in'],
])('%j is one line and 2', async (args, message) => {
  const { code, err } = await runCommand(args, await folderWith({}));
  expect(code).toBe(2);
  expect(err).toContain(message);
});
