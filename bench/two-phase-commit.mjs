/**
 * Two-phase commit for SPIN, as in Lamport's TLA+ specification and Stateright's `2pc.rs`: the same states and steps as
 * `test/explore/two-phase-commit.ts`.
 * @param {number} managers
 * @returns {string} Promela
 */
export function twoPhaseCommitPromela(managers) {
  const all = (1 << managers) - 1;
  const each = Array.from({ length: managers }, (_, at) => at);
  const branches = each.flatMap((at) => {
    const bit = 1 << at;
    return [
      `  :: d_step { tm == 0 && (sent & ${bit}) -> heard = heard | ${bit} }`,
      `  :: d_step { rm[${at}] == 0 -> rm[${at}] = 1; sent = sent | ${bit} }`,
      `  :: d_step { rm[${at}] == 0 -> rm[${at}] = 3 }`,
      `  :: d_step { (sent & ${1 << managers}) -> rm[${at}] = 2; check() }`,
      `  :: d_step { (sent & ${2 << managers}) -> rm[${at}] = 3; check() }`,
    ];
  });
  const torn = each.map((at) => `(rm[${at}] == 2)`).join(' || ');
  const aborted = each.map((at) => `(rm[${at}] == 3)`).join(' || ');
  return `/* rm: 0 working, 1 prepared, 2 committed, 3 aborted; tm: 0 open, 1 committed, 2 aborted */
byte rm[${managers}];
byte tm = 0;
int heard = 0;
int sent = 0;

inline check() { assert(!((${torn}) && (${aborted}))) }

active proctype system() {
end:
  do
  :: d_step { tm == 0 && heard == ${all} -> tm = 1; sent = sent | ${1 << managers} }
  :: d_step { tm == 0 -> tm = 2; sent = sent | ${2 << managers} }
${branches.join('\n')}
  od
}
`;
}
