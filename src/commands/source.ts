import { MAX_DESIGN_BYTES } from '../files/design.ts';
import { nameFrom } from '../files/name.ts';
import { decodeText, FileProblem, readText, realPathOf } from '../files/read.ts';
import type { Source } from '../review/reviewer.ts';
import type { Io } from './io.ts';

/**
 * Reads the design a person named: any file of theirs, or `-` for standard input.
 * @throws FileProblem in one line that says what to do
 */
export async function readSource(file: string, io: Io): Promise<Source> {
  if (file === '-') return { name: 'stdin', text: inputText(await io.stdin(MAX_DESIGN_BYTES)) };
  const real = await realPathOf(file, io.cwd);
  return { name: nameFrom(file, io.cwd), text: await readText(real, file, MAX_DESIGN_BYTES) };
}

function inputText(bytes: Uint8Array): string {
  if (bytes.length > MAX_DESIGN_BYTES)
    throw new FileProblem('stdin: it is larger than 1 MiB; give a smaller part of it.');
  return decodeText(bytes, 'stdin');
}
