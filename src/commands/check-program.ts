import { Option } from 'commander';
import type { Command } from 'commander';
import { CHECK_FORMATS, type CheckFormat } from '../render/check/formats.ts';
import { isoDate } from './given.ts';
import type { Context } from './host.ts';

interface Flags {
  readonly format: CheckFormat;
  readonly failOn: string[];
  readonly config?: string;
  readonly cache?: string | boolean;
  readonly today?: string;
}

/** Adds `faultline check` and `faultline init`. */
export function addCheck(program: Command, version: string, { io, host, done }: Context): void {
  program
    .command('check')
    .description('run everything over the designs of a repository: review, model, failures, documents, waivers')
    .argument('[files...]', 'designs or patterns; without them those that .faultline.yaml names')
    .addOption(new Option('-f, --format <name>', 'what to print').choices(CHECK_FORMATS).default('text'))
    .option(
      '--fail-on <gate>',
      'exit 1 on: violated, readiness, score<N, model, failures, stale, waivers; may be repeated; default: all but readiness and score',
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option('--config <file>', 'settings and waivers; without it .faultline.yaml of this folder')
    .option('--cache <file>', 'keep results in this file, so that an unchanged design costs nothing')
    .option('--no-cache', 'use no cache, whatever .faultline.yaml says')
    .option('--today <date>', 'YYYY-MM-DD, the day that waivers expire by; without it the current one (UTC)', isoDate)
    .action(async (words: string[], { today = host.today(), ...flags }: Flags) => {
      const { checkCommand } = await import('./check.ts');
      done(await checkCommand({ words, ...flags, version, today }, host.reviewer, io));
    });
  program
    .command('init')
    .description('find the designs of this repository, and write .faultline.yaml, which faultline check goes by')
    .option('--force', 'overwrite a .faultline.yaml that is there', false)
    .action(async ({ force }: { force: boolean }) => {
      const { initCommand } = await import('./init.ts');
      done(await initCommand(force, host.reviewer, io));
    });
}
