import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/load.ts';
import { parseDocument } from '../../src/document/index.ts';
import { loadCriteria } from '../../src/library/criteria.ts';
import { loadOwnCriteria } from '../../src/library/own-criteria.ts';
import { checkExamples } from '../../src/review/check-examples.ts';
import { loadKnowledge } from '../../src/review/knowledge.ts';
import { judge } from '../../src/review/review.ts';
import { folderWith } from '../helpers/folders.ts';
import { criterionPage } from '../helpers/pages.ts';

const knowledge = await loadKnowledge();

/** The rulebook that a team's file asks for. */
async function rulebookOf(yaml: string, pages: Record<string, string> = {}) {
  const folder = await folderWith({ '.faultline.yaml': yaml });
  await mkdir(join(folder, 'own'));
  for (const [path, text] of Object.entries(pages)) await writeFile(join(folder, 'own', path), text);
  return knowledge.rulebook(await loadSettings(folder));
}

describe('the rulebook of a team', () => {
  it('is ours without settings', () => {
    expect(knowledge.rulebook()).toBe(knowledge.rulebook());
    expect(knowledge.rulebook().criteria).toHaveLength(25);
  });

  it('has its weights and severities, names what is disabled, and adds its pages', async () => {
    const yaml = 'weights: { stuck: 0.5 }\nseverities: { stuck: minor }\ndisabled: [driver]\ncriteria: own\n';
    const { criteria, disabled } = await rulebookOf(yaml, { 'cost-limit.md': criterionPage('cost-limit') });
    const matters = new Map(criteria.map(({ matter }) => [matter.id, matter]));
    expect(matters.get('stuck')).toMatchObject({ weight: 0.5, severity: 'minor' });
    expect([[...disabled], matters.has('cost-limit'), matters.size]).toEqual([['driver'], true, 26]);
    expect(knowledge.rulebook().criteria.find(({ matter }) => matter.id === 'stuck')?.matter.weight).not.toBe(0.5);
  });

  it('reports nothing of what is disabled, and everything else as before', async () => {
    const document = await parseDocument(
      { name: 'orders.md', text: await readFile('examples/orders.md', 'utf8') },
      knowledge.vocabulary,
    );
    const without = judge(document, await rulebookOf('disabled: [driver]\n')).verdicts;
    const all = judge(document, knowledge.rulebook()).verdicts;
    expect(without).toEqual(all.filter(({ criterion }) => criterion !== 'driver'));
  });

  it.each([
    ['weights: { stuk: 1 }', {}, '.faultline.yaml: weights: no criterion "stuk". Nearest: stuck'],
    ['severities: { stuk: minor }', {}, '.faultline.yaml: severities: no criterion "stuk"'],
    ['disabled: [stuk]', {}, '.faultline.yaml: disabled: no criterion "stuk"'],
    ['criteria: own', { 'stuck.md': criterionPage('stuck') }, 'own/stuck.md: the id "stuck" is taken by one of ours'],
    ['criteria: own', { 'a.md': criterionPage('a', 'applies: [moon]\n') }, 'own/a.md: no fact "moon"'],
    ['criteria: own', { 'a.md': criterionPage('a', 'appliesWith: stuk\n') }, 'own/a.md: no criterion "stuk"'],
  ])('%s is refused', async (yaml, pages, message) => {
    await expect(rulebookOf(yaml, pages)).rejects.toThrow(message);
  });
});

describe('the examples of pages', () => {
  const ours = loadCriteria();
  const check = async (pages: Record<string, string>) => {
    const { criteria } = await loadOwnCriteria(await folderWith(pages), './own/');
    return checkExamples(await ours, criteria);
  };

  it('that get the verdicts they name are right', async () => {
    expect(await check({ 'cost.md': criterionPage('cost') })).toEqual({ examples: 2, wrong: [] });
  });

  it('that do not are named by their line; so is a page that cannot be compiled', async () => {
    expect(await check({ 'cost.md': criterionPage('cost').replace('md met', 'md violated') })).toEqual({
      examples: 2,
      wrong: ['own/cost.md:27: the example is to be violated; the review says met'],
    });
    const { wrong } = await check({ 'stuck.md': criterionPage('stuck') });
    expect(wrong).toEqual(['own/stuck.md: the id "stuck" is taken by one of ours; choose another']);
  });
});
