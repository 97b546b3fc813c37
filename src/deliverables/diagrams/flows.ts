import type { Design } from '../../model/design.ts';
import { show } from '../../model/show.ts';
import { Flowchart } from './flowchart.ts';

/** Who publishes what over which channel to whom, how often it is tried, and where it goes after that. */
export function flowsDiagram({ publications, deliveries, channels }: Design): string {
  const chart = new Flowchart('LR');
  const channelNode = (name: string) => chart.node(`channel ${name}`, 'channel', name);
  for (const { handler, message, channel } of publications)
    if (message.value !== undefined && channel.value !== undefined)
      chart.edge(chart.node(`handler ${handler.name}`, 'box', handler.name), channelNode(channel.name), message.name);
  for (const { handler, message, channel } of deliveries)
    if (message.value !== undefined && channel.value !== undefined)
      chart.edge(channelNode(channel.name), chart.node(`handler ${handler.name}`, 'box', handler.name), message.name);
  const used = new Set([...publications, ...deliveries].map(({ channel }) => channel.name));
  for (const channel of channels.filter(({ name }) => used.has(name))) {
    const most = channel.fact('maxDeliveries').value;
    const tries = most === undefined ? '' : `${show(most, 'count')} tries`;
    const dlq = channel.fact('dlq').value;
    if (typeof dlq === 'object')
      chart.edge(
        channelNode(channel.name),
        chart.node(`dead ${channel.name}`, 'round', `dead letters of ${channel.name}`),
        tries === '' ? 'given up' : `after ${tries}`,
        true,
      );
  }
  return chart.fenced();
}
