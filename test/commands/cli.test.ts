import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/review/report.ts';
import { folderWith } from '../helpers/folders.ts';
import { CLI } from '../helpers/server.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command to its end, with its input on a pipe. */
async function faultline(
  args: readonly string[],
  options: { cwd?: string; input?: string | Buffer } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: options.cwd, stdio: 'pipe' });
  child.stdin.end(options.input ?? '');
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  return { code, out, err };
}

const DESIGN = `# Orders

The order service owns the orders database. It saves an order and then publishes OrderPlaced to Kafka.
The billing service reads the orders table of the order service directly.
`;

describe('faultline review', () => {
  it('prints the report for a person', async () => {
    const cwd = await folderWith({ 'docs/orders.md': DESIGN });
    const { code, out, err } = await faultline(['review', 'docs/orders.md'], { cwd });
    expect(out).toMatch(/^docs\/orders\.md {2}not-ready {2}score \d+\/100\n/);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('\u001B');
  });

  it('reads standard input with -, and gives the report as JSON', async () => {
    const { code, out } = await faultline(['review', '-', '--format', 'json'], { input: DESIGN });
    const report = Report.parse(JSON.parse(out));
    expect(report.design).toMatchObject({ name: 'stdin', lines: 5 });
    expect(report.verdicts).toHaveLength(25);
    expect(code).toBe(0);
  });

  it('gives the same bytes every time', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => faultline(['review', '-', '-f', 'json'], { input: DESIGN })));
    expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
  });

  it('fails a gate with 1, after the report, with the reason on standard error', async () => {
    const gates = ['--fail-on', 'violated', '--fail-on', 'score<99', '--fail-on', 'readiness'];
    const { code, out, err } = await faultline(['review', '-', ...gates], { input: DESIGN });
    expect(code).toBe(1);
    expect(out).toContain('What to write next');
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^faultline: stdin fails the gate: it violates .*private-store/),
      expect.stringMatching(/^faultline: stdin fails the gate: its score \d+ is below 99$/),
      'faultline: stdin fails the gate: it is not ready',
    ]);
  });

  it('says that a text is no design, and fails a gate with it', async () => {
    const { code, out } = await faultline(['review', '-', '--fail-on', 'violated'], { input: 'Dear diary,\n' });
    expect(out).toBe(
      'stdin: not assessed. This does not read like a design.\n' +
        'Submit the text of a design: it names the services, their data, and what passes between them.\n',
    );
    expect(code).toBe(1);
  });
});

describe('bad usage and bad input are one line that says what to do, and 2', () => {
  const files = {
    'latin1.md': Buffer.from('Stra\u00dfe', 'latin1').toString('binary'),
    'large.md': 'x'.repeat(1024 * 1024 + 1),
    'folder/a.txt': 'a',
  };

  it.each([
    [['review', 'nosuch.md'], 'nosuch.md: there is no such file.'],
    [['review', 'folder'], 'folder: it holds no Markdown; name a file'],
    [['review', 'large.md'], 'large.md: it is larger than 1 MiB; give a smaller part of it.'],
    [['review'], "missing required argument 'files' (see faultline --help)"],
    [['reviw', 'a.md'], "unknown command 'reviw' (Did you mean review?) (see faultline --help)"],
    [
      ['review', 'a.md', '--fail-on', 'bad'],
      'No gate "bad". Known: readiness, violated, new, score<N (N from 1 to 100)',
    ],
    [
      ['review', 'a.md', '--format', 'pdf'],
      'Allowed choices are text, json, markdown, sarif, junit, github, html. (see faultline --help)',
    ],
    [['guide', 'criteria/orderin'], 'No page "criteria/orderin". Nearest: "criteria/ordering"'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await faultline(args, { cwd: await folderWith(files) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/^faultline: [^\n]+\n$/);
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x23, 0x20, 0xff, 0xfe]), 'it is not valid UTF-8'],
    ['NUL characters', Buffer.from('# A\0B'), 'it holds NUL characters'],
    ['more than 1 MiB', Buffer.alloc(1024 * 1024 + 1, 'x'), 'it is larger than 1 MiB'],
  ])('%s on standard input', async (_, input, message) => {
    const { code, out, err } = await faultline(['review', '-'], { input });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/^faultline: [^\n]+\n$/);
  });
});

describe('faultline guide', () => {
  it('lists the pages, opens one, and prints a section', async () => {
    const [index, page, section] = await Promise.all([
      faultline(['guide']),
      faultline(['guide', 'criteria/ordering']),
      faultline(['guide', 'distributed-systems-patterns', 'workflow/3']),
    ]);
    expect(index.out).toContain('criteria/ordering');
    expect(page.out).toContain('## What counts');
    expect(section.out).toContain('Choose interaction patterns');
    expect([index, page, section].map(({ code }) => code)).toEqual([0, 0, 0]);
  });

  it("serves a team's own skill beside ours, and names a broken one", async () => {
    const own = '---\nname: our-way\ndescription: How we do it.\n---\n\n# Our way\n\nAsk first.\n';
    const cwd = await folderWith({ 'skills/our-way/SKILL.md': own, 'skills/broken/SKILL.md': '---js\n---\n' });
    const { code, out, err } = await faultline(['guide', 'our-way', '--skills', 'skills'], { cwd });
    expect(out).toContain('Ask first.');
    expect(err).toMatch(/^faultline: skills[\\/]broken is skipped: [^\n]+\n$/);
    expect(code).toBe(0);
  });
});

describe('faultline itself', () => {
  it('prints its version and its help', async () => {
    const [version, help, review] = await Promise.all(
      [['--version'], ['--help'], ['review', '--help']].map((args) => faultline(args)),
    );
    expect(version?.out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(help?.out).toContain('Exit codes: 0 done, 1 a --fail-on gate failed, 2 bad usage or input, 70 a bug');
    expect(review?.out).toContain('--fail-on');
    expect([version?.code, help?.code, review?.code]).toEqual([0, 0, 0]);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [CLI, 'guide'], { stdio: 'pipe' });
    child.stdout.destroy();
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(await textOf(child.stderr)).toBe('');
    expect(await ended).toBe(0);
  });
});
