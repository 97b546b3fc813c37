import type { ModelResult, PlacedFinding } from '../model/result.ts';
import type { SourceFile } from '../model/readers/reader.ts';
import { EXIT, type Io } from './io.ts';
import { readSources } from './sources.ts';

export const MODEL_FORMATS = ['text', 'yaml', 'json'] as const;

/** Findings of this severity and worse fail the gate; `violated` is any. */
export const MODEL_GATES = ['violated', 'low', 'medium', 'high', 'critical'] as const;

export interface ModelOptions {
  readonly format: (typeof MODEL_FORMATS)[number];
  readonly failOn: (typeof MODEL_GATES)[number] | undefined;
  readonly version: string;
}

/** Reads files as one model, checks it, and prints what was found. */
export async function modelCommand(
  files: readonly string[],
  { format, failOn, version }: ModelOptions,
  io: Io,
): Promise<number> {
  const { checkFiles } = await import('../model/result.ts');
  const { sources } = await readSources(files, io);
  const result = await checkFiles(
    sources.map(({ name, text }): SourceFile => ({ name, text })),
    version,
  );
  await io.out(await printed(result, format, io));
  if (format === 'yaml') for (const line of notes(result)) await io.err(line);
  const failing = failOn === undefined ? [] : result.findings.filter((finding) => fails(finding, failOn));
  if (failing.length === 0) return EXIT.done;
  await io.err(
    `the model fails the gate: ${failing.length} findings of severity ${failOn === 'violated' ? 'low' : failOn} or worse`,
  );
  return EXIT.gate;
}

async function printed(result: ModelResult, format: ModelOptions['format'], io: Io): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, undefined, 2)}\n`;
  if (format === 'yaml') return result.yaml;
  const { modelText } = await import('../render/model-text.ts');
  return modelText(result, io.paint);
}

/** What would be lost where only the YAML is printed. */
function notes({ disagreements, dangling }: ModelResult): string[] {
  return [
    ...dangling.map(({ message }) => message),
    ...disagreements.map(
      ({ path, kept, other }) => `${path}: ${kept.file}:${kept.line} counts, not ${other.file}:${other.line}`,
    ),
  ];
}

function fails({ severity }: PlacedFinding, gate: (typeof MODEL_GATES)[number]): boolean {
  return gate === 'violated' || MODEL_GATES.indexOf(severity) >= MODEL_GATES.indexOf(gate);
}
