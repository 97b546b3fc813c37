import type { Trace, TraceStep } from './trace.ts';

/** A sequence diagram of a trace as GitHub's mermaid renders it: faults stand out as notes, lost messages as crossed arrows. */
export function mermaidOf({ steps, say }: Pick<Trace, 'steps' | 'say'>): string {
  const names = [...new Set(steps.flatMap(({ actor, to }) => (to === undefined ? [actor] : [actor, to])))];
  const alias = new Map(names.map((name, at) => [name, `p${at + 1}`]));
  const ends = [...alias.values()];
  const over = ends.length > 1 ? `${ends[0] ?? ''},${ends.at(-1) ?? ''}` : (ends[0] ?? '');
  const lines = steps.flatMap((step, at) => lineOf(step, at + 1, (name) => alias.get(name) ?? ''));
  return [
    'sequenceDiagram',
    ...names.map((name) => `  participant ${alias.get(name) ?? ''} as ${plain(name)}`),
    ...lines.map((line) => `  ${line}`),
    ...(over === '' ? [] : [`  Note over ${over}: ${plain(say)}`]),
  ].join('\n');
}

const ARROWS: Readonly<Record<string, string>> = { lose: '-x', timeout: '--)' };

function lineOf({ actor, to, text, fault }: TraceStep, number: number, alias: (name: string) => string): string[] {
  const said = `${number}. ${plain(text)}`;
  const note = fault === undefined ? [] : [`Note over ${alias(actor)}: fault: ${fault}`];
  if (to === undefined || to === actor) return [...note, `Note over ${alias(actor)}: ${said}`];
  return [...note, `${alias(actor)}${ARROWS[fault ?? ''] ?? '->>'}${alias(to)}: ${said}`];
}

/** Mermaid ends a statement at a semicolon, takes `#` for the beginning of an entity and `end` for the end of a block. */
function plain(text: string): string {
  return text
    .replaceAll(/[;#]/g, ',')
    .replaceAll(/[\r\n<>]/g, ' ')
    .replaceAll(/\bend\b/g, 'End');
}
