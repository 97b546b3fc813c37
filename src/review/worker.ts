import { parentPort } from 'node:worker_threads';
import { parseDocument } from '../document/index.ts';
import { VERSION } from '../library/version.ts';
import { SettingsProblem } from './configure.ts';
import { loadKnowledge } from './knowledge.ts';
import { review } from './review.ts';
import type { Answer, Source } from './reviewer.ts';

/** Entry of the worker thread: reviews one design a message. The pages are read and compiled with the first. */
const knowledge = loadKnowledge();
knowledge.catch(() => undefined);

async function answer(source: Source): Promise<Answer> {
  try {
    const { vocabulary, rulebook } = await knowledge;
    const rules = rulebook(source.given?.settings);
    return { report: review(await parseDocument(source, vocabulary), rules, VERSION, source.given) };
  } catch (error) {
    if (error instanceof SettingsProblem) return { refused: error.message };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (source: Source) => void answer(source).then((reply) => parentPort?.postMessage(reply)));
