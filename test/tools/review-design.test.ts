import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Report } from '../../src/review/report.ts';
import { property, textOf, withServer, type RawServer, type Reply } from '../helpers/server.ts';

const call = (server: RawServer, input: object): Promise<Reply> =>
  server.ask('tools/call', { name: 'review_design', arguments: input });

test('a path and its text give the same report, whole and short', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'faultline-'));
  const text = '# Orders\n\nThe order service stores orders in Postgres, then publishes OrderPlaced to Kafka.\n';
  await writeFile(join(dir, 'orders.md'), text);
  await withServer(
    async (server) => {
      await server.initialize();
      const path = join(dir, 'orders.md');
      const replies = [
        await call(server, { path }),
        await call(server, { text, name: 'orders.md' }),
        await call(server, { path, detail: 'full' }),
      ];
      const reports = replies.map(({ result }) => Report.parse(property(result, 'structuredContent')));
      expect(reports[1]).toEqual(reports[0]);
      expect(reports[2]?.verdicts.map(({ verdict }) => verdict)).toEqual(
        reports[0]?.verdicts.map(({ verdict }) => verdict),
      );
      expect(reports[0]?.design).toMatchObject({ name: 'orders.md' });
      for (const { result } of replies) expect(textOf(result)).toContain(String(reports[0]?.readiness));
    },
    ['--root', dir],
  );
  await rm(dir, { recursive: true });
});

const BAD: { name: string; input: object; says: string }[] = [
  { name: 'neither', input: {}, says: 'Pass path' },
  { name: 'both', input: { path: 'a.md', text: 'x' }, says: 'Both' },
  { name: 'outside', input: { path: '/etc/hosts.md' }, says: 'outside' },
  { name: 'missing', input: { path: 'no-such-file.md' }, says: 'no such file' },
  { name: 'a folder', input: { path: 'src' }, says: 'only .md' },
  { name: 'binary text', input: { text: 'a\0b' }, says: 'NUL' },
  { name: 'a text over 1 MiB', input: { text: 'é'.repeat(600 * 1024) }, says: '1 MiB' },
  { name: 'another detail', input: { text: 'x', detail: 'all' }, says: 'detail' },
  { name: 'an unknown argument', input: { text: 'x', file: 'y' }, says: 'file' },
];

test('bad input is answered with one line that says what to do', async () => {
  await withServer(async (server) => {
    await server.initialize();
    for (const { name, input, says } of BAD) {
      const { result } = await call(server, input);
      expect(property(result, 'isError'), name).toBe(true);
      expect(textOf(result), name).toContain(says);
      expect(textOf(result), name).toMatch(/^[^\n]{10,800}$/);
    }
  });
});

test('an empty text and one that is no design get a report, not an error', async () => {
  await withServer(async (server) => {
    await server.initialize();
    for (const text of ['', 'Buy milk.', '\n\n\n']) {
      const { result } = await call(server, { text });
      expect(property(result, 'structuredContent')).toMatchObject({ readiness: 'not-assessed' });
    }
  });
});

test('a lone surrogate and hidden characters in a design come back as valid text', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const text = '# A\ud83d service \u202E\u200B\n\nThe A service calls the B service over HTTP.\n';
    const { result } = await call(server, { text, detail: 'full' });
    expect(JSON.stringify(result)).not.toMatch(/\\ud[89a-f]/);
  });
});
