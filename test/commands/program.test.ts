import { describe, expect, it } from 'vitest';
import { run } from '../../src/commands/program.ts';
import { plain } from '../../src/render/paint.ts';
import { Report } from '../../src/review/report.ts';
import { createReviewer } from '../../src/review/reviewer.ts';
import { folderWith } from '../helpers/folders.ts';
import { criterionPage } from '../helpers/pages.ts';

const DESIGN = `# Orders

The order service owns the orders database. It saves an order and then publishes OrderPlaced to Kafka.
The billing service reads the orders table of the order service directly.
`;

const WORKER = new URL('../../dist/review-worker.js', import.meta.url);

/** Runs a command line in this process, in a folder with these files; today is the last day of 2026. */
async function faultline(args: readonly string[], files: Record<string, string> = {}) {
  const cwd = await folderWith({ 'orders.md': DESIGN, ...files });
  let [out, err] = ['', ''];
  const io = {
    out: (text: string) => Promise.resolve(void (out += text)),
    err: (line: string) => Promise.resolve(void (err += `${line}\n`)),
    stdin: () => Promise.resolve(Buffer.from(DESIGN)),
    progress: () => undefined,
    paint: plain,
    cwd,
  };
  const host = {
    serve: () => Promise.resolve(7),
    reviewer: () => Promise.resolve(createReviewer(WORKER)),
    today: () => '2026-12-31',
    deadline: () => () => false,
  };
  const code = await run(args, '1.2.3', io, host);
  return { code, out, err };
}

const REVIEW = ['review', 'orders.md', '--format', 'json'];

describe('faultline review', () => {
  it('takes judgements, settings, an earlier report and a date', async () => {
    const files = {
      'j.json': JSON.stringify([{ criterion: 'replay', verdict: 'na', reason: 'nothing is kept' }]),
      'old.json': JSON.stringify({ score: 3, verdicts: [] }),
      'strict.yaml': 'waivers: [{ criterion: private-store, reason: x, until: 2026-12-30 }]\n',
    };
    const args = ['--judgements', 'j.json', '--baseline', 'old.json', '--config', 'strict.yaml'];
    const { code, out } = await faultline([...REVIEW, ...args, '--fail-on', 'new'], files);
    const report = Report.parse(JSON.parse(out));
    expect(code).toBe(1);
    expect(report.verdicts.find(({ criterion }) => criterion === 'replay')?.source).toBe('judgement');
    expect(report.changes?.score.was).toBe(3);
    expect(report.notices?.[0]?.message).toContain('it expired after 2026-12-30');
    const earlier = await faultline([...REVIEW, ...args, '--today', '2026-12-30'], files);
    expect(Report.parse(JSON.parse(earlier.out)).notices).toBeUndefined();
  });

  it('reads standard input, and prints nothing but the report', async () => {
    const { code, out, err } = await faultline(['review', '-']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('stdin  not-ready');
  });

  it.each([
    [['--fail-on', 'new'], 'add --baseline REPORT.json'],
    [['--fail-on', 'some'], 'Known: readiness'],
    [['--judgements', 'orders.md'], 'orders.md: not JSON'],
    [['--judgements', 'no.json'], 'no.json: there is no such file.'],
    [['--judgements', 'old.json'], 'old.json: not a list of judgements'],
    [['--baseline', 'old.json'], 'old.json: not a report of "faultline review --format json": score'],
    [['--config', 'orders.md'], 'orders.md: '],
    [['--today', '2026-02-31x'], 'Write a date as YYYY-MM-DD.'],
  ])('%j is bad input', async (args, message) => {
    const { code, out, err } = await faultline([...REVIEW, ...args], { 'old.json': '{}' });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/^[^\n]+\n$/);
  });
});

describe('faultline guide', () => {
  it('opens a page, finds sections, and checks pages', async () => {
    expect((await faultline(['guide', 'criteria/ordering'])).out).toContain('## What counts');
    expect((await faultline(['guide', '--search', 'late duplicate'])).out).toContain('best first');
    expect((await faultline(['guide', '--no-builtin-skills', '--skills', 'nowhere'])).err).toContain(
      'nowhere is skipped',
    );
    const files = { 'own/cost.md': criterionPage('cost'), 'bad/a.md': '# A\n' };
    expect(await faultline(['guide', '--check', 'own'], files)).toEqual({
      code: 0,
      out: '2 examples on 1 pages: all as they say\n',
      err: '',
    });
    expect(await faultline(['guide', '--check', 'bad'], files)).toMatchObject({ code: 1 });
    expect(await faultline(['guide', '--check', 'nowhere'], files)).toMatchObject({ code: 2 });
    expect((await faultline(['guide', '--check'])).out).toMatch(/examples on 25 pages/);
  });
});

describe('faultline itself', () => {
  it('prints its help and its version, serves, and refuses what it does not know', async () => {
    expect((await faultline([])).out).toContain('Exit codes: 0 done');
    expect(await faultline(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    expect(await faultline(['serve', '--root', 'docs'])).toMatchObject({ code: 7 });
    expect(await faultline(['reviw'])).toMatchObject({ code: 2, out: '' });
  });
});
