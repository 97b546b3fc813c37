import { parseDocument } from '../../src/document/index.ts';
import { loadCriteria } from '../../src/library/criteria.ts';
import { loadVocabulary } from '../../src/library/load-vocabulary.ts';
import { render } from '../../src/render/index.ts';
import { review } from '../../src/review/review.ts';
import { compileRulebook } from '../../src/review/rulebook.ts';
import { filesUnder, textOf } from '../house/files.ts';
import { CLEAN, FULL, NO_DESIGN, TEXT, context } from '../render/reviews.ts';

const vocabulary = await loadVocabulary();
const rulebook = compileRulebook(await loadCriteria(), vocabulary);

async function reviewed(name: string) {
  const text = textOf(name);
  return { report: review(await parseDocument({ name, text }, vocabulary), rulebook, '0.0.0'), text };
}

/** Real reports of the examples, one by one and together, and one with everything a report can hold. */
export async function examplePages(): Promise<Record<'one' | 'full' | 'clean' | 'none' | 'several', string>> {
  // The documents that are filled from an example stand in a folder of their own.
  const designs = filesUnder('examples', '.md').filter((name) => name.split('/').length === 2);
  const examples = await Promise.all(designs.map(reviewed));
  return {
    one: await render(examples.slice(-1), 'html', context),
    full: await render([{ report: FULL, text: TEXT }], 'html', context),
    clean: await render([{ report: CLEAN, text: TEXT }], 'html', context),
    none: await render([{ report: NO_DESIGN, text: TEXT }], 'html', context),
    several: await render(examples, 'html', { ...context, several: true }),
  };
}
