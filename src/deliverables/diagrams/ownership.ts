import type { Design } from '../../model/design.ts';
import { Flowchart } from './flowchart.ts';

/** Who writes which store with a full arrow, who reads it with a dashed one. */
export function ownershipDiagram({ services, stores }: Design): string {
  const chart = new Flowchart('LR');
  const label = (name: string): string => {
    const owner = services.find((one) => one.name === name)?.fact('owner').value;
    return owner === undefined ? name : `${name} (${owner})`;
  };
  const service = (name: string) => chart.node(`service ${name}`, 'box', label(name));
  for (const store of stores) {
    const node = chart.node(`store ${store.name}`, 'store', store.name);
    const writers = store.fact('writers').value ?? [];
    for (const writer of writers) chart.edge(service(writer), node, 'writes');
    for (const reader of store.fact('readers').value ?? [])
      if (!writers.includes(reader)) chart.edge(node, service(reader), 'read by', true);
  }
  return chart.fenced();
}
