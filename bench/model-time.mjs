import { withEngine } from '../scripts/engine.mjs';
import { draft, large, SIZE } from './large-model.mjs';
import { median } from './measure.mjs';

/**
 * @param {number} times
 * @param {() => Promise<unknown>} once
 * @returns {Promise<number>} median milliseconds
 */
async function medianOf(times, once) {
  const runs = [];
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    await once();
    runs.push(performance.now() - from);
  }
  return median(runs);
}

/** How long the rules take over a large model, in a process that has done so before. */
export function modelTime() {
  return withEngine(['src/model/check.ts', 'src/model/schema/index.ts', 'src/model/result.ts'], async (engine) => {
    const [whole, open] = [large(), draft()];
    const [wholeModel, openModel] = [engine.ModelSchema.parse(whole), engine.ModelSchema.parse(open)];
    const file = { name: 'model.json', text: JSON.stringify(open) };
    const { findings, questions } = await engine.checkModel(openModel);
    const size = `${SIZE.services} services, ${SIZE.channels} channels, ${SIZE.handlers} handlers`;
    return [
      { figure: `${size}, all stated`, ...(await time(() => engine.checkModel(wholeModel))), bar: '< 300 ms' },
      { figure: 'the same as a draft', ...(await time(() => engine.checkModel(openModel))) },
      {
        figure: `the draft read, merged and checked (${Math.round(file.text.length / 1024)} KB)`,
        ...(await time(() => engine.checkFiles([file], '0'))),
      },
      { figure: 'findings and questions of the draft', value: `${findings.length}, ${questions.length}` },
    ];
  });
}

/** @param {() => Promise<unknown>} once */
async function time(once) {
  return { value: Math.round(await medianOf(9, once)), unit: 'ms' };
}
