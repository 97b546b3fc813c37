import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/deliverables/template.ts';
import { COMPLETE } from '../deliverables/filled.ts';
import { folderWith } from '../helpers/folders.ts';
import { property, RawServer, textOf, withServer, type Reply } from '../helpers/server.ts';

const DESIGN = await readFile('examples/orders.md', 'utf8');
const MODEL = await readFile('examples/orders.model.yaml', 'utf8');

const call = (server: RawServer, input: object): Promise<Reply> =>
  server.ask('tools/call', { name: 'fill_deliverable', arguments: input });

/** Most tokens of an answer that is not written to a file. */
const CONCISE = 2500;

async function withRoot(files: Record<string, string>, use: (server: RawServer, root: string) => Promise<void>) {
  const root = await folderWith(files);
  const server = new RawServer(['--root', root], { cwd: root });
  try {
    await server.initialize();
    await use(server, root);
  } finally {
    await server.stop();
  }
  expect(server.noise).toEqual([]);
}

describe('an answer', () => {
  test.each(KINDS)('of %s is the document, in few tokens', async (kind) => {
    await withServer(async (server) => {
      await server.initialize();
      const { result } = await call(server, { kind, model: COMPLETE });
      expect(textOf(result)).toMatch(/^# .+/);
      expect(textOf(result)).not.toContain('_not stated_');
      expect(encode(textOf(result)).length).toBeLessThan(CONCISE);
    });
  });

  test.each([...KINDS.slice(0, 7), 'all'])(
    'of %s from a design and a model quotes the one and asks what the other lacks',
    async (kind) => {
      await withServer(async (server) => {
        await server.initialize();
        const text = textOf((await call(server, { kind, text: DESIGN, model: MODEL })).result);
        expect(text).toContain('_not stated_');
        expect(text).toMatch(/(?:In the words of the design|further lines are left out|Open questions)/);
        expect(encode(text).length).toBeLessThan(CONCISE);
      });
    },
  );

  test('of all kinds is the index, which says that nothing is written yet', async () => {
    await withServer(async (server) => {
      await server.initialize();
      const text = textOf((await call(server, { kind: 'all', model: COMPLETE })).result);
      expect(text).toContain('| [Contract list](contract-list.md) |');
      expect(text).toContain('Nothing is written yet: pass `output` (a folder) for the documents');
    });
  });

  test('of a design of fifty services stays small, and says how to have it whole', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `service-${at}`);
    const model = `services: { ${names.map((one) => `${one}: { owner: team }`).join(', ')} }\n`;
    await withServer(async (server) => {
      await server.initialize();
      const text = textOf((await call(server, { kind: 'service-ownership-map', model })).result);
      expect(encode(text).length).toBeLessThan(CONCISE);
      expect(text).toMatch(/\d+ further lines are left out; pass `output` \(a path\) to have it written whole/);
      expect(text).toMatch(/\d+ questions are open, first of all:\n\n- .+\? `[\w.-]+`\n/);
      expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
    });
  });
});

describe('a file', () => {
  const files = { 'docs/orders.md': DESIGN, 'docs/orders.model.yaml': MODEL };
  const paths = Object.keys(files);

  test('is written inside the root, and the answer has its path and the first questions in place of the text', async () => {
    await withRoot(files, async (server, root) => {
      const { result } = await call(server, { kind: 'all', paths, output: 'docs/deliverables' });
      const text = textOf(result);
      expect(text).toMatch(/^- written `docs\/deliverables\/README\.md`/);
      expect(text).toMatch(/\nAsk first:\n- .+\? `[\w.-]+`\n/);
      expect(encode(text).length).toBeLessThan(700);
      expect(await readFile(join(root, 'docs/deliverables/contract-list.md'), 'utf8')).toContain(
        '](../orders.md?plain=1#L27)',
      );
      expect(textOf((await call(server, { kind: 'all', paths, output: 'docs/deliverables' })).result)).toContain(
        '- unchanged `',
      );
    });
  });

  test('that somebody else wrote stays, unless the call says force', async () => {
    await withRoot({ ...files, 'out.md': 'Ours.\n' }, async (server, root) => {
      const { result } = await call(server, { kind: 'contract-list', paths, output: 'out.md' });
      expect(property(result, 'isError')).toBe(true);
      expect(textOf(result)).toContain('out.md: Faultline did not write it; name another path, or pass force');
      expect(await readFile(join(root, 'out.md'), 'utf8')).toBe('Ours.\n');
      await call(server, { kind: 'contract-list', paths, output: 'out.md', force: true });
      expect(await readFile(join(root, 'out.md'), 'utf8')).toContain('# Contract list');
    });
  });

  test('filled from a text says so, since it cannot be kept true', async () => {
    await withRoot(files, async (server, root) => {
      await call(server, { kind: 'contract-list', model: MODEL, text: DESIGN, output: 'out.md' });
      expect(await readFile(join(root, 'out.md'), 'utf8')).toMatch(/^<!-- faultline \{.*"from":\[\],"inline":true/);
    });
  });

  test('outside the root is refused, and a changed design shows in the next answer', async () => {
    await withRoot(files, async (server, root) => {
      const { result } = await call(server, { kind: 'all', paths, output: '../elsewhere' });
      expect(property(result, 'isError')).toBe(true);
      expect(textOf(result)).toContain('it lies outside the folders that may be written in');
      await call(server, { kind: 'contract-list', paths, output: 'out.md' });
      await writeFile(join(root, 'docs/orders.model.yaml'), MODEL.replace('kind: event', 'kind: command'));
      expect(textOf((await call(server, { kind: 'contract-list', paths, output: 'out.md' })).result)).toContain(
        '- written `out.md`',
      );
    });
  });
});

test.each([
  [
    { kind: 'contracts', model: COMPLETE },
    'there is no deliverable "contracts"; there are: all, service-ownership-map',
  ],
  [{ kind: 'all' }, 'Pass paths or text (a design), or model (YAML), or both.'],
  [{ kind: 'all', model: 'services: [a]' }, 'services'],
  [{ kind: 'all', model: COMPLETE, outpt: 'x' }, 'fill_deliverable cannot take these arguments'],
])('%j is refused with what to do', async (input, message) => {
  await withServer(async (server) => {
    await server.initialize();
    const { result } = await call(server, input);
    expect(property(result, 'isError')).toBe(true);
    expect(textOf(result)).toContain(message);
  });
});
