import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** What SPIN says of a program. */
export interface Decided {
  /** Claims that are violated, by their number: 1 for the first. */
  readonly violated: ReadonlySet<number>;
  /** It stands still or turns in a circle where nothing is over. */
  readonly stuck: boolean;
}

/** tcc compiles a verifier ten times as fast as gcc, and any C compiler will do. */
async function compiler(): Promise<string> {
  return exec('tcc', ['-v']).then(
    () => 'tcc',
    () => 'cc',
  );
}

/**
 * Generates, compiles and runs a verifier over a Promela text, in a folder of its own.
 * @throws where SPIN, the compiler or the verifier cannot do their work, or a bound of the verifier's was hit
 */
export async function decide(promela: string): Promise<Decided> {
  const cwd = await mkdtemp(join(tmpdir(), 'faultline-spin-'));
  try {
    await writeFile(join(cwd, 'design.pml'), promela);
    await exec('spin', ['-DCHOOSE', '-DPROPERTY=which', '-a', 'design.pml'], { cwd });
    const safety = await verify(cwd, '-DSAFETY', []);
    const circles = await verify(cwd, '-DNP', ['-l']);
    return {
      violated: new Set([...safety.matchAll(/which!=0\)&&\(which!=(\d+)/g)].map(([, number]) => Number(number))),
      stuck: safety.includes('invalid end state (at') || circles.includes('non-progress cycle (at'),
    };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Compiled for ends and assertions, or for circles: a search for circles does not look at ends. */
async function verify(cwd: string, kind: '-DSAFETY' | '-DNP', how: readonly string[]): Promise<string> {
  await exec(await compiler(), ['-w', kind, '-DNOREDUCE', '-DVECTORSZ=4096', '-o', 'pan', 'pan.c'], { cwd });
  const { stdout } = await exec(join(cwd, 'pan'), [...how, '-c0', '-w16', '-m20000'], {
    cwd,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (/max search depth too small|out of memory|hash-?table is too small/.test(stdout))
    throw new Error(`the verifier hit a bound: ${stdout.slice(-500)}`);
  if (!stdout.includes('State-vector')) throw new Error(`the verifier did not finish: ${stdout.slice(-500)}`);
  return stdout;
}
