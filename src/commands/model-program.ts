import { Option, type Command } from 'commander';
import type { Io } from './io.ts';
import { MODEL_FORMATS, MODEL_GATES, modelCommand, type ModelOptions } from './model.ts';

/** Adds `faultline model`. */
export function addModel(program: Command, version: string, io: Io, done: (code: number) => void): void {
  program
    .command('model')
    .description('check the structure of a design by rules that do the arithmetic, or print it as a YAML model')
    .argument('<files...>', 'designs and models, read as one, or - for standard input')
    .addOption(new Option('-f, --format <name>', 'what to print').choices(MODEL_FORMATS).default('text'))
    .addOption(new Option('--fail-on <gate>', 'exit 1 on a finding of that severity or worse').choices(MODEL_GATES))
    .action(async (files: string[], { format, failOn }: Pick<ModelOptions, 'format' | 'failOn'>) =>
      done(await modelCommand(files, { format, failOn, version }, io)),
    );
}
