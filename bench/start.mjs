import { spawn } from 'node:child_process';
import { CLI, median, run } from './measure.mjs';

const RUNS = 20;

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } },
};

/** @returns {Promise<number>} milliseconds from spawn to the first whole line of the reply to `initialize` */
function timeToReply() {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, [CLI], { stdio: ['pipe', 'pipe', 'inherit'] });
    let ms = Number.NaN;
    child.stdout.on('data', (chunk) => {
      if (!Number.isNaN(ms) || !chunk.includes(10)) return;
      ms = performance.now() - from;
      child.stdin.end();
    });
    child.on('error', reject);
    child.on('close', () => (Number.isNaN(ms) ? reject(new Error('no reply to initialize')) : resolve(ms)));
    child.stdin.write(`${JSON.stringify(INITIALIZE)}\n`);
  });
}

/** Spawn to initialize reply beside an empty node, the two in turn, so that both meet the same machine. */
export async function start() {
  const ours = [];
  const empty = [];
  for (let i = 0; i < RUNS; i += 1) {
    empty.push((await run(['-e', ''])).ms);
    ours.push(await timeToReply());
  }
  return [
    { figure: 'node -e ""', value: median(empty), unit: 'ms' },
    { figure: 'spawn to initialize reply', value: median(ours), unit: 'ms' },
    { figure: 'ratio', value: median(ours) / median(empty), bar: '<= 2.0' },
  ];
}
