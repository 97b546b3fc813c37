import pc from 'picocolors';
import { EXIT, type Io } from './commands/io.ts';
import { VERSION } from './library/version.ts';

/** The only file that knows the process: arguments, streams, signals and the exit code. */
const argv = process.argv.slice(2);

process.exitCode = await main().catch(explain);

async function main(): Promise<number> {
  if (argv.length === 0 && !process.stdin.isTTY) return serve({ roots: [], skills: [], builtin: true });
  const { run } = await import('./commands/program.ts');
  const wanted = argv.length === 0 ? ['--help'] : argv;
  return run(wanted, VERSION, { serve, review, guide }, { out: (text) => process.stdout.write(text), err: write });
}
