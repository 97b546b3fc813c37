import { InvalidArgumentError, Option, type Command } from 'commander';
import { FORMAT_NAMES, type FormatName } from '../render/index.ts';
import { parseGate, type Gate } from '../review/gate.ts';
import { isoDate, type GivenOptions } from './given.ts';
import type { Context } from './host.ts';
import { reviewCommand } from './review.ts';

/** Adds `faultline review`. */
export function addReview(program: Command, { io, host, done }: Context): void {
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

function collectGate(value: string, before: readonly Gate[]): Gate[] {
  try {
    return [...before, parseGate(value)];
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
