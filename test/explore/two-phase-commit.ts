import type { Machine } from '../../src/explore/machine.ts';

const [WORKING, PREPARED, COMMITTED, ABORTED] = [0, 1, 2, 3];

/**
 * Two-phase commit as in Lamport's TLA+ specification and Stateright's `2pc.rs`: the managers in the first word, two bits
 * each; then the state of the transaction manager, whom it has heard, and the messages that were ever sent.
 */
export function twoPhaseCommit(managers: number): Machine {
  const everybody = (1 << managers) - 1;
  const commit = 1 << managers;
  const abort = 2 << managers;
  return {
    words: 3,
    init: (state) => state.fill(0),
    actions: (state, offer) => {
      const [states, tm, sent] = [word(state, 0), word(state, 1), word(state, 2)];
      const isOpen = (tm & 3) === 0;
      if (isOpen && tm >>> 2 === everybody) offer(COMMIT, false);
      if (isOpen) offer(ABORT, false);
      for (let at = 0; at < managers; at += 1) {
        if (isOpen && (sent & (1 << at)) !== 0) offer(HEAR + 8 * at, false);
        if (stateOf(states, at) === WORKING) {
          offer(PREPARE + 8 * at, false);
          offer(REFUSE + 8 * at, false);
        }
        if ((sent & commit) !== 0) offer(OBEY + 8 * at, false);
        if ((sent & abort) !== 0) offer(GIVE_UP + 8 * at, false);
      }
    },
    next: (state, action, into) => {
      into.set(state);
      const at = action >>> 3;
      const become = (next: number) => {
        into[0] = (word(state, 0) & ~(3 << (2 * at))) | (next << (2 * at));
      };
      const say = (message: number) => {
        into[2] = word(state, 2) | message;
      };
      const decide = (bits: number) => {
        into[1] = word(state, 1) | bits;
      };
      switch (action & 7) {
        case COMMIT:
          decide(1);
          return say(commit);
        case ABORT:
          decide(2);
          return say(abort);
        case HEAR:
          return decide(4 << at);
        case PREPARE:
          become(PREPARED);
          return say(1 << at);
        default:
          return become((action & 7) === OBEY ? COMMITTED : ABORTED);
      }
    },
    violated: (state) => {
      const seen = seenIn(word(state, 0), managers);
      return (seen & (1 << COMMITTED)) !== 0 && (seen & (1 << ABORTED)) !== 0 ? 1 : 0;
    },
    isDone: (state) => (seenIn(word(state, 0), managers) & ((1 << WORKING) | (1 << PREPARED))) === 0,
  };
}

const [COMMIT, ABORT, HEAR, PREPARE, REFUSE, OBEY, GIVE_UP] = [0, 1, 2, 3, 4, 5, 6] as const;

function word(state: Uint32Array, at: number): number {
  return state[at] ?? 0;
}

function stateOf(states: number, at: number): number {
  return (states >>> (2 * at)) & 3;
}

/** Which states some manager is in, a bit each. */
function seenIn(states: number, managers: number): number {
  let seen = 0;
  for (let at = 0; at < managers; at += 1) seen |= 1 << stateOf(states, at);
  return seen;
}
