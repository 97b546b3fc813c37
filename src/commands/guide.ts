import { guide, type GuideRequest } from '../library/guide.ts';
import { loadLibrary, type LibraryOptions } from '../library/load.ts';
import { EXIT, type Io } from './io.ts';

/**
 * Prints what `read_guidance` would answer.
 * @throws GuideProblem in one line that names the nearest pages or sections
 */
export async function guideCommand(request: GuideRequest, options: LibraryOptions, io: Io): Promise<number> {
  const library = await loadLibrary(options);
  for (const { path, message } of library.problems) await io.err(`${path} is skipped: ${message}`);
  await io.out(await guide(library, request));
  return EXIT.done;
}
