import { parseGate } from '../review/gate.ts';
import type { Notice } from '../review/report.ts';
import { counted } from './counted.ts';
import type { Stale } from './stale.ts';
import type { Checked } from './unit.ts';

/** All that was found in a repository. */
export interface Outcome {
  readonly designs: readonly Checked[];
  readonly stale: readonly Stale[];
  /** Waivers that waive nothing, each once. */
  readonly waivers: readonly string[];
}

/** Gives the reasons for which a check fails. */
export type CheckGate = (outcome: Outcome) => readonly string[];

/** What fails a check where nobody says otherwise: whatever somebody can be held to without taste coming in. */
export const DEFAULT_GATES = ['violated', 'model', 'failures', 'stale', 'waivers'];

const OWN: Readonly<Record<string, CheckGate>> = {
  model: ({ designs }) =>
    designs.flatMap(({ name, findings }) => {
      const severe = findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
      return severe.length === 0 ? [] : [`${name}: ${counted(severe.length, 'severe finding')} in its model`];
    }),
  failures: ({ designs }) =>
    designs.flatMap(({ name, failures }) =>
      failures.length === 0
        ? []
        : [`${name}: ${counted(failures.length, 'property', 'properties')} violated by failures`],
    ),
  stale: ({ stale }) => stale.map(({ file, why }) => `${file}: ${why}`),
  waivers: ({ waivers }) => waivers,
};

/**
 * Reads a `--fail-on` value of a check: one of its own, or a gate of a review but for `new`.
 * @throws Error naming the forms
 */
export function parseCheckGate(value: string): CheckGate {
  const own = Object.hasOwn(OWN, value) ? OWN[value] : undefined;
  if (own !== undefined) return own;
  if (value === 'new' || !isReviewGate(value))
    throw new Error(
      `No gate "${value}". Known: ${[...Object.keys(OWN), 'violated', 'readiness', 'score<N'].join(', ')}`,
    );
  const gate = parseGate(value);
  return ({ designs }) =>
    designs.flatMap(({ name, report }) => {
      const reason = gate(report);
      return reason === undefined ? [] : [`${name}: ${reason}`];
    });
}

function isReviewGate(value: string): boolean {
  try {
    return parseGate(value) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Waivers that waive nothing. One of the settings stands for many designs: it is useless only where it waives in none of
 * them; one that is over is told of in any case.
 */
export function uselessWaivers(designs: readonly Checked[]): string[] {
  const used = new Set(
    designs.flatMap(({ report }) => report.verdicts.filter(({ waiver }) => waiver).map(({ criterion }) => criterion)),
  );
  const told = new Set<string>();
  for (const { name, report } of designs)
    for (const notice of report.notices ?? []) if (isUseless(notice, used)) told.add(text(name, notice));
  return [...told];
}

function isUseless({ line, waiver }: Notice, used: ReadonlySet<string>): boolean {
  if (waiver === undefined) return false;
  return line !== undefined || waiver.expired || !used.has(waiver.criterion);
}

function text(name: string, { line, message }: Notice): string {
  return line === undefined ? message : `${name}:${line}: ${message}`;
}
