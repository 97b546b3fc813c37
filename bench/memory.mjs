import { CLI, median, run } from './measure.mjs';
import { withFolder, writeDesign } from './designs.mjs';

const RUNS = 3;

/** Loaded before the command: says at its end how much memory the whole process, workers included, held at most. */
const REPORT_PEAK = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'))`;

/** @param {string[]} args of the command @returns {Promise<number>} the most memory it held, in MB */
async function peak(args) {
  const { err } = await run(['--import', `data:text/javascript,${encodeURIComponent(REPORT_PEAK)}`, CLI, ...args]);
  return Number(/^peak (\d+)$/m.exec(err)?.[1]) / 1e3;
}

/** Peak resident memory of one review by the command; `--version` shows what the command holds without one. */
export function memory() {
  return withFolder(async (folder) => {
    const design = writeDesign(folder, 1000);
    const idle = [];
    const full = [];
    for (let i = 0; i < RUNS; i += 1) {
      idle.push(await peak(['--version']));
      full.push(await peak(['review', design, '--format', 'json']));
    }
    return [
      { figure: 'peak, faultline --version', value: median(idle), unit: 'MB' },
      { figure: 'peak, 1 MB reviewed', value: median(full), unit: 'MB', bar: '< 400' },
    ];
  });
}
