import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/deliverables/template.ts';
import { folderWith } from '../helpers/folders.ts';
import { runHere } from '../helpers/here.ts';
import { COMPLETE } from '../deliverables/filled.ts';

const DESIGN = await readFile('examples/orders.md', 'utf8');
const MODEL = await readFile('examples/orders.model.yaml', 'utf8');
const FILES = { 'docs/orders.md': DESIGN, 'docs/orders.model.yaml': MODEL, 'lending.model.yaml': COMPLETE };
const ORDERS = ['docs/orders.md', 'docs/orders.model.yaml'];

const fill = (cwd: string, ...args: string[]) => runHere(['fill', ...args], cwd);
const read = (cwd: string, path: string) => readFile(join(cwd, path), 'utf8');

describe('printed', () => {
  test('a deliverable is Markdown with links to the lines behind it', async () => {
    const { code, out, err } = await fill(await folderWith(FILES), 'contract-list', ...ORDERS);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('# Contract list: Taking and paying orders');
    expect(out).toContain('[`order.placed`](docs/orders.md?plain=1#L27)');
    expect(out).toContain('- contracts, met: ');
    expect(out).toMatch(/## Open questions\n\n- `[\w.-]+` \(.+\) is _not stated_: .+\?/);
  });

  test('from a design alone it has its quotes, and from standard input no links', async () => {
    const { code, out } = await runHere(['fill', 'consistency-decisions', '-'], await folderWith({}), DESIGN);
    expect(code).toBe(0);
    expect(out).toContain('- expectation, met: ');
    expect(out).toContain('authoritative for stock. (line 19)');
    expect(out).not.toContain('](');
  });

  test('a decision record is about the decision that is named', async () => {
    const cwd = await folderWith(FILES);
    const { out } = await fill(cwd, 'decision-record', 'lending.model.yaml', '--decision', 'reserve-by-message');
    expect(out).toMatch(/^# Decision: \[A reservation by message\]\(lending\.model\.yaml#L\d+\)$/m);
    const unknown = await fill(cwd, 'decision-record', 'lending.model.yaml', '--decision', 'nosuch');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('it has: three-services, reserve-by-message');
  });
});

describe('written', () => {
  test('all kinds have an index, link to the design from where they stand, and say how much is open', async () => {
    const cwd = await folderWith(FILES);
    const { code, out, err } = await fill(cwd, 'all', 'lending.model.yaml', '-o', 'docs/lending');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err.split('\n')).toContain('faultline: written docs/lending/README.md');
    expect((await readdir(join(cwd, 'docs/lending'))).toSorted()).toEqual(
      [
        'README.md',
        ...KINDS.filter((kind) => kind !== 'decision-record').map((kind) => `${kind}.md`),
        'decision-reserve-by-message.md',
        'decision-three-services.md',
      ].toSorted(),
    );
    const index = await read(cwd, 'docs/lending/README.md');
    expect(index).toContain('[Decision record: three-services](decision-three-services.md)');
    expect(await read(cwd, 'docs/lending/contract-list.md')).toContain('](../../lending.model.yaml#L');
  });

  test('twice gives the same bytes and says so', async () => {
    const cwd = await folderWith(FILES);
    await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out');
    const before = await read(cwd, 'out/contract-list.md');
    const { err } = await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out');
    expect(err).toMatch(/^faultline: unchanged out\/contract-list\.md, \d+ open questions\n$/);
    expect(await read(cwd, 'out/contract-list.md')).toBe(before);
    expect(await readdir(join(cwd, 'out'))).toEqual(['contract-list.md']);
  });

  test('into a file that is named', async () => {
    const cwd = await folderWith(FILES);
    await fill(cwd, 'contract-list', ...ORDERS, '-o', 'docs/contracts.md');
    expect(await read(cwd, 'docs/contracts.md')).toContain('](orders.md?plain=1#L27)');
  });

  test('never over what Faultline did not write, unless told', async () => {
    const cwd = await folderWith({ ...FILES, 'out/contract-list.md': 'Ours.\n', 'out/README.md': 'Ours too.\n' });
    const refused = await fill(cwd, 'all', ...ORDERS, '-o', 'out');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('out/README.md: Faultline did not write it; name another path, or say --force');
    expect(await readdir(join(cwd, 'out'))).toEqual(['README.md', 'contract-list.md']);
    expect(await read(cwd, 'out/contract-list.md')).toBe('Ours.\n');
    expect((await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out', '--force')).code).toBe(0);
    expect(await read(cwd, 'out/contract-list.md')).toContain('# Contract list');
  });

  test('never over what somebody changed by hand, unless told', async () => {
    const cwd = await folderWith(FILES);
    await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out');
    const changed = (await read(cwd, 'out/contract-list.md')).replace('# Contract list', '# Our contracts');
    await writeFile(join(cwd, 'out/contract-list.md'), changed);
    const refused = await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(
      'it was changed by hand; put what is to stay between <!-- keep --> and <!-- /keep -->',
    );
    expect(await read(cwd, 'out/contract-list.md')).toBe(changed);
    expect((await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out', '--force')).code).toBe(0);
    expect(await read(cwd, 'out/contract-list.md')).not.toContain('# Our contracts');
  });

  test('what a team keeps stays in its section, whatever is filled around it', async () => {
    const cwd = await folderWith(FILES);
    await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out');
    const kept = '<!-- keep -->\n\nAsk the shop team.\n\n\n```md\n## no heading\n```\n\n<!-- /keep -->';
    const text = await read(cwd, 'out/contract-list.md');
    await writeFile(
      join(cwd, 'out/contract-list.md'),
      text.replace('\n## How they change', `\n${kept}\n\n## How they change`),
    );
    await writeFile(join(cwd, 'docs/orders.model.yaml'), MODEL.replace('kind: event', 'kind: command'));
    expect((await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out')).err).toContain('written');
    const after = await read(cwd, 'out/contract-list.md');
    expect(after).toContain(`${kept}\n\n## How they change`);
    expect(after).toContain('command');
    expect((await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out')).err).toContain('unchanged');
    await writeFile(join(cwd, 'out/contract-list.md'), after.replace('<!-- /keep -->', ''));
    expect((await fill(cwd, 'contract-list', ...ORDERS, '-o', 'out')).err).toContain('opens <!-- keep -->; close it');
  });

  test('of a section that is gone it stays at the end', async () => {
    const cwd = await folderWith(FILES);
    await fill(cwd, 'reconciliation-and-compensation', ...ORDERS, '-o', 'out');
    const file = 'out/reconciliation-and-compensation.md';
    const kept = '<!-- keep -->\nOurs.\n<!-- /keep -->';
    await writeFile(
      join(cwd, file),
      (await read(cwd, file)).replace('## Copies that must', `${kept}\n\n## Copies that must`),
    );
    await writeFile(
      join(cwd, 'docs/orders.model.yaml'),
      MODEL.replace('\n  order:\n    style', '\n  purchase:\n    style'),
    );
    await fill(cwd, 'reconciliation-and-compensation', ...ORDERS, '-o', 'out');
    expect((await read(cwd, file)).trimEnd().endsWith(kept)).toBe(true);
  });

  test.each([
    ['../out', 'it lies outside the folders that may be written in'],
    ['link/out', 'it lies outside the folders that may be written in'],
    ['/etc/out', 'it lies outside the folders that may be written in'],
  ])('not to %s', async (out, message) => {
    const cwd = await folderWith(FILES);
    await symlink('/tmp', join(cwd, 'link'));
    const { code, err } = await fill(cwd, 'contract-list', ...ORDERS, '-o', out);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('not through a link, nor over a folder', async () => {
    const cwd = await folderWith({ ...FILES, 'real.md': 'Ours.\n' });
    await symlink(join(cwd, 'real.md'), join(cwd, 'link.md'));
    await mkdir(join(cwd, 'folder.md'));
    expect((await fill(cwd, 'contract-list', ...ORDERS, '-o', 'link.md', '--force')).err).toContain(
      'it is no regular file',
    );
    expect((await fill(cwd, 'contract-list', ...ORDERS, '-o', 'folder.md')).err).toContain('it is a folder');
    expect(await read(cwd, 'real.md')).toBe('Ours.\n');
  });
});

describe('--check', () => {
  test('says which deliverables are out of date, and why', async () => {
    const cwd = await folderWith(FILES);
    const check = async () => {
      const { code, err } = await fill(cwd, 'all', ...ORDERS, '-o', 'out', '--check');
      return { code, lines: err.split('\n').filter(Boolean) };
    };
    expect((await check()).lines[0]).toBe('faultline: out/README.md: it is missing');
    await fill(cwd, 'all', ...ORDERS, '-o', 'out');
    expect(await check()).toEqual({ code: 0, lines: [] });
    await writeFile(join(cwd, 'out/contract-list.md'), `${await read(cwd, 'out/contract-list.md')}\nMore.\n`);
    expect(await check()).toEqual({
      code: 1,
      lines: [
        'faultline: out/contract-list.md: it was changed by hand',
        'faultline: 1 out of date: run the same command without --check',
      ],
    });
    await writeFile(join(cwd, 'docs/orders.md'), `${DESIGN}\nMore.\n`);
    const { code, lines } = await check();
    expect(code).toBe(1);
    expect(lines).toContain('faultline: out/stuck-and-replay-signals.md: it is out of date');
  });

  test('survives a checkout that turns the ends of lines into CRLF', async () => {
    const cwd = await folderWith(FILES);
    await fill(cwd, 'contract-list', 'lending.model.yaml', '-o', 'out');
    await writeFile(
      join(cwd, 'out/contract-list.md'),
      (await read(cwd, 'out/contract-list.md')).replaceAll('\n', '\r\n'),
    );
    expect((await fill(cwd, 'contract-list', 'lending.model.yaml', '-o', 'out', '--check')).code).toBe(0);
  });
});

describe('templates of a team', () => {
  const own = '---\nid: contract-list\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours\n\n{{ services }}\n';

  test.each([
    ['named on the command line', ['--templates', 'ours'], {}],
    ['named in .faultline.yaml', [], { '.faultline.yaml': 'templates: ours\n' }],
  ])('%s come before ours', async (_, args, more) => {
    const cwd = await folderWith({ ...FILES, ...more, 'ours/contract-list.md': own });
    const { out } = await fill(cwd, 'contract-list', 'lending.model.yaml', ...args);
    expect(out).toMatch(/^# Ours\n\n(?:\[`\w+`\]\(lending\.model\.yaml#L\d+\)(?:, )?){3}\n$/);
    expect((await fill(cwd, 'event-and-retry-flows', 'lending.model.yaml', ...args)).code).toBe(0);
  });

  test('in a folder outside are refused', async () => {
    const cwd = await folderWith({ ...FILES, '.faultline.yaml': 'templates: ../..\n' });
    expect((await fill(cwd, 'contract-list', 'lending.model.yaml')).err).toContain('templates: "../.." lies outside');
  });
});

test.each([
  [
    ['fill', 'contracts', 'lending.model.yaml'],
    'there is no deliverable "contracts"; there are: all, service-ownership-map',
  ],
  [['fill', 'all', 'nosuch.yaml'], 'nosuch.yaml: there is no such file.'],
  [['fill', 'all', 'lending.model.yaml', '--check'], '--check needs -o'],
  [
    ['fill', 'all', 'lending.model.yaml', '-o', 'out.md'],
    'out.md is one file, and there are 10 documents; name a folder',
  ],
  [['fill', 'decision-record', 'docs/orders.md'], 'a decision record needs a decision'],
])('%j is one line and 2', async (args, message) => {
  const { code, out, err } = await runHere(args, await folderWith(FILES));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toMatch(/^faultline: [^\n]+\n$/);
});

test('a folder of deliverables is reviewed as one design, each quote with its own file and line', async () => {
  const cwd = await folderWith(FILES);
  await fill(cwd, 'all', 'lending.model.yaml', '-o', 'out');
  const { code, out } = await runHere(['review', 'out', '--format', 'json', '--fail-on', 'score<100'], cwd);
  expect(code).toBe(0);
  const report = JSON.parse(out) as {
    score: number;
    readiness: string;
    design: { name: string; files: { name: string; line: number }[] };
  };
  expect([report.score, report.readiness, report.design.name]).toEqual([100, 'ready', 'out']);
  expect(report.design.files.map(({ name }) => name)).toContain('out/contract-list.md');
  const { out: text } = await runHere(['review', 'out'], cwd);
  const [, file = '', line = ''] = /contracts \((out\/[\w-]+\.md):(\d+)/.exec(text) ?? [];
  expect((await read(cwd, file)).split('\n')[Number(line) - 1]?.trim()).not.toBe('');
});
