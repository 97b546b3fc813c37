import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/review/report.ts';
import { folderWith } from '../helpers/folders.ts';
import { criterionPage } from '../helpers/pages.ts';
import { runCommand } from '../helpers/run.ts';

const DESIGN = `# Orders

The order service owns the orders database. It saves an order and then publishes OrderPlaced to Kafka.
The billing service reads the orders table of the order service directly.
`;

/** Reviews the design of a folder and gives the report, with the exit code. */
async function reviewIn(cwd: string, args: readonly string[] = []) {
  const { code, out, err } = await runCommand(['review', 'docs/orders.md', '--format', 'json', ...args], cwd);
  return { code, err, report: Report.parse(JSON.parse(out)) };
}

const verdictIn = (report: Report, id: string) => report.verdicts.find(({ criterion }) => criterion === id);

describe('--judgements', () => {
  it('takes those whose quotes are found, and prints why another was refused', async () => {
    const judgements = [
      { criterion: 'replay', verdict: 'na', reason: 'nothing is kept' },
      { criterion: 'stuck', verdict: 'met', quotes: ['An alert fires when Kafka lags'] },
      { criterion: 'owner', verdict: 'met', quotes: ['The order service  owns the orders database.'] },
    ];
    const cwd = await folderWith({ 'docs/orders.md': DESIGN, 'j.json': JSON.stringify({ judgements }) });
    const { code, report } = await reviewIn(cwd, ['--judgements', 'j.json']);
    expect(code).toBe(0);
    expect(['replay', 'stuck', 'owner'].map((id) => verdictIn(report, id)?.source)).toEqual([
      'judgement',
      'text',
      'judgement',
    ]);
    expect(report.notices).toHaveLength(1);
    const { out } = await runCommand(['review', 'docs/orders.md', '--judgements', 'j.json'], cwd);
    expect(out).toContain('owner (judged');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Judgement of stuck refused: the quote "An alert fires when Kafka lags"',
    );
  });

  it.each([
    ['{"a":', 'j.json: not JSON ('],
    ['{"a": 1}', 'j.json: not a list of judgements: '],
    ['[{"criterion": "replay", "verdict": "good"}]', 'j.json: not a list of judgements: 0.verdict: '],
    ['[{"criterion": "replay", "verdict": "na", "quote": "x"}]', 'Unrecognized key: "quote"'],
  ])('%s is bad input', async (text, message) => {
    const cwd = await folderWith({ 'docs/orders.md': DESIGN, 'j.json': text });
    const { code, out, err } = await runCommand(['review', 'docs/orders.md', '--judgements', 'j.json'], cwd);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/^faultline: [^\n]+\n$/);
  });
});

