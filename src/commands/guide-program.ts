import type { Command } from 'commander';
import { guideCommand } from './guide.ts';
import type { Context, LibraryOptions } from './host.ts';
import type { Io } from './io.ts';

/** Adds `faultline guide`. */
export function addGuide(program: Command, { io, done }: Context): void {
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

/** Adds `faultline serve`. */
export function addServe(program: Command, { host, done }: Context): void {
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
  const { checkCommand } = await import('./guide-check.ts');
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
