import { and } from '../../program.ts';
import type { CallState } from './call.ts';
import { callee } from './callee.ts';
import { triesAgain } from './silence.ts';
import type { Work } from './work.ts';

/** Calls and waits for the answer. @returns the position behind it */
export function calls(work: Work, call: CallState): number {
  const { draft, at, actor } = work;
  const { position, requests, answer, tries, name, waits, calling } = call;
  const sent = [requests.up(), call.given.set(0), waits ? tries.set(1) : at.set(position + 1)];
  draft.step(actor, `${actor} calls ${name}`, and(at.is(position), tries.is(0)), sent, {
    to: name,
    declared: `${actor} calls ${name}`,
  });
  callee(work, call);
  draft.step(name, `the request to ${name} is lost`, requests.atLeast(1), [requests.down()], { fault: 'lose' });
  if (!waits) return position + 1;
  draft.step(name, `the answer of ${name} is lost`, answer.is(1), [answer.set(0)], { fault: 'lose' });
  draft.step(actor, `${actor} has the answer of ${name}`, and(at.is(position), answer.is(1)), [
    at.set(position + 1),
    answer.set(0),
    tries.set(0),
  ]);
  if (!call.mustWait.is) work.gaps.push(...call.mustWait.facts);
  else triesAgain(work, call, calling);
  return position + 1;
}
