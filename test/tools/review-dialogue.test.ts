import { readFileSync, readdirSync } from 'node:fs';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { Report } from '../../src/review/report.ts';
import { folderWith } from '../helpers/folders.ts';
import { property, RawServer, ROOT, textOf, type Reply } from '../helpers/server.ts';

const DESIGN = `# Orders

The order service owns the orders database. It saves an order and then publishes OrderPlaced to Kafka.
The billing service reads the orders table of the order service directly.
<!-- faultline-ignore evolution: one team releases both sides -->
`;

/** A client and a server that works in a folder with these files. */
async function inFolder(files: Record<string, string>, use: (call: Call) => Promise<void>): Promise<void> {
  const server = new RawServer([], { cwd: await folderWith(files) });
  try {
    await server.initialize();
    await use((input) => server.ask('tools/call', { name: 'review_design', arguments: input }));
  } finally {
    await server.stop();
  }
  expect([server.noise, server.stderr]).toEqual([[], '']);
}

/** A design of at least this many bytes, made of the examples; each round names other services. */
function designOf(bytes: number): string {
  const files = readdirSync(`${ROOT}/examples`).filter((name) => name.endsWith('.md'));
  const examples = files.map((name) => readFileSync(`${ROOT}/examples/${name}`, 'utf8')).join('\n\n');
  let text = '';
  for (let round = 1; text.length < bytes; round += 1) text += examples.replace(/\bservice\b/gi, `$& ${round}`);
  return text;
}

type Call = (input: object) => Promise<Reply>;

const reportOf = ({ result }: Reply): Report => Report.parse(property(result, 'structuredContent'));

test('a review in two calls: what is asked is judged, what is not in the design is refused', async () => {
  await inFolder({ 'orders.md': DESIGN }, async (call) => {
    const first = await call({ path: 'orders.md', detail: 'full' });
    const { questions } = reportOf(first);
    expect(questions).toHaveLength(10);
    for (const { criterion, definitions } of questions) {
      expect(textOf(first.result)).toContain(`### ${criterion}: `);
      expect(textOf(first.result)).toContain(`- met: ${definitions?.met}`);
    }

    const judgements = questions.map(({ criterion }, index) =>
      index === 0
        ? { criterion, verdict: 'met', quotes: ['It saves an order with an outbox'] }
        : { criterion, verdict: 'na', reason: 'a sketch for the team' },
    );
    const second = await call({ path: 'orders.md', judgements });
    const report = reportOf(second);
    const judged = report.verdicts.filter(({ source }) => source === 'judgement');
    expect(judged.map(({ criterion }) => criterion).toSorted()).toEqual(
      questions
        .slice(1)
        .map(({ criterion }) => criterion)
        .toSorted(),
    );
    expect(judged.every(({ verdict, engine }) => verdict === 'na' && engine !== undefined)).toBe(true);
    expect(report.notices?.[0]?.message).toMatch(
      /^Judgement of \S+ refused: the quote "It saves an order with an outbox" is not in the design; nearest is line 3: "It saves/,
    );
    expect(textOf(second.result)).toContain(`\`Judgement of ${questions[0]?.criterion} refused: `);
  });
});

test('waivers, settings and a baseline reach the answer', async () => {
  const earlier = JSON.stringify({ score: 90, verdicts: [] });
  const files = { 'orders.md': DESIGN, '.faultline.yaml': 'disabled: [driver]', 'reports/old.json': earlier };
  await inFolder(files, async (call) => {
    const reply = await call({ path: 'orders.md', baseline: 'reports/old.json' });
    const report = reportOf(reply);
    expect(report.verdicts).toHaveLength(24);
    expect(report.verdicts.find(({ criterion }) => criterion === 'evolution')?.waiver?.reason).toContain('one team');
    expect(report.changes?.score).toEqual({ was: 90, is: report.score });
    expect(textOf(reply.result)).toContain(`Since the baseline: score 90 -> ${report.score}.`);
    expect(textOf(reply.result)).toContain('waived: evolution (missing).');
  });
});

test('bad judgements, baselines and settings are one line that says what to do', async () => {
  const files = { 'orders.md': DESIGN, 'a.json': '{', 'b.json': '{}' };
  const bad: [object, string][] = [
    [{ judgements: [{ criterion: 'owner', verdict: 'good' }] }, 'judgements.0.verdict'],
    [{ judgements: [{ criterion: 'owner', verdict: 'met', quotes: [1] }] }, 'judgements.0.quotes.0'],
    [{ judgements: 'all met' }, 'judgements: '],
    [{ baseline: 'a.json' }, 'a.json: not JSON'],
    [{ baseline: 'b.json' }, 'b.json: not a report of "faultline review --format json"'],
    [{ baseline: 'no.json' }, 'there is no such file'],
    [{ baseline: 'orders.md' }, 'only .json files are read'],
    [{ baseline: '../a.json' }, 'outside the folders'],
    [{ detail: 'full', page: 7 }, 'There is no page 7.'],
  ];
  const check = async (call: Call, input: object, says: string) => {
    const { result } = await call({ path: 'orders.md', ...input });
    expect(property(result, 'isError'), says).toBe(true);
    expect(textOf(result)).toContain(says);
    expect(textOf(result)).toMatch(/^[^\n]{10,800}$/);
  };
  await inFolder(files, async (call) => {
    for (const [input, says] of bad) await check(call, input, says);
  });
  await inFolder({ ...files, '.faultline.yaml': 'weights: { orderin: 1 }' }, (call) =>
    check(call, {}, '.faultline.yaml: weights: no criterion "orderin". Nearest: ordering'),
  );
  await inFolder({ ...files, '.faultline.yaml': 'weight: {}' }, (call) =>
    check(call, {}, 'Unrecognized key: "weight"'),
  );
});

test('answers stay within their tokens on 20 KB and on 200 KB', async () => {
  const tokens = (value: unknown) => encode(typeof value === 'string' ? value : JSON.stringify(value)).length;
  await inFolder({ 'a.md': designOf(20_000), 'b.md': designOf(200_000) }, async (call) => {
    for (const path of ['a.md', 'b.md']) {
      expect(tokens(textOf((await call({ path })).result))).toBeLessThan(1500);
      const quotes: string[] = [];
      for (let page = 1; page < 20; page += 1) {
        const { result } = await call({ path, detail: 'full', page });
        if (property(result, 'isError') === true) break;
        expect(tokens(textOf(result))).toBeLessThan(8000);
        expect(tokens(property(result, 'structuredContent'))).toBeLessThan(8000);
        quotes.push(
          ...reportOf({ result: result ?? {} }).verdicts.flatMap(({ evidence }) => evidence.map(({ quote }) => quote)),
        );
      }
      expect(quotes.length).toBeGreaterThan(25);
    }
  });
});
