import { withServer } from '../scripts/server.mjs';
import { SIZES, designOf, withFolder, writeDesign } from './designs.mjs';
import { CLI, median, run } from './measure.mjs';

/** Fewer runs for what takes long; the median of three is enough to see a figure in seconds. */
const runsFor = (/** @type {number} */ kilobytes) => (kilobytes <= 20 ? 15 : 3);

/** @returns {Promise<Map<number, number>>} median milliseconds by size, in one server that has reviewed before */
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
      const times = [];
      for (let i = 0; i < runsFor(kilobytes); i += 1) times.push(await once(text));
      medians.set(kilobytes, median(times));
    }
    return medians;
  });
}

/** @returns {Promise<Map<number, number>>} median milliseconds by size of the whole command, start included */
function cold() {
  return withFolder(async (folder) => {
    const medians = new Map();
    for (const kilobytes of SIZES) {
      const design = writeDesign(folder, kilobytes);
      const times = [];
      for (let i = 0; i < 3; i += 1) times.push((await run([CLI, 'review', design, '--format', 'json'])).ms);
      medians.set(kilobytes, median(times));
    }
    return medians;
  });
}

/** How long a review takes, by size: in a running server, and as a command from spawn to exit. */
export async function reviewTime() {
  const warmed = await warm();
  const rows = [...warmed].map(([kilobytes, value]) => ({
    figure: `warm, ${kilobytes} KB`,
    value,
    unit: 'ms',
    ...(kilobytes === 20 && { bar: '< 60' }),
  }));
  const growth = (warmed.get(1000) ?? Number.NaN) / (warmed.get(20) ?? Number.NaN);
  const commands = [...(await cold())].map(([kilobytes, value]) => ({
    figure: `command, ${kilobytes} KB`,
    value,
    unit: 'ms',
  }));
  return [...rows, { figure: 'warm, 1,000 KB over 20 KB', value: growth, bar: '<= 80' }, ...commands];
}
