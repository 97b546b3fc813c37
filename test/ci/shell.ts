import { spawnSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { VERSION } from '../../src/library/version.ts';
import { CLI } from '../helpers/server.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Shell {
  /** Runs a script as a CI runner does, where `npx faultline-mcp@VERSION` is the built command. */
  readonly run: (script: string, env?: Readonly<Record<string, string>>) => Ended;
}

/** `npx` would fetch the published package; this one takes the same words and starts what was just built. */
const NPX = `#!/usr/bin/env bash
[ "$1 $2" = '--yes faultline-mcp@${VERSION}' ] || { echo "npx is asked for $*" >&2; exit 99; }
shift 2
exec '${process.execPath}' '${CLI}' "$@"
`;

export async function shellIn(cwd: string): Promise<Shell> {
  const bin = join(cwd, '.bin');
  await mkdir(bin);
  await writeFile(join(bin, 'npx'), NPX);
  await chmod(join(bin, 'npx'), 0o755);
  const base = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  return {
    run: (script, env = {}) => {
      const options = { cwd, encoding: 'utf8', env: { ...base, ...env } } as const;
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
        options,
      );
      return { code: status, out: stdout, err: stderr };
    },
  };
}

/** A design that breaks a criterion, and one that breaks none. */
export const BROKEN = `# Orders

The order service owns the orders database. It saves an order and then publishes OrderPlaced to Kafka.
The billing service reads the orders table of the order service directly.
`;
export const WHOLE = `# Stock

The stock service owns the stock table and publishes StockChanged through an outbox to Kafka.
The search service keeps a copy of the stock and skips events whose id it has seen.
`;
