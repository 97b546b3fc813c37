import { describe, expect, test } from 'vitest';
import { codeOf, sourceFiles, sourceImports, type Import } from './imports.ts';

const READING = ['files', 'document', 'library'];
const REVIEWING = [...READING, 'quote', 'model', 'explore', 'config', 'review', 'deliverables', 'check', 'render'];

/** What each part of src/ may import, beside itself, and why nothing else. */
const ARROWS: Record<string, { may: string[]; because: string }> = {
  files: { may: [], because: 'opening a file safely has nothing to do with what is in it' },
  document: { may: [], because: 'reading Markdown knows nothing of what is asked of it' },
  library: { may: ['files', 'document'], because: 'pages are served and read without any review' },
  quote: { may: ['document', 'library'], because: 'a quote is looked up in a text, whoever gives it' },
  model: {
    may: ['document', 'library', 'quote'],
    because: 'structure is read and checked whether or not the prose is reviewed',
  },
  explore: { may: ['library', 'model'], because: 'a search knows nothing of what it is asked for or shown by' },
  config: { may: ['files', 'library'], because: 'what a team has settled is read before anything is reviewed' },
  review: {
    may: ['files', 'document', 'library', 'quote', 'model', 'config'],
    because: 'criteria are held against a document, wherever it came from',
  },
  deliverables: {
    may: ['files', 'library', 'model', 'explore', 'config', 'review'],
    because: 'documents are filled from what was read, searched and reviewed, and know nothing of who asked for them',
  },
  check: {
    may: ['files', 'library', 'model', 'explore', 'config', 'review', 'deliverables'],
    because: 'what is found of a repository is a value, whoever asked for it and however it is shown',
  },
  render: {
    may: ['document', 'library', 'model', 'explore', 'review', 'check'],
    because: 'a report is a value first and a text last',
  },
  commands: { may: REVIEWING, because: 'the command line must not need the protocol' },
  tools: { may: REVIEWING, because: 'a tool is a thin cover over what the command line has too' },
  resources: {
    may: [...READING, 'model'],
    because: 'a resource is a page as it is, or the schema of what a client may write',
  },
  prompts: { may: READING, because: 'a prompt points to pages and tools by name' },
  stdio: { may: [], because: 'guarding a pipe needs to know nothing of what goes through it' },
  'server.ts': {
    may: [...REVIEWING, 'tools', 'resources', 'prompts'],
    because: 'it binds all of them to any transport',
  },
  'serve.ts': { may: [...REVIEWING, 'server.ts', 'stdio'], because: 'it puts the server on a pipe that it is given' },
  'cli.ts': {
    may: [...REVIEWING, 'commands', 'serve.ts'],
    because: 'it puts everything together and knows the process',
  },
};

/** The vocabulary's types are shared by the matcher, which stands to its left; only types may cross. */
const VOCABULARY_TYPES = (of: Import) =>
  of.from.startsWith('src/document/') && of.of === 'src/library/vocabulary.ts' && of.typeOnly;

const partOf = (path: string): string => path.split('/')[1] ?? '';

const show = ({ from, of }: Import): string => `${from} -> ${of}`;

describe('import arrows', () => {
  const imports = sourceImports();
  const local = imports.filter(({ of }) => of.startsWith('src/'));

  test('there are imports to look at', () => {
    expect(local.length).toBeGreaterThan(20);
  });

  test('every part of src/ has its arrows', () => {
    expect(
      sourceFiles()
        .map(partOf)
        .filter((part) => !(part in ARROWS)),
    ).toEqual([]);
  });

  test.each(Object.entries(ARROWS))('%s imports only what stands to its left', (part, { may, because }) => {
    const wrong = local.filter((one) => partOf(one.from) === part && ![part, ...may].includes(partOf(one.of)));
    expect(wrong.filter((one) => !VOCABULARY_TYPES(one)).map(show), because).toEqual([]);
  });

  test('imports stay inside src/, but for the version in package.json', () => {
    const outside = imports.filter(({ of }) => /\.(?:ts|js|mjs|json)$/.test(of) && !of.startsWith('src/'));
    expect(outside.map(show)).toEqual(['src/library/version.ts -> package.json']);
  });
});

/** Code that must not stand in src/, except where `only` says; with the reason. */
const BANS: { name: string; pattern: RegExp; only?: RegExp; because: string }[] = [
  {
    name: 'process',
    pattern: /(?<![-\w.'"`])process\s*[.[]/,
    only: /^src\/cli\.ts$/,
    because: 'only cli.ts knows the process',
  },
  { name: 'a console', pattern: /\bconsole\s*\./, because: 'standard output belongs to the protocol' },
  { name: 'code made from text', pattern: /\beval\s*\(|\bnew Function\b/, because: 'a page or a design is never run' },
  {
    name: 'a network call',
    pattern: /\bfetch\s*\(|\bnew (?:WebSocket|EventSource)\b/,
    because: 'nothing leaves the machine',
  },
  {
    name: 'randomness or a clock',
    pattern: /\bMath\.random\b|\bDate\.now\b|\bnew Date\b|\bperformance\.now\b/,
    only: /^src\/cli\.ts$/,
    because: 'same input, same bytes; cli.ts reads the date that waivers expire by, and hands it on as an input',
  },
  {
    name: 'all of zod',
    pattern: /import (?:type )?\{[^}]*\} from 'zod'/,
    because: 'only `import * as z` lets the bundle leave out the half of zod that is not used',
  },
  {
    name: 'a write to disk',
    pattern: /\b(?:writeFile|appendFile|createWriteStream|mkdir|mkdtemp|rename|unlink|rmdir|copyFile)(?:Sync)?\s*\(/,
    only: /^src\/files\/write\.ts$/,
    because: 'only what was asked for is written, whole or not at all, and inside the folders that may be written in',
  },
];

const MODULES: { modules: string[]; only?: string; because: string }[] = [
  { modules: ['node:child_process', 'node:cluster'], because: 'a text of a user must never reach a shell' },
  {
    modules: ['node:net', 'node:http', 'node:https', 'node:http2', 'node:tls', 'node:dgram', 'node:dns'],
    because: 'nothing leaves the machine',
  },
  { modules: ['node:vm', 'node:inspector', 'node:repl'], because: 'a page or a design is never run' },
  { modules: ['node:process'], only: 'src/cli.ts', because: 'only cli.ts knows the process' },
  {
    modules: ['gray-matter'],
    only: 'src/library/front-matter.ts',
    because: 'its default engines run code found in a file',
  },
];

describe('what the product does not do', () => {
  const imports = sourceImports();

  test.each(MODULES)('$modules: $because', ({ modules, only }) => {
    const wrong = imports.filter(({ from, of }) => modules.includes(of) && from !== only);
    expect(wrong.map(show)).toEqual([]);
  });

  test('built-in modules are named with node:, so that the lists above see them', () => {
    expect(imports.filter(({ of }) => /^(?:fs|net|https?|child_process|vm|process)$/.test(of)).map(show)).toEqual([]);
  });

  test.each(BANS)('no $name: $because', ({ pattern, only }) => {
    const wrong = sourceFiles().filter((file) => only?.test(file) !== true && pattern.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });
});
