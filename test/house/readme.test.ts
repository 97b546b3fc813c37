import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { folderWith } from '../helpers/folders.ts';
import { CLI } from '../helpers/server.ts';

const README = readFileSync('README.md', 'utf8');
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

const Launch = z.object({ command: z.literal('npx'), args: z.array(z.string()) });

/** The block under a client's bold name, in its language. */
function blockOf(client: string): { language: string; text: string } {
  const found = new RegExp(`\\*\\*${client}\\*\\*[^\\n]*\\n+\`\`\`(\\w+)\\n([\\s\\S]*?)\`\`\``).exec(README);
  return { language: found?.[1] ?? 'none', text: found?.[2] ?? '' };
}

/** What each client would start, read the way the client reads its own configuration. */
const LAUNCHES: Record<string, () => unknown> = {
  'Claude Code': () => {
    const [, words = ''] = /^claude mcp add faultline -- npx (.+)$/m.exec(blockOf('Claude Code').text) ?? [];
    return { command: 'npx', args: words.split(' ') };
  },
  Codex: () => {
    const { text } = blockOf('Codex');
    expect(text).toContain('[mcp_servers.faultline]');
    const [, command = ''] = /^command = (".+")$/m.exec(text) ?? [];
    const [, args = ''] = /^args = (\[.+\])$/m.exec(text) ?? [];
    return { command: JSON.parse(command), args: JSON.parse(args) };
  },
  Cursor: () => jsonServer('Cursor', 'mcpServers'),
  'VS Code': () => jsonServer('VS Code', 'servers'),
  'Gemini CLI': () => jsonServer('Gemini CLI', 'mcpServers'),
  'Claude Desktop': () => jsonServer('Claude Desktop', 'mcpServers'),
};

function jsonServer(client: string, key: string): unknown {
  const servers = z.record(z.string(), z.object({ faultline: z.unknown() }));
  return servers.parse(JSON.parse(blockOf(client).text))[key]?.faultline;
}

describe('the way to attach it to', () => {
  test.each(Object.entries(LAUNCHES))('%s starts a server that reviews', async (_, read) => {
    const { args } = Launch.parse(read());
    expect(args.slice(0, 2)).toEqual(['-y', `faultline-mcp@${version}`]);
    const folder = await folderWith({
      'design.md': '# Orders\n\nA service owns a database. It publishes to a queue.\n',
    });
    const own = args.slice(2).map((word) => (word === '/path/to/your/designs' ? folder : word));
    const client = new Client({ name: 'reader', version: '1.0.0' });
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [CLI, ...own], cwd: folder }));
    const { structuredContent } = await client.callTool({ name: 'review_design', arguments: { path: 'design.md' } });
    expect(structuredContent).toHaveProperty('readiness', 'not-ready');
    await client.close();
  });
});

test('every file that the README links is there', () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

test('every script that the README names is one', () => {
  const manifest = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const named = [...README.matchAll(/^npm (?:run )?(\w+)$/gm)].map(([, name = '']) => name);
  expect(named.filter((name) => name !== 'ci' && !(name in manifest.scripts))).toEqual([]);
  expect(named).toContain('test');
});
