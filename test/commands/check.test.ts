import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMPLETE } from '../deliverables/filled.ts';
import { folderWith } from '../helpers/folders.ts';
import { runHere } from '../helpers/here.ts';
import { runCommand } from '../helpers/run.ts';
import { officialErrors } from '../render/sarif-official.ts';

const read = (path: string) => readFile(path, 'utf8');
const SOUND = {
  'docs/designs/inventory.md': await read('examples/inventory-sync.md'),
  'docs/designs/inventory.model.yaml': await read('examples/inventory-sync.model.yaml'),
};
const BROKEN = {
  'docs/designs/shop.md': await read('examples/shop-shared-database.md'),
  'docs/designs/shop.model.yaml': await read('examples/shop-shared-database.model.yaml'),
};
const CONFIG = { '.faultline.yaml': 'designs: ["docs/designs/*.md"]\n' };

interface Printed {
  readonly passed: boolean;
  readonly reasons: readonly string[];
  readonly designs: readonly {
    readonly name: string;
    readonly modelled: boolean;
    readonly findings: readonly object[];
    readonly failures: readonly object[];
  }[];
  readonly stale: readonly { readonly file: string; readonly why: string }[];
  readonly waivers: readonly string[];
}

async function check(cwd: string, ...args: string[]): Promise<Printed & { code: number | null }> {
  const { code, out, err } = await runHere(['check', '--format', 'json', ...args], cwd);
  if (out === '') throw new Error(err);
  return { ...(JSON.parse(out) as Printed), code };
}

