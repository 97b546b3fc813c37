import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import { CLI } from './server.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command to its end, with its input on a pipe. */
export async function runCommand(args: readonly string[], cwd: string, input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: 'pipe' });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  return { code, out, err };
}
