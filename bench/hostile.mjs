import { withEngine } from '../scripts/engine.mjs';

const FILES = ['src/document/parse.ts', 'src/review/knowledge.ts', 'src/review/review.ts', 'test/document/hostile.ts'];
const KILOBYTES = 100;

/** The slowest of the texts that are made to be slow. */
export async function hostile() {
  return withEngine(FILES, async ({ parseDocument, loadKnowledge, judge, hostile: texts }) => {
    const { vocabulary, rulebook } = await loadKnowledge();
    const rules = rulebook();
    let worst = { name: '', ms: 0 };
    for (const [name, generate] of Object.entries(texts)) {
      const text = generate(KILOBYTES * 1024);
      const from = performance.now();
      judge(await parseDocument({ name, text }, vocabulary), rules);
      const ms = performance.now() - from;
      if (ms > worst.ms) worst = { name, ms };
    }
    return [{ figure: `slowest ${KILOBYTES} KB of hostile text, ms (${worst.name})`, value: worst.ms, bar: '< 2000' }];
  });
}
