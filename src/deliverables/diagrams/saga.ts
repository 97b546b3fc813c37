import type { Design, Stepping } from '../../model/design.ts';
import { Flowchart } from './flowchart.ts';

/** The steps of a workflow downwards, and from each that may fail the way back over what undoes those before it. */
export function sagaDiagram({ steps }: Design, workflow: string): string {
  const own = steps.filter((one) => one.workflow.name === workflow);
  const chart = new Flowchart('TD');
  const stepNode = ({ name, step }: Stepping) => {
    const kind = step.fact('kind').value;
    return chart.node(`step ${name}`, 'box', kind === 'pivot' ? `${name} (pivot)` : name);
  };
  const undone = own.filter(({ step }) => undoOf(step) !== undefined);
  const undoNode = ({ name, step }: Stepping) => chart.node(`undo ${name}`, 'round', `${undoOf(step) ?? ''}: ${name}`);
  for (const [at, one] of own.entries()) {
    const node = stepNode(one);
    const next = own[at + 1];
    chart.edge(node, next === undefined ? chart.node('done', 'round', 'done') : stepNode(next));
    const last = undone.findLast((candidate) => own.indexOf(candidate) < at);
    if (last !== undefined && mayFail(one)) chart.edge(node, undoNode(last), 'fails', true);
  }
  for (const [at, one] of undone.entries()) {
    const before = undone[at - 1];
    const isUsed = own.slice(own.indexOf(one) + 1).some(mayFail);
    if (isUsed)
      chart.edge(undoNode(one), before === undefined ? chart.node('undone', 'round', 'undone') : undoNode(before));
  }
  return own.length < 2 ? '' : chart.fenced();
}

function mayFail({ step }: Stepping): boolean {
  const kind = step.fact('kind').value;
  return kind === 'compensatable' || kind === 'pivot' || step.fact('canReject').value === true;
}

function undoOf(step: Stepping['step']): string | undefined {
  const undo = step.fact('undo').value;
  return typeof undo === 'object' ? (undo.op ?? 'undo') : undefined;
}
