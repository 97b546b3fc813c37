import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FileProblem } from '../files/read.ts';
import { GuideProblem } from '../library/guide.ts';
import { FORMAT_NAMES, type FormatName } from '../render/index.ts';
import { parseGate, type Gate } from '../review/gate.ts';
import { ModelProblem } from '../model/problem.ts';
import { ReviewProblem, type Reviewer } from '../review/reviewer.ts';
import { isoDate, type GivenOptions } from './given.ts';
import type { Clock } from './explore.ts';
import { addExplore } from './explore-program.ts';
import { guideCommand } from './guide.ts';
import { EXIT, type Io } from './io.ts';
import { addModel } from './model-program.ts';
import { reviewCommand } from './review.ts';

export interface LibraryOptions {
  readonly skills: readonly string[];
  readonly builtin: boolean;
}

export interface ServeOptions extends LibraryOptions {
  readonly roots: readonly string[];
}

/** What a command needs that only the process can give. */
export interface Host {
  readonly serve: (options: ServeOptions) => Promise<number>;
  readonly reviewer: () => Promise<Reviewer>;
  /** The date that waivers expire by, ISO, where nobody names another: the only thing a review is told of the clock. */
  readonly today: () => string;
  /** Starts a clock; what it returns says whether so many milliseconds are over. */
  readonly deadline: Clock;
}

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
  return [CommanderError, FileProblem, GuideProblem, ModelProblem, ReviewProblem].some((kind) => error instanceof kind);
}

interface Context {
  readonly io: Io;
  readonly host: Host;
  readonly done: (code: number) => void;
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
  addGuide(program, context);
  addServe(program, context);
  return program;
}

const HELP = `
Exit codes: 0 done, 1 a --fail-on gate failed, 2 bad usage or input, 70 a bug in faultline.
With its input on a pipe and no command, faultline serves MCP over stdio.`;

function addReview(program: Command, { io, host, done }: Context): void {
  program
    .command('review')
    .description('judge Markdown designs against the checklist, with the line behind every verdict')
    .argument('<files...>', 'designs, patterns such as "docs/**/*.md", or - for standard input')
    .addOption(new Option('-f, --format <name>', 'how to print the report').choices(FORMAT_NAMES).default('text'))
    .option('--fail-on <gate>', 'exit 1 on: readiness, violated, new, score<N; may be repeated', collectGate, [])
    .option('--judgements <file>', 'JSON: verdicts of a reader, each with quotes that are looked up in the design')
    .option('--baseline <report>', 'JSON: an earlier report, to tell what is fixed and what is new')
    .option('--config <file>', 'settings and waivers; without it .faultline.yaml of this folder')
    .option('--today <date>', 'YYYY-MM-DD, the day that waivers expire by; without it the current one (UTC)', isoDate)
    .action(async (files: string[], { format, failOn, ...named }: ReviewFlags) => {
      const given = { today: host.today(), ...named };
      done(await reviewCommand(files, { format, gates: failOn, given }, host.reviewer, io));
    });
}

interface ReviewFlags extends Partial<GivenOptions> {
  readonly format: FormatName;
  readonly failOn: Gate[];
}

function addGuide(program: Command, { io, done }: Context): void {
  withLibrary(program.command('guide'))
    .description('read the skill: no name lists the pages, a name opens a page, a section prints that section')
    .argument('[name]', 'a page, for example distributed-systems-patterns or criteria/ordering')
    .argument('[section]', 'a section of it, for example workflow/3 or checklist')
    .option('--search <words>', 'rank the sections that hold these words')
    .option(
      '--check [dir]',
      "run the examples of the criterion pages in a folder of yours, or of ours; exit 1 if one's verdict differs",
    )
    .action(async (name: string | undefined, section: string | undefined, options: GuideFlags) => {
      const { search, check } = options;
      if (check !== undefined) return done(await checkPages(check === true ? undefined : check, io));
      return done(await guideCommand({ name, section, search }, libraryOptions(options), io));
    });
}

function addServe(program: Command, { host, done }: Context): void {
  withLibrary(program.command('serve'))
    .description('serve MCP over stdio')
    .option('--root <dir>', 'a folder that designs may be read from; may be repeated', collect, [])
    .action(async (options: LibraryFlags & { root: string[] }) =>
      done(await host.serve({ ...libraryOptions(options), roots: options.root })),
    );
}

interface GuideFlags extends LibraryFlags {
  readonly search?: string;
  /** `true` where no folder was named. */
  readonly check?: string | true;
}

/** Loaded when asked for, since it brings the whole review into this process. */
async function checkPages(dir: string | undefined, io: Io): Promise<number> {
  const { checkCommand } = await import('./check.ts');
  return checkCommand(dir, io);
}

interface LibraryFlags {
  readonly skills: string[];
  readonly builtinSkills: boolean;
}

function withLibrary(command: Command): Command {
  return command
    .option('--skills <dir>', 'a folder of skill folders to serve beside ours; may be repeated', collect, [])
    .option('--no-builtin-skills', 'serve only the folders given with --skills');
}

function libraryOptions({ skills, builtinSkills }: LibraryFlags): LibraryOptions {
  return { skills, builtin: builtinSkills };
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function collectGate(value: string, before: readonly Gate[]): Gate[] {
  try {
    return [...before, parseGate(value)];
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
