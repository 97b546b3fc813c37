import { parentPort } from 'node:worker_threads';
import { parseDocument } from '../document/index.ts';
import { loadCriteria } from '../library/criteria.ts';
import { loadVocabulary } from '../library/load-vocabulary.ts';
import { VERSION } from '../library/version.ts';
import { review } from './review.ts';
import type { Answer, Source } from './reviewer.ts';
import { compileRulebook } from './rulebook.ts';

/** Entry of the worker thread: reviews one design a message. The pages are read and compiled with the first. */
const knowledge = load();
knowledge.catch(() => undefined);

async function load() {
  const [criteria, vocabulary] = await Promise.all([loadCriteria(), loadVocabulary()]);
  return { vocabulary, rulebook: compileRulebook(criteria, vocabulary) };
}

async function answer(source: Source): Promise<Answer> {
  try {
    const { vocabulary, rulebook } = await knowledge;
    return { report: review(await parseDocument(source, vocabulary), rulebook, VERSION) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (source: Source) => void answer(source).then((reply) => parentPort?.postMessage(reply)));
