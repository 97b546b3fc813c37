import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES, type FormatName } from '../render/index.ts';
import { parseGate, type Gate } from '../review/gate.ts';
import { EXIT } from './io.ts';

/** What the command line can do; each is given its arguments, already checked, and answers with an exit code. */
export interface Commands {
  readonly serve: (options: ServeOptions) => Promise<number>;
  readonly review: (file: string, options: { format: FormatName; gates: readonly Gate[] }) => Promise<number>;
  readonly guide: (name: string | undefined, section: string | undefined, options: GuideOptions) => Promise<number>;
}

export interface LibraryOptions {
  readonly skills: readonly string[];
  readonly builtin: boolean;
}

export interface ServeOptions extends LibraryOptions {
  readonly roots: readonly string[];
}

export interface GuideOptions extends LibraryOptions {
  readonly search: string | undefined;
}

interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Reads the arguments and runs the command they name.
 * @returns the exit code; help and version are 0, bad usage is 2 with one line that says what to do.
 */
export async function run(argv: readonly string[], version: string, commands: Commands, output: Output): Promise<number> {
  let code: number = EXIT.done;
  const program = build(version, commands, (result) => (code = result), output);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}

function build(version: string, commands: Commands, done: (code: number) => void, output: Output): Command {
  const program = new Command('faultline')
    .description('Finds the fault lines in a distributed design before production does.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: output.out,
      writeErr: output.err,
      outputError: (message, write) => write(`faultline: ${oneLine(message)} (see faultline --help)\n`),
    })
    .addHelpText('after', HELP);
  addReview(program, commands, done);
  addGuide(program, commands, done);
  addServe(program, commands, done);
  return program;
}

const HELP = `
Exit codes: 0 done, 1 a --fail-on gate failed, 2 bad usage or input, 70 a bug in faultline.
With its input on a pipe and no command, faultline serves MCP over stdio.`;

function addReview(program: Command, commands: Commands, done: (code: number) => void): void {
  program
    .command('review')
    .description('judge a Markdown design against the checklist, with the line behind every verdict')
    .argument('<file>', 'the design, or - for standard input')
    .addOption(new Option('-f, --format <name>', 'how to print the report').choices(FORMAT_NAMES).default('text'))
    .option('--fail-on <gate>', 'exit 1 on: readiness, violated, score<N; may be repeated', collectGate, [])
    .action(async (file: string, options: { format: FormatName; failOn: Gate[] }) =>
      done(await commands.review(file, { format: options.format, gates: options.failOn })),
    );
}

function addGuide(program: Command, commands: Commands, done: (code: number) => void): void {
  withLibrary(program.command('guide'))
    .description('read the skill: no name lists the pages, a name opens a page, a section prints that section')
    .argument('[name]', 'a page, for example distributed-systems-patterns or criteria/ordering')
    .argument('[section]', 'a section of it, for example workflow/3 or checklist')
    .option('--search <words>', 'rank the sections that hold these words')
    .action(async (name: string | undefined, section: string | undefined, options: LibraryFlags & { search?: string }) =>
      done(await commands.guide(name, section, { ...libraryOptions(options), search: options.search })),
    );
}

function addServe(program: Command, commands: Commands, done: (code: number) => void): void {
  withLibrary(program.command('serve'))
    .description('serve MCP over stdio')
    .option('--root <dir>', 'a folder that designs may be read from; may be repeated', collect, [])
    .action(async (options: LibraryFlags & { root: string[] }) =>
      done(await commands.serve({ ...libraryOptions(options), roots: options.root })),
    );
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

/** One line for one error, whatever the parser adds to it. */
function oneLine(message: string): string {
  return message.replace(/^error: /, '').replace(/\s+/g, ' ').trim();
}

