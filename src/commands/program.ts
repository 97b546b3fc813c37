import { Command, CommanderError } from 'commander';
import { FileProblem } from '../files/read.ts';
import { GuideProblem } from '../library/guide.ts';
import { DeliverableProblem } from '../deliverables/problem.ts';
import { ModelProblem } from '../model/problem.ts';
import { ReviewProblem } from '../review/reviewer.ts';
import { addExplore } from './explore-program.ts';
import { addGuide, addServe } from './guide-program.ts';
import type { Context, Host } from './host.ts';
import { EXIT, type Io } from './io.ts';
import { addCheck } from './check-program.ts';
import { addFill, addNew } from './fill-program.ts';
import { addModel } from './model-program.ts';
import { addReview } from './review-program.ts';

/**
 * Reads the arguments and runs the command they name; without arguments it prints the help.
 * @returns the exit code; bad usage and bad input are 2, with one line that says what to do
 */
export async function run(argv: readonly string[], version: string, io: Io, host: Host): Promise<number> {
  const said: Said = { out: '', err: '' };
  let code: number = EXIT.done;
  const program = build(version, said, { io, host, done: (result) => (code = result) });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
  } catch (error) {
    code = await explain(error, said, io);
  }
  if (said.out !== '') await io.out(said.out);
  return code;
}

/** What the parser wants to print: help and version, or why it cannot go on. */
interface Said {
  out: string;
  err: string;
}

async function explain(error: unknown, said: Said, io: Io): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  if (!isInputProblem(error)) throw error;
  const message =
    error instanceof CommanderError ? `${said.err || error.message} (see faultline --help)` : error.message;
  await io.err(
    message
      .replace(/^error: /, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return EXIT.usage;
}

function isInputProblem(error: unknown): error is Error {
  return [CommanderError, DeliverableProblem, FileProblem, GuideProblem, ModelProblem, ReviewProblem].some(
    (kind) => error instanceof kind,
  );
}

function build(version: string, said: Said, context: Context): Command {
  const program = new Command('faultline')
    .description('Finds the fault lines in a distributed design before production does.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => (said.out += text),
      writeErr: (text) => (said.err += text),
    })
    .addHelpText('after', HELP);
  addReview(program, context);
  addModel(program, version, context.io, context.done);
  addExplore(program, version, context.io, context.host.deadline, context.done);
  addFill(program, version, context.io, context.host, context.done);
  addCheck(program, version, context);
  addNew(program, context.io, context.done);
  addGuide(program, context);
  addServe(program, context);
  return program;
}

const HELP = `
Exit codes: 0 done, 1 a --fail-on gate failed, 2 bad usage or input, 70 a bug in faultline.
With its input on a pipe and no command, faultline serves MCP over stdio.`;