describe('--baseline and --fail-on new', () => {
  it('shows what changed, and fails only on what is new', async () => {
    const cwd = await folderWith({
      'docs/orders.md': DESIGN,
      'docs/moved.md': `# Orders\n\nWe sell boots.\n\n${DESIGN.slice(10)}`,
      'docs/better.md': DESIGN.replace(/^The billing service.*$/m, ''),
    });
    const args = (file: string, baseline: string) => ['review', file, '--baseline', baseline, '--fail-on', 'new'];
    const reports = { 'docs/orders.md': 'bad.json', 'docs/better.md': 'good.json' };
    for (const [file, name] of Object.entries(reports))
      await writeFile(`${cwd}/${name}`, (await runCommand(['review', file, '--format', 'json'], cwd)).out);

    const same = await runCommand(args('docs/moved.md', 'bad.json'), cwd);
    expect([same.code, same.err]).toEqual([0, '']);
    expect(same.out).toMatch(/score \d+\/100 {2}\(was \d+, unchanged\)/);

    const better = await runCommand(args('docs/better.md', 'bad.json'), cwd);
    expect(better.code).toBe(0);
    expect(better.out).toContain('fixed private-store (violated ->');

    const worse = await runCommand(args('docs/orders.md', 'good.json'), cwd);
    expect(worse.code).toBe(1);
    expect(worse.out).toMatch(/new {3}private-store \(\w+ -> violated\)/);
    expect(worse.err).toMatch(/fails the gate: new since the baseline: .*private-store \(violated\)/);
  });

  it.each([
    [['--fail-on', 'new'], '--fail-on new needs an earlier report to compare with: add --baseline REPORT.json'],
    [['--baseline', 'no.json'], 'no.json: there is no such file.'],
    [['--baseline', 'docs/orders.md'], 'docs/orders.md: not JSON ('],
    [['--baseline', 'empty.json'], 'empty.json: not a report of "faultline review --format json": score: '],
  ])('%j is bad input', async (args, message) => {
    const cwd = await folderWith({ 'docs/orders.md': DESIGN, 'empty.json': '{}' });
    const { code, out, err } = await runCommand(['review', 'docs/orders.md', ...args], cwd);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('.faultline.yaml', () => {
  it('weighs, disables, waives, and adds the criteria of the team', async () => {
    const yaml = `weights: { owner: 0 }
severities: { private-store: minor }
disabled: [driver, alternative]
criteria: quality
waivers:
  - { criterion: private-store, reason: moves in Q3, by: ops, until: 2027-03-31, files: "docs/**" }
  - { criterion: ordering, reason: other design, files: "rfcs/**" }
  - { criterion: delivry, reason: typo }
`;
    const files = { 'docs/orders.md': DESIGN, '.faultline.yaml': yaml };
    const cwd = await folderWith({ ...files, 'quality/cost-limit.md': criterionPage('cost-limit') });
    const { report } = await reviewIn(cwd, ['--today', '2027-03-31']);
    const ids = report.verdicts.map(({ criterion }) => criterion);
    expect([ids.includes('driver'), ids.includes('cost-limit'), ids.length]).toEqual([false, true, 24]);
    expect(verdictIn(report, 'cost-limit')).toMatchObject({ verdict: 'missing', page: 'quality/cost-limit.md' });
    expect(verdictIn(report, 'private-store')).toMatchObject({
      verdict: 'violated',
      severity: 'minor',
      waiver: { reason: 'moves in Q3', by: 'ops', until: '2027-03-31' },
    });
    expect(report.notices).toEqual([
      {
        message: expect.stringMatching(
          /^The waiver of delivry in \.faultline\.yaml waives nothing: there is no such criterion\. Nearest: delivery, /,
        ),
        waiver: { criterion: 'delivry', expired: false },
      },
    ]);

    const { report: later } = await reviewIn(cwd, ['--today', '2027-04-01']);
    expect(verdictIn(later, 'private-store')?.waiver).toBeUndefined();
    expect(later.notices?.[0]?.message).toContain('it expired after 2027-03-31');
    const { out } = await runCommand(['review', 'docs/orders.md', '--today', '2027-03-31'], cwd);
    expect(out).toContain('w waived   private-store (violated)\n      moves in Q3 (ops, until 2027-03-31)\n');
  });

  it('expires by the date of the day where no date is given', async () => {
    const yaml = 'waivers: [{ criterion: private-store, reason: x, until: 2020-01-01 }]';
    const cwd = await folderWith({ 'docs/orders.md': DESIGN, '.faultline.yaml': yaml });
    expect((await reviewIn(cwd)).report.notices?.[0]?.message).toContain('it expired after 2020-01-01');
  });

  it('another file by --config, and only that one', async () => {
    const files = { '.faultline.yaml': 'disabled: [driver]', 'ci/all.yaml': 'disabled: [replay]' };
    const cwd = await folderWith({ 'docs/orders.md': DESIGN, ...files });
    const { report } = await reviewIn(cwd, ['--config', 'ci/all.yaml']);
    expect([verdictIn(report, 'driver') !== undefined, verdictIn(report, 'replay')]).toEqual([true, undefined]);
  });

  it.each([
    [
      { '.faultline.yaml': 'weights: { orderin: 2 }' },
      [],
      '.faultline.yaml: weights: no criterion "orderin". Nearest: ordering',
    ],
    [{ '.faultline.yaml': 'disabled: [x]' }, [], '.faultline.yaml: disabled: no criterion "x"'],
    [{ '.faultline.yaml': 'waiver: []' }, [], '.faultline.yaml: settings: Unrecognized key: "waiver"'],
    [
      { '.faultline.yaml': 'criteria: q', 'q/ordering.md': criterionPage('ordering') },
      [],
      'q/ordering.md: the id "ordering" is taken by one of ours; choose another',
    ],
    [
      {
        '.faultline.yaml': 'criteria: q',
        'q/cost.md': criterionPage('cost').replace('says: [limit]', 'says: [limits]'),
      },
      [],
      'q/cost.md: no concept "limits"',
    ],
    [{}, ['--config', 'no.yaml'], 'no.yaml: there is no such file.'],
    [{}, ['--today', 'tomorrow'], 'Write a date as YYYY-MM-DD.'],
  ])('%j %j is bad input', async (files, args, message) => {
    const cwd = await folderWith({ 'docs/orders.md': DESIGN, ...files });
    const { code, out, err } = await runCommand(['review', 'docs/orders.md', ...args], cwd);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/^faultline: [^\n]+\n$/);
  });
});

describe('faultline guide --check', () => {
  it("runs the examples of a team's pages, and names the wrong one by its line", async () => {
    const good = criterionPage('cost-limit');
    const cwd = await folderWith({
      'good/cost-limit.md': good,
      'bad/cost-limit.md': good.replace('md missing', 'md met'),
    });
    expect(await runCommand(['guide', '--check', 'good'], cwd)).toEqual({
      code: 0,
      out: '2 examples on 1 pages: all as they say\n',
      err: '',
    });
    const line = good.split('\n').indexOf('```md missing') + 2;
    expect(await runCommand(['guide', '--check', './bad/'], cwd)).toMatchObject({
      code: 1,
      out: `bad/cost-limit.md:${line}: the example is to be met; the review says missing\n2 examples on 1 pages: 1 wrong\n`,
    });
  });

  it('names every page that cannot be read, or that shows nothing', async () => {
    const good = criterionPage('empty');
    const cwd = await folderWith({
      'own/a.md': '# no front matter\n',
      'own/b.md': '---js\n---\n',
      'own/c.md': criterionPage('c').replace('md met', 'md good'),
      'own/empty.md': good.slice(0, good.indexOf('## Passes')),
    });
    const { code, out } = await runCommand(['guide', '--check', 'own'], cwd);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^own\/a\.md: id: /),
      expect.stringMatching(/^own\/b\.md: front matter opens with "---js"/),
      expect.stringMatching(/^own\/c\.md:\d+: no verdict "good"/),
      expect.stringMatching(/^own\/empty\.md: it holds no example/),
      '0 examples on 4 pages: 4 wrong',
    ]);
  });

  it('runs ours without a folder; a folder that is not there is bad input', async () => {
    const cwd = await folderWith({});
    expect((await runCommand(['guide', '--check'], cwd)).out).toMatch(/\d{2,} examples on 25 pages: /);
    expect(await runCommand(['guide', '--check', 'nowhere'], cwd)).toEqual({
      code: 2,
      out: '',
      err: 'faultline: nowhere: there is no such file.\n',
    });
  });
});
