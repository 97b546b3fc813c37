import { expect, test } from 'vitest';
import * as z from 'zod';
import { textOf } from './files.ts';
import { sourceImports } from './imports.ts';

const page = textOf('CONTRIBUTING.md');
const table = page.split(/^## /m).find((part) => part.startsWith('Dependencies')) ?? '';
const listed = [...table.matchAll(/^\|[^|]*\|([^|]*)\|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);

const { devDependencies } = z
  .object({ devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')));

test('every package that the source imports has its reason in CONTRIBUTING.md', () => {
  const used = new Set(sourceImports().map(({ of }) => of));
  const packages = [...used].filter((name) => !/^node:|\.(?:ts|json)$/.test(name));
  expect(packages.filter((name) => !listed.includes(name) && !listed.includes(`@types/${name}`))).toEqual([]);
});

test('the table and package.json name the same packages', () => {
  expect(listed.toSorted()).toEqual(Object.keys(devDependencies).toSorted());
});

test('every dependency is pinned to one version', () => {
  expect(Object.entries(devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
    [],
  );
});

test('every script of package.json that the page names exists', () => {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));
  const named = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
