import { InvalidArgumentError, Option, type Command } from 'commander';
import { EXPLORE_FORMATS, EXPLORE_GATES, exploreCommand, type Clock, type ExploreCommand } from './explore.ts';
import type { Io } from './io.ts';

interface Flags {
  readonly format: ExploreCommand['format'];
  readonly failOn?: ExploreCommand['failOn'];
  readonly workflow?: string;
  readonly part?: string;
  readonly faults: number;
  readonly states: number;
  readonly seconds: number;
  readonly baseline: string[];
}

/** Adds `faultline explore`. */
export function addExplore(
  program: Command,
  version: string,
  io: Io,
  clock: Clock,
  done: (code: number) => void,
): void {
  program
    .command('explore')
    .description('search every combination of a few failures for the shortest way to lose, double or strand work')
    .argument('<files...>', 'designs and models, read as one, or - for standard input')
    .addOption(new Option('-f, --format <name>', 'what to print').choices(EXPLORE_FORMATS).default('text'))
    .option('--workflow <name>', 'only this workflow')
    .option('--part <name>', 'only parts whose name begins so, for example handlers.pay')
    .option('--faults <n>', 'most failures in one run, 0 to 4', whole(4), 3)
    .option('--states <n>', 'most states of one search', whole(50_000_000), 200_000)
    .option('--seconds <n>', 'most seconds for one property', whole(86_400), 2)
    .option(
      '--baseline <file>',
      'a file of an earlier model, to tell what a change repaired; may be repeated',
      collect,
      [],
    )
    .addOption(
      new Option('--fail-on <gate>', 'exit 1 on: violated, possible, or what is new since --baseline').choices(
        EXPLORE_GATES,
      ),
    )
    .action(async (files: string[], flags: Flags) => {
      const { format, failOn, baseline, faults, states, seconds, workflow, part } = flags;
      const options = {
        faults,
        states,
        ...(workflow === undefined ? {} : { workflow }),
        ...(part === undefined ? {} : { part }),
      };
      done(await exploreCommand(files, { format, failOn, baseline, options, seconds, version }, clock, io));
    });
}

function whole(most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 0 && number <= most) return number;
    throw new InvalidArgumentError(`It takes a whole number from 0 to ${most}.`);
  };
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
