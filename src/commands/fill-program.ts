import type { Command } from 'commander';
import type { Reviewer } from '../review/reviewer.ts';
import type { Io } from './io.ts';

interface Flags {
  readonly output?: string;
  readonly decision?: string;
  readonly templates?: string;
  readonly force: boolean;
  readonly check: boolean;
}

export interface FillHost {
  readonly reviewer: () => Promise<Reviewer>;
  readonly today: () => string;
}

/** Adds `faultline fill`. */
export function addFill(program: Command, version: string, io: Io, host: FillHost, done: (code: number) => void): void {
  program
    .command('fill')
    .description('fill in deliverables from what a design and its model state, with what they leave open')
    .argument('<kind>', 'a deliverable, for example contract-list, or all')
    .argument('<files...>', 'designs and models, read as one, or - for standard input')
    .option('-o, --output <path>', 'write to this file or folder inside the working directory')
    .option('--decision <name>', 'of decision-record: the decision it is about')
    .option('--templates <dir>', 'a folder of your own templates; default: the one that .faultline.yaml names')
    .option('--force', 'overwrite what Faultline did not write or what was changed by hand', false)
    .option('--check', 'write nothing; exit 1 if what stands at --output is out of date', false)
    .action(async (kind: string, files: string[], flags: Flags) => {
      const { fillCommand } = await import('./fill.ts');
      done(await fillCommand({ kind, files, ...flags, version, today: host.today() }, host.reviewer, io));
    });
}

/** Adds `faultline new`. */
export function addNew(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('new')
    .description('write an empty design that follows the five steps, with what belongs in each section')
    .argument('<name>', 'what the design is called')
    .option('-o, --output <file>', 'where to write it; default: a file of that name, here')
    .action(async (name: string, { output }: { output?: string }) => {
      const { newCommand } = await import('./new.ts');
      done(await newCommand(name, output, io));
    });
}
