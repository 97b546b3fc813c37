// A worker that fails the way the text says: for the limits that no real design should reach.
import { parentPort } from 'node:worker_threads';

const hold = [];
const faults = {
  hang: () => {
    for (;;);
  },
  exhaust: () => {
    for (;;) hold.push(new Array(1e6).fill(Math.random()));
  },
  throw: () => {
    throw new Error('thrown outside');
  },
  exit: () => process.exit(3),
  refuse: () => parentPort.postMessage({ problem: 'refused' }),
  answer: () => parentPort.postMessage({ report: { score: 7 } }),
};

parentPort.on('message', ({ text }) => faults[text]());
