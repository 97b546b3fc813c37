import type { Stated } from '../reader.ts';
import type { Reader } from './reader.ts';
import type { Tree } from './tree.ts';
import { safeName, secondsText, stated, statedSeconds } from './values.ts';

/** What the Amazon States Language has for a retrier that does not say otherwise. */
const RETRY = { interval: 1, rate: 2, attempts: 3 };

/** Amazon States Language: one orchestrated workflow, its tasks as steps in the order in which they are reached. */
export const asl: Reader = {
  name: 'Amazon States Language',
  hint: /["']?StartAt["']?\s*:/,
  fits: (tree) => tree.at('StartAt').exists && tree.at('States').exists,
  read: ([tree], file) => (tree === undefined ? [] : workflow(safeName(file), tree)),
};

interface Task {
  readonly name: string;
  readonly state: Tree;
  readonly parallel: string | undefined;
}

function workflow(name: string, machine: Tree): Stated[] {
  const path = ['workflows', name];
  const tasks = tasksOf(machine, undefined);
  return [
    ...stated([...path, 'style'], 'orchestration', machine.at('StartAt')),
    ...statedSeconds([...path, 'deadline'], machine.at('TimeoutSeconds')),
    ...tasks.flatMap((task, index) => [
      ...stepFacts([...path, 'steps', index], task),
      ...undoFacts([...path, 'steps', index, 'undo', 'op'], task, tasks[index + 1], machine),
    ]),
  ];
}

/** Tasks from the start on, along `Next` and `Default`, then the other branches of choices; a state is looked at once. */
function tasksOf(machine: Tree, parallel: string | undefined): Task[] {
  const states = new Map(machine.at('States').entries);
  const seen = new Set<string>();
  const queue = [machine.at('StartAt').text ?? ''];
  const tasks: Task[] = [];
  for (const name of queue) {
    const state = states.get(name);
    if (state === undefined || seen.has(name)) continue;
    seen.add(name);
    tasks.push(...tasksIn(name, state, parallel));
    const choices = state.at('Choices').items.map((choice) => choice.at('Next'));
    for (const next of [state.at('Next'), state.at('Default'), ...choices])
      if (next.text !== undefined) queue.push(next.text);
  }
  return tasks;
}

function tasksIn(name: string, state: Tree, parallel: string | undefined): Task[] {
  const type = state.at('Type').text;
  if (type === 'Task') return [{ name, state, parallel }];
  if (type === 'Parallel') return state.at('Branches').items.flatMap((branch) => tasksOf(branch, name));
  if (type !== 'Map') return [];
  const inner = state.at('ItemProcessor');
  return tasksOf(inner.exists ? inner : state.at('Iterator'), parallel);
}

type Path = readonly (string | number)[];

function stepFacts(path: Path, { name, state, parallel }: Task): Stated[] {
  const resource = state.at('Resource');
  const waits = /\.(?:waitForTaskToken|sync(?::2)?)$/.test(resource.text ?? '');
  return [
    ...stated([...path, 'id'], safeName(name), state),
    ...stated([...path, 'parallel'], parallel === undefined ? undefined : safeName(parallel), state),
    ...statedSeconds([...path, 'timeout'], state.at('TimeoutSeconds')),
    ...stated([...path, 'awaits'], waits ? 'reply' : undefined, resource),
    ...retryFacts(path, state),
  ];
}

/** Without a retrier a task is tried once. Of several the one that tries longest counts. */
function retryFacts(path: Path, state: Tree): Stated[] {
  const retriers = state.at('Retry').items.map((retrier) => {
    const tries = (retrier.at('MaxAttempts').number ?? RETRY.attempts) + 1;
    const interval = retrier.at('IntervalSeconds').number ?? RETRY.interval;
    const longest = interval * (retrier.at('BackoffRate').number ?? RETRY.rate) ** Math.max(0, tries - 2);
    return { retrier, tries, pause: Math.min(longest, retrier.at('MaxDelaySeconds').number ?? Infinity) };
  });
  const [most] = retriers.toSorted((a, b) => b.tries - a.tries);
  if (most === undefined) return stated([...path, 'attempts'], 1, state);
  const { retrier, tries, pause } = most;
  return [
    ...stated([...path, 'attempts'], Math.min(tries, 1_000_000), retrier),
    ...stated([...path, 'backoff'], tries > 1 && pause < 1e9 ? secondsText(Math.round(pause)) : undefined, retrier),
  ];
}

/**
 * The undo of a step, as a chain of failures shows it: the next step's failure leads to a task, and that leads on to
 * where this step's own failure leads.
 */
function undoFacts(path: Path, task: Task, next: Task | undefined, machine: Tree): Stated[] {
  const target = next?.state.at('Catch').items[0]?.at('Next');
  const own = task.state.at('Catch').items[0]?.at('Next').text;
  if (target?.text === undefined || own === undefined) return [];
  const undo = machine.at('States', target.text);
  const isUndo = undo.at('Type').text === 'Task' && undo.at('Next').text === own;
  return isUndo ? stated(path, safeName(target.text), target) : [];
}
