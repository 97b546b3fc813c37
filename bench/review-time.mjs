import { withServer } from '../scripts/server.mjs';
import { SIZES, designOf, withFolder, writeDesign } from './designs.mjs';
import { CLI, median, run } from './measure.mjs';

/** Fewer runs for what takes long; the median of three is enough to see a figure in seconds. */
const runsFor = (/** @type {number} */ kilobytes) => (kilobytes <= 20 ? 15 : 3);

/** @typedef {Map<number, number | undefined>} Medians by size; undefined where a review was refused or failed */

/**
 * The median of some runs; the first failure ends it and is told.
 * @param {number} times
 * @param {() => Promise<number>} once
 */
async function medianOf(times, once) {
  const runs = [];
  try {
    for (let i = 0; i < times; i += 1) runs.push(await once());
    return median(runs);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

/** @returns {Promise<Medians>} median milliseconds by size, in one server that has reviewed before */
function warm() {
  return withServer(async (client) => {
    const once = async (/** @type {string} */ text) => {
      const from = performance.now();
      const result = await client.callTool({ name: 'review_design', arguments: { text } });
      if (result.isError) throw new Error(`review_design failed: ${JSON.stringify(result.content)}`);
      return performance.now() - from;
    };
    const medians = new Map();
    for (let i = 0; i < 10; i += 1) await once(designOf(20));
    for (const kilobytes of SIZES) {
      const text = designOf(kilobytes);
      medians.set(kilobytes, await medianOf(runsFor(kilobytes), () => once(text)));
    }
    return medians;
  });
}

/** @returns {Promise<Medians>} median milliseconds by size of the whole command, start included */
function cold() {
  return withFolder(async (folder) => {
    const medians = new Map();
    for (const kilobytes of SIZES) {
      const design = writeDesign(folder, kilobytes);
      const once = async () => (await run([CLI, 'review', design, '--format', 'json'])).ms;
      medians.set(kilobytes, await medianOf(3, once));
    }
    return medians;
  });
}

/** How long a review takes, by size: in a running server, and as a command from spawn to exit. */
export async function reviewTime() {
  const warmed = await warm();
  const rows = [...warmed].map(([kilobytes, value]) => ({
    figure: `warm, ${kilobytes} KB`,
    value: value ?? 'failed',
    unit: 'ms',
    ...(kilobytes === 20 && { bar: '< 60' }),
  }));
  const growth = (warmed.get(1000) ?? Number.NaN) / (warmed.get(20) ?? Number.NaN);
  const commands = [...(await cold())].map(([kilobytes, value]) => ({
    figure: `command, ${kilobytes} KB`,
    value: value ?? 'failed',
    unit: 'ms',
  }));
  return [...rows, { figure: 'warm, 1,000 KB over 20 KB', value: growth, bar: '<= 80' }, ...commands];
}
