import { describe, expect, test } from 'vitest';
import { plain } from '../../src/render/paint.ts';
import type { Io } from '../../src/commands/io.ts';
import { startProgress } from '../../src/commands/progress.ts';
import { reviewAll } from '../../src/commands/review-all.ts';
import { reviewCommand } from '../../src/commands/review.ts';
import { readSources } from '../../src/commands/sources.ts';
import { Report } from '../../src/review/report.ts';
import { parseGate } from '../../src/review/gate.ts';
import { createReviewer, ReviewProblem, type Reviewer } from '../../src/review/reviewer.ts';
import { folderWith } from '../helpers/folders.ts';
import { report, verdict } from '../review/reports.ts';

const WORKER = new URL('../../dist/review-worker.js', import.meta.url);

function stringIo(cwd: string, input = '') {
  const said = { out: '', err: '', progress: '' };
  const io: Io = {
    out: (text) => Promise.resolve(void (said.out += text)),
    err: (line) => Promise.resolve(void (said.err += `${line}\n`)),
    progress: (line) => void (said.progress += `${line}\n`),
    stdin: () => Promise.resolve(Buffer.from(input)),
    paint: plain,
    cwd,
  };
  return { io, said };
}

/** Reviews by the first word of the text. */
const byWord = (closed: string[] = []): Reviewer => ({
  review: ({ name, text }) => {
    const word = text.trim();
    if (word === 'huge') return Promise.reject(new ReviewProblem(`${name}: too much.`));
    if (word === 'bug') return Promise.reject(new Error('a bug'));
    const verdicts = word === 'bad' ? [verdict({ verdict: 'violated', criterion: 'owner' })] : [];
    return Promise.resolve(report({ design: { name, sha256: '0'.repeat(64), lines: 1 }, verdicts }));
  },
  close: () => Promise.resolve(void closed.push('closed')),
});

describe('which files are meant', () => {
  const files = { 'a.md': 'a', 'docs/b.md': 'b', 'docs/[c].md': 'c', 'docs/c.md': 'd' };

  test('words in their order, patterns sorted, each file once', async () => {
    const { io } = stringIo(await folderWith(files), 'in');
    const { sources, several } = await readSources(['docs/*.md', 'a.md', './docs/b.md', '-', '-'], io);
    expect(sources.map(({ name }) => name)).toEqual(['docs/[c].md', 'docs/b.md', 'docs/c.md', 'a.md', 'stdin']);
    expect(several).toBe(true);
  });

  test('a pattern asks for several, whatever it finds; a file with such a name does not', async () => {
    const { io } = stringIo(await folderWith(files));
    expect((await readSources(['a*.md'], io)).several).toBe(true);
    const named = await readSources(['docs/[c].md'], io);
    expect(named).toEqual({ several: false, sources: [{ name: 'docs/[c].md', text: 'c' }] });
  });

  test('a pattern that finds nothing is a problem', async () => {
    const { io } = stringIo(await folderWith(files));
    await expect(readSources(['a.md', 'rfcs/*.md'], io)).rejects.toThrow('rfcs/*.md: no file matches it');
  });
});

describe('one call over several designs', () => {
  const run = async (files: Record<string, string>, gates: string[] = []) => {
    const { io, said } = stringIo(await folderWith(files));
    const closed: string[] = [];
    const given = { today: '2026-01-01' };
    const options = { format: 'json', gates: gates.map(parseGate), given } as const;
    const code = await reviewCommand(['*.md'], options, () => Promise.resolve(byWord(closed)), io);
    return { code, ...said, closed };
  };

  test('has one exit code, with a reason a design', async () => {
    const { code, out, err, closed } = await run({ 'a.md': 'bad', 'b.md': 'good', 'c.md': 'bad' }, ['violated']);
    expect(
      Report.array()
        .parse(JSON.parse(out))
        .map(({ design }) => design.name),
    ).toEqual(['a.md', 'b.md', 'c.md']);
    expect(err).toBe('a.md fails the gate: it violates owner\nc.md fails the gate: it violates owner\n');
    expect({ code, closed }).toEqual({ code: 1, closed: ['closed'] });
  });

  test('prints the others where one cannot be read within the limits, and ends with 2', async () => {
    const { code, out, err } = await run({ 'a.md': 'huge', 'b.md': 'good' });
    expect(JSON.parse(out)).toHaveLength(1);
    expect({ code, err }).toEqual({ code: 2, err: 'a.md: too much.\n' });
  });

  test('a bug is not a problem of the design', async () => {
    await expect(run({ 'a.md': 'bug' })).rejects.toThrow('a bug');
  });
});

test('the reports come in the order of the files, whichever worker is done first', async () => {
  const { io } = stringIo('/');
  const line = 'The order service owns the orders table and publishes OrderPlaced to Kafka.\n';
  const sources = [7000, 1, 500, 2, 1].map((lines, index) => ({ name: `${index}.md`, text: line.repeat(lines) }));
  const { reviews, problems } = await reviewAll(sources, () => Promise.resolve(createReviewer(WORKER)), io);
  expect(problems).toEqual([]);
  expect(reviews.map(({ report: { design }, text }) => [design.name, text.length])).toEqual(
    sources.map(({ name, text }) => [name, text.length]),
  );
});

test('progress waits for its time, then is one line that counts, and is wiped', async () => {
  const lines: string[] = [];
  const progress = startProgress(3, { progress: (line) => void lines.push(line) }, 10);
  progress.step();
  expect(lines).toEqual([]);
  while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  progress.step();
  progress.end();
  expect(lines).toEqual(['1 of 3 designs reviewed', '2 of 3 designs reviewed', '']);
});

test('work that is done in time shows no progress', () => {
  const lines: string[] = [];
  const progress = startProgress(1, { progress: (line) => void lines.push(line) });
  progress.step();
  progress.end();
  expect(lines).toEqual([]);
});
