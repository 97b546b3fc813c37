import { parentPort } from 'node:worker_threads';
import { parseDocument } from '../document/index.ts';
import { VERSION } from '../library/version.ts';
import type { Settling } from '../model/criteria.ts';
import { hasModel } from '../model/has-model.ts';
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
    const [document, model] = await Promise.all([parseDocument(source, vocabulary), modelOf(source)]);
    return { report: review(document, rules, VERSION, { ...source.given, model }) };
  } catch (error) {
    if (error instanceof SettingsProblem) return { refused: error.message };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Most designs hold no model, and then none of what reads one is loaded. */
async function modelOf({ name, text }: Source): Promise<Settling | undefined> {
  if (!hasModel(text)) return undefined;
  const { settledByModel } = await import('../model/criteria.ts');
  return settledByModel({ name, text });
}

parentPort?.on('message', (source: Source) => void answer(source).then((reply) => parentPort?.postMessage(reply)));
