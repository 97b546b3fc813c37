import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { onTestFinished } from 'vitest';
import { CLI, ROOT } from '../helpers/server.ts';

const INFO = { name: 'faultline-tests', version: '1.0.0' };

function command(args: readonly string[]) {
  return { command: process.execPath, args: [CLI, 'serve', ...args], cwd: ROOT, stderr: 'pipe' as const };
}

/** The client of the SDK's maintenance line, which many hosts still run. */
export async function oldClient(...args: string[]): Promise<OldClient> {
  const client = new OldClient(INFO);
  await client.connect(new OldTransport(command(args)));
  onTestFinished(() => client.close());
  return client;
}

/** The client of the current SDK, as of one era: `initialize`, or stateless with `server/discover`. */
export async function newClient(era: 'legacy' | 'modern', ...args: string[]): Promise<Client> {
  const mode = era === 'legacy' ? 'legacy' : { pin: '2026-07-28' };
  const client = new Client(INFO, { versionNegotiation: { mode } });
  await client.connect(new StdioClientTransport(command(args)));
  onTestFinished(() => client.close());
  return client;
}

interface Named {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

export interface Listed extends Named {
  readonly uri: string;
  readonly mimeType?: string | undefined;
  readonly size?: number | undefined;
  readonly annotations?: { readonly priority?: number | undefined } | undefined;
}

/** What the clients have in common. */
export interface AnyClient {
  readonly getInstructions: () => string | undefined;
  readonly listTools: () => Promise<{ readonly tools: readonly Named[] }>;
  readonly listResources: () => Promise<{ readonly resources: readonly Listed[] }>;
  readonly listResourceTemplates: () => Promise<{
    readonly resourceTemplates: readonly { readonly uriTemplate: string }[];
  }>;
  readonly listPrompts: () => Promise<{ readonly prompts: readonly Named[] }>;
  readonly callTool: (params: { name: string; arguments?: Record<string, unknown> }) => Promise<unknown>;
  readonly readResource: (params: { uri: string }) => Promise<{ readonly contents: readonly unknown[] }>;
  readonly getPrompt: (params: {
    name: string;
    arguments?: Record<string, string>;
  }) => Promise<{ readonly messages: readonly { readonly content: unknown }[] }>;
  readonly complete: (params: {
    ref: { type: 'ref/resource'; uri: string };
    argument: { name: string; value: string };
    context?: { arguments: Record<string, string> };
  }) => Promise<{ readonly completion: { readonly values: readonly string[] } }>;
}

export const CLIENTS: readonly { name: string; connect: (...args: string[]) => Promise<AnyClient> }[] = [
  { name: 'sdk 1.x', connect: oldClient },
  { name: 'client 2.x, 2025 era', connect: (...args) => newClient('legacy', ...args) },
  { name: 'client 2.x, 2026 era', connect: (...args) => newClient('modern', ...args) },
];
