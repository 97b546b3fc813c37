import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/load.ts';
import { folderWith } from '../helpers/folders.ts';
import { criterionPage } from '../helpers/pages.ts';

const loaded = async (yaml: string, files: Record<string, string> = {}) =>
  loadSettings(await folderWith({ '.faultline.yaml': yaml, ...files }));

describe('settings', () => {
  it('are nothing where there is no file', async () => {
    expect(await loadSettings(await folderWith({}))).toBeUndefined();
  });

  it('have every part, or what stands for it', async () => {
    expect(await loaded('')).toEqual({
      name: '.faultline.yaml',
      weights: {},
      severities: {},
      disabled: [],
      waivers: [],
      criteria: [],
    });
    const yaml =
      'weights: { ordering: 3 }\nseverities:\n  replay: blocker\ndisabled: [driver]\nwaivers:\n' +
      '  - criterion: stuck\n    reason: later\n    by: ops\n    until: 2027-03-31\n    files: docs/**\n';
    expect(await loaded(yaml)).toMatchObject({
      weights: { ordering: 3 },
      severities: { replay: 'blocker' },
      disabled: ['driver'],
      waivers: [{ criterion: 'stuck', reason: 'later', by: 'ops', until: '2027-03-31', files: 'docs/**' }],
    });
  });

  it("bring a team's own pages, named by their file", async () => {
    const own = await loaded('criteria: ./quality/\n', {
      'quality/cost-limit.md': criterionPage('cost-limit'),
      'quality/README.md': '# About these\n',
    });
    expect(own?.criteria.map(({ page, examples }) => [page, examples.length])).toEqual([['quality/cost-limit.md', 2]]);
  });

  it('stand in another file, whose pages are beside it', async () => {
    const files = { 'ci/strict.yaml': 'criteria: own\n', 'ci/own/cost-limit.md': criterionPage('cost-limit') };
    const settings = await loadSettings(await folderWith(files), 'ci/strict.yaml');
    expect(settings).toMatchObject({ name: 'ci/strict.yaml', criteria: [{ page: 'own/cost-limit.md' }] });
  });
});

describe('settings that are not right are one line that names the file and the key', () => {
  it.each([
    ['weigths: { a: 1 }', 'Unrecognized key: "weigths"'],
    ['weights: { ordering: 11 }', 'weights.ordering: Too big'],
    ['severities: { ordering: fatal }', 'severities.ordering: '],
    ['waivers: [{ criterion: ordering }]', 'waivers.0.reason: '],
    ['waivers: [{ criterion: ordering, reason: " " }]', 'waivers.0.reason: '],
    ['waivers: [{ criterion: ordering, reason: x, until: tomorrow }]', 'waivers.0.until: Invalid ISO date'],
    ['waivers: [{ criterion: ordering, reason: x, until: 2027-02-30 }]', 'waivers.0.until: Invalid ISO date'],
    ['- a\n- b', 'it is not a mapping of keys to values'],
    ['a: &x 1\nb: *x', 'anchors are not read'],
    ['a: [', ''],
    ['criteria: nowhere', 'criteria: there is no folder "nowhere"'],
    ['criteria: ..', 'criteria: ".." lies outside'],
    ['criteria: /etc', 'criteria: "/etc" lies outside'],
    [`disabled: [${'a, '.repeat(200_000)}]`, 'it is larger than 256 KiB'],
  ])('%.60s', async (yaml, message) => {
    const error: unknown = await loaded(yaml).catch((reason: unknown) => reason);
    expect(error).toHaveProperty('message', expect.stringMatching(/^\.faultline\.yaml: [^\n]{5,300}$/));
    expect(error).toHaveProperty('message', expect.stringContaining(message));
  });

  it("a team's page that is not right", async () => {
    const broken = loaded('criteria: own', { 'own/a.md': '---\nid: b\n---\n' });
    await expect(broken).rejects.toThrow(/^own\/a\.md: title: [^\n]+$/);
    const other = loaded('criteria: own', { 'own/a.md': criterionPage('b') });
    await expect(other).rejects.toThrow('own/a.md: its id is "b"; it must equal the file\'s name');
  });

  it('a file that was named and is not there, and a link that leaves the folder', async () => {
    const folder = await folderWith({ 'a.txt': '' });
    await expect(loadSettings(folder, 'no.yaml')).rejects.toThrow('no.yaml: there is no such file.');
    const outside = await folderWith({ 'x.yaml': 'disabled: [driver]' });
    await symlink(join(outside, 'x.yaml'), join(folder, '.faultline.yaml'));
    await expect(loadSettings(folder)).rejects.toThrow('.faultline.yaml: it is a link that leaves its folder.');
  });
});
