import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Starts the built server, hands its client to `use`, and stops it again.
 * @template T
 * @param {(client: Client) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withServer(use) {
  const client = new Client({ name: 'faultline-scripts', version: '1.0.0' });
  const args = [join(ROOT, 'dist/cli.js'), 'serve'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: ROOT }));
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