describe('faultline check', () => {
  test('passes what nothing is held against', async () => {
    const outcome = await check(await folderWith({ ...SOUND, ...CONFIG }));
    expect(outcome).toMatchObject({ code: 0, passed: true, reasons: [], stale: [], waivers: [] });
    expect(outcome.designs.map(({ name, modelled }) => [name, modelled])).toEqual([
      ['docs/designs/inventory.md', true],
    ]);
  });

  test('the built program says the same to the byte', async () => {
    const cwd = await folderWith({ ...SOUND, ...BROKEN, ...CONFIG });
    expect(await runCommand(['check'], cwd)).toEqual(await runHere(['check'], cwd));
  });

  test('tells of review, model and failures in one summary, and ends with one code', async () => {
    const cwd = await folderWith({ ...SOUND, ...BROKEN, ...CONFIG });
    const outcome = await check(cwd);
    expect(outcome.code).toBe(1);
    expect(outcome.reasons).toEqual([
      expect.stringMatching(/^docs\/designs\/shop\.md: it violates private-store, /),
      'docs/designs/shop.md: 7 severe findings in its model',
      'docs/designs/shop.md: 3 properties violated by failures',
    ]);
    const { out, err } = await runHere(['check'], cwd);
    expect(out).toMatch(/^docs\/designs\/shop\.md +not-ready +\d+ +9 +8 findings +3 violated$/m);
    expect(out).toMatch(/^ {2}docs\/designs\/shop\.md:26 {2}outbox\.dual-write {2}/m);
    expect(out).toContain('The check fails: 3 reasons.');
    expect(err.trim().split('\n')).toHaveLength(3);
  });

  test('fails by the gates that are asked for', async () => {
    const cwd = await folderWith({ ...SOUND, ...BROKEN, ...CONFIG });
    expect((await check(cwd, '--fail-on', 'stale')).code).toBe(0);
    expect((await check(cwd, '--fail-on', 'failures')).reasons).toEqual([
      'docs/designs/shop.md: 3 properties violated by failures',
    ]);
    expect((await check(cwd, 'docs/designs/inventory.md', '--fail-on', 'score<99')).code).toBe(1);
    await writeFile(join(cwd, '.faultline.yaml'), `${CONFIG['.faultline.yaml']}fail-on: [stale]\n`);
    expect((await check(cwd)).code).toBe(0);
    const unknown = await runHere(['check', '--fail-on', 'new'], cwd);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain(
      'No gate "new". Known: model, failures, stale, waivers, violated, readiness, score<N',
    );
  });

  test('takes a model for its design, and only the deliverables of what is named', async () => {
    const cwd = await folderWith({ ...SOUND, 'docs/lending.model.yaml': COMPLETE });
    await runHere(['fill', 'all', 'docs/lending.model.yaml', '-o', 'docs/lending'], cwd);
    await writeFile(join(cwd, 'docs/lending.model.yaml'), `${COMPLETE}\n# more\n`);
    const named = await check(cwd, 'docs/designs/inventory.model.yaml');
    expect(named.designs.map(({ name }) => name)).toEqual(['docs/designs/inventory.md']);
    expect(named).toMatchObject({ code: 0, stale: [] });
    await writeFile(join(cwd, '.faultline.yaml'), CONFIG['.faultline.yaml']);
    const all = await check(cwd);
    expect(all.code).toBe(1);
    expect(all.stale).toContainEqual({ file: 'docs/lending/contract-list.md', why: 'it is out of date' });
    await writeFile(join(cwd, 'docs/lending.model.yaml'), COMPLETE.slice(0, COMPLETE.indexOf('  reserve-by-message:')));
    expect((await check(cwd)).stale).toContainEqual({
      file: 'docs/lending/decision-reserve-by-message.md',
      why: 'its decision is no longer in the model; delete it',
    });
  });

  test('takes a folder for the designs in it', async () => {
    const cwd = await folderWith({ ...SOUND, 'docs/designs/deep/er.md': SOUND['docs/designs/inventory.md'] });
    const { designs } = await check(cwd, 'docs/');
    expect(designs.map(({ name }) => name)).toEqual(['docs/designs/deep/er.md', 'docs/designs/inventory.md']);
  });

  test('sees a deliverable whose source is gone, and takes none for a design', async () => {
    const cwd = await folderWith({ ...SOUND, ...CONFIG });
    const sources = Object.keys(SOUND);
    await runHere(['fill', 'contract-list', ...sources, '-o', 'docs/designs/contracts.md'], cwd);
    const fresh = await check(cwd);
    expect(fresh.designs.map(({ name }) => name)).toEqual(['docs/designs/inventory.md']);
    expect(fresh.stale).toEqual([]);
    const text = await readFile(join(cwd, 'docs/designs/contracts.md'), 'utf8');
    await writeFile(join(cwd, 'docs/designs/contracts.md'), `${text}\n<!-- keep -->\n`);
    expect((await check(cwd)).stale[0]?.why).toContain('opens <!-- keep -->; close it');
    await writeFile(join(cwd, 'docs/designs/contracts.md'), text.replace('"inventory.md"', '"gone.md"'));
    expect((await check(cwd)).stale).toEqual([
      { file: 'docs/designs/contracts.md', why: 'what it was filled from is gone: docs/designs/gone.md' },
    ]);
  });

  test('a waiver of the settings counts as used where it is used once, and is told of once it is over', async () => {
    const waivers = 'waivers: [{ criterion: private-store, reason: moves, until: 2027-03-31 }]\n';
    const cwd = await folderWith({ ...SOUND, ...BROKEN, '.faultline.yaml': `${CONFIG['.faultline.yaml']}${waivers}` });
    expect((await check(cwd, '--today', '2027-03-01')).waivers).toEqual([]);
    expect((await check(cwd, '--today', '2027-04-01')).waivers).toEqual([
      'The waiver of private-store in .faultline.yaml waives nothing: it expired after 2027-03-31.',
    ]);
    await writeFile(join(cwd, 'docs/designs/shop.md'), SOUND['docs/designs/inventory.md']);
    expect((await check(cwd, '--today', '2027-03-01', '--no-cache')).waivers).toHaveLength(1);
  });

  test('a model that cannot be read is named, and the other designs are still checked', async () => {
    const cwd = await folderWith({ ...SOUND, ...BROKEN, ...CONFIG, 'docs/designs/shop.model.yaml': 'services: [a]\n' });
    const { code, out, err } = await runHere(['check'], cwd);
    expect(code).toBe(2);
    expect(out).toContain('docs/designs/inventory.md');
    expect(err).toContain('shop.model.yaml');
  });

  test('names that hold the signs of a pattern are those files and folders', async () => {
    const files = {
      'a[1]/shop {x}.md': SOUND['docs/designs/inventory.md'],
      'a[1]/shop {x}.model.yaml': COMPLETE,
    };
    const cwd = await folderWith(files);
    for (const word of ['a[1]', 'a[1]/shop {x}.md', 'a[1]/shop {x}.model.yaml'])
      expect((await check(cwd, word)).designs).toMatchObject([{ name: 'a[1]/shop {x}.md', modelled: true }]);
    const { code, out } = await runHere(['review', 'a[1]', '--format', 'json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ design: { name: 'a[1]' } });
  });

  test.each([
    [['check'], 'no design is named: give files or patterns, or let `faultline init` find the designs.'],
    [['check', 'docs/*.txt'], 'docs/*.txt: no file matches it'],
    [['check', 'lonely.model.yaml'], 'there is no lonely.md beside it'],
  ])('%j is one line and 2', async (args, message) => {
    const { code, err } = await runHere(args, await folderWith({ 'lonely.model.yaml': COMPLETE }));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('formats', () => {
  test('SARIF is one valid log with the rules and places of all findings', async () => {
    const cwd = await folderWith({ ...SOUND, ...BROKEN, ...CONFIG });
    await runHere(['fill', 'contract-list', ...Object.keys(BROKEN), '-o', 'docs/contracts.md'], cwd);
    await writeFile(join(cwd, 'docs/designs/shop.md'), `${BROKEN['docs/designs/shop.md']}\nMore.\n`);
    const { out } = await runHere(['check', '--format', 'sarif'], cwd);
    expect(officialErrors(JSON.parse(out))).toEqual([]);
    const { runs } = JSON.parse(out) as {
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; locations: object[] }[];
      }[];
    };
    const [run] = runs;
    expect(runs).toHaveLength(1);
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    for (const { ruleId, ruleIndex, locations } of run?.results ?? []) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(locations).toHaveLength(1);
    }
    const found = new Set(run?.results.map(({ ruleId }) => ruleId));
    for (const id of ['private-store', 'outbox.dual-write', 'failure.once', 'deliverable.stale'])
      expect(found).toContain(id);
  });

  test('annotations and the job summary name all kinds of findings', async () => {
    const cwd = await folderWith({ ...BROKEN, ...CONFIG });
    const { out: github } = await runHere(['check', '--format', 'github'], cwd);
    expect(github).toMatch(/^::error file=docs\/designs\/shop\.md,line=26,title=outbox\.dual-write::/m);
    expect(github).toMatch(
      /^::error file=docs\/designs\/shop\.md,line=12,endLine=\d+,title=private-store \(violated\)::/m,
    );
    expect(
      github
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('::')),
    ).toEqual([]);
    const { out: markdown } = await runHere(['check', '--format', 'markdown'], cwd);
    expect(markdown).toMatch(/^\| docs\/designs\/shop\.md \| not-ready \|/m);
    expect(markdown).toContain('**The check fails: 3 reasons.**');
  });
});

describe('the cache', () => {
  const cached = { ...SOUND, ...BROKEN, '.faultline.yaml': `${CONFIG['.faultline.yaml']}cache: .cache.json\n` };

  test('gives the same answer, and is asked again where a design, its model or the settings change', async () => {
    const cwd = await folderWith(cached);
    const first = await check(cwd);
    const kept = await readFile(join(cwd, '.cache.json'), 'utf8');
    expect(await check(cwd)).toEqual(first);
    expect(await readFile(join(cwd, '.cache.json'), 'utf8')).toBe(kept);
    // What it holds is believed: so a changed entry shows that it was not worked out again.
    await writeFile(join(cwd, '.cache.json'), kept.replace('"modelled":true', '"modelled":false'));
    expect((await check(cwd)).designs[0]?.modelled).toBe(false);
    await writeFile(
      join(cwd, 'docs/designs/inventory.model.yaml'),
      `${SOUND['docs/designs/inventory.model.yaml']}\n# more\n`,
    );
    expect((await check(cwd)).designs[0]?.modelled).toBe(true);
  });

  test('is not written unless asked for, and forgets designs that are gone', async () => {
    const cwd = await folderWith({ ...SOUND, ...CONFIG });
    await check(cwd);
    await expect(readFile(join(cwd, '.cache.json'))).rejects.toThrow('ENOENT');
    await writeFile(join(cwd, '.faultline.yaml'), cached['.faultline.yaml']);
    await check(cwd);
    await writeFile(join(cwd, '.faultline.yaml'), 'designs: ["docs/**/other.md"]\ncache: .cache.json\n');
    await writeFile(join(cwd, 'docs/designs/other.md'), SOUND['docs/designs/inventory.md']);
    await check(cwd);
    const { designs } = JSON.parse(await readFile(join(cwd, '.cache.json'), 'utf8')) as { designs: object };
    expect(Object.keys(designs)).toEqual(['docs/designs/other.md']);
  });

  test.each(['', '{', '{"cache":2,"designs":{}}', '{"cache":1,"designs":{"docs/designs/inventory.md":{}}}'])(
    'that holds %j is made anew',
    async (text) => {
      const cwd = await folderWith({ ...cached, '.cache.json': text });
      expect((await check(cwd)).designs).toHaveLength(2);
      expect(JSON.parse(await readFile(join(cwd, '.cache.json'), 'utf8'))).toMatchObject({ cache: 1 });
    },
  );

  test('that a file of the repository names stays in it; a person may name any', async () => {
    const cwd = await folderWith({ ...SOUND, '.faultline.yaml': `${CONFIG['.faultline.yaml']}cache: ../cache.json\n` });
    const { code, err } = await runHere(['check'], cwd);
    expect(code).toBe(2);
    expect(err).toContain('it lies outside the folders that may be written in');
    const elsewhere = await folderWith({});
    expect((await runHere(['check', '--cache', join(elsewhere, 'c.json')], cwd)).code).toBe(0);
    expect(await readFile(join(elsewhere, 'c.json'), 'utf8')).toContain('"cache":1');
  });
});

describe('faultline init', () => {
  test('finds the designs, writes the settings, and check goes by them', async () => {
    const cwd = await folderWith({
      ...SOUND,
      ...BROKEN,
      'README.md': BROKEN['docs/designs/shop.md'],
      'docs/designs/lunch.md': '# Lunch\n\nWe meet at noon.\n',
      'docs/adr/0001-broker.md': SOUND['docs/designs/inventory.md'],
    });
    const { code, out } = await runHere(['init'], cwd);
    expect(code).toBe(0);
    for (const name of ['docs/designs/shop.md', 'docs/adr/0001-broker.md']) expect(out).toContain(`\n  ${name}\n`);
    expect(out).not.toContain('lunch');
    const settings = await readFile(join(cwd, '.faultline.yaml'), 'utf8');
    expect(settings).toContain('- docs/adr/0001-broker.md\n');
    const { designs } = await check(cwd);
    expect(designs.map(({ name }) => name)).toContain('docs/adr/0001-broker.md');
    const again = await runHere(['init'], cwd);
    expect(again).toMatchObject({ code: 2 });
    expect(again.err).toContain('.faultline.yaml: it is there already; edit it, or say --force.');
    expect((await runHere(['init', '--force'], cwd)).code).toBe(0);
  });

  test('says what to do where there is none', async () => {
    const { code, err } = await runHere(['init'], await folderWith({ 'docs/lunch.md': '# Lunch\n\nAt noon.\n' }));
    expect(code).toBe(2);
    expect(err).toContain('no design was found; write one with `faultline new NAME`');
  });
});
