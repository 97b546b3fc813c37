import type { Design } from '../../model/design.ts';
import { show } from '../../model/show.ts';
import { Flowchart } from './flowchart.ts';

type Channel = Design['channels'][number];

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
  for (const channel of channels.filter(({ name }) => used.has(name))) drawDeadLetters(chart, channel, channelNode);
  return chart.fenced();
}

/** How often and how slowly a channel tries, where messages go after that, and how they come back. */
function drawDeadLetters(chart: Flowchart, channel: Channel, channelNode: (name: string) => string): void {
  if (typeof channel.fact('dlq').value !== 'object') return;
  const most = channel.fact('maxDeliveries').value;
  const pause = channel.fact('backoff').value;
  const tries = most === undefined ? 'given up' : `after ${show(most, 'count')} tries`;
  const label = pause === undefined ? tries : `${tries}, up to ${show(pause, 'time')} apart`;
  const dead = chart.node(`dead ${channel.name}`, 'round', `dead letters of ${channel.name}`);
  chart.edge(channelNode(channel.name), dead, label, true);
  const redrive = channel.part('dlq').fact('redrive').value;
  if (redrive === 'manual' || redrive === 'automatic')
    chart.edge(dead, channelNode(channel.name), redrive === 'manual' ? 'sent again by hand' : 'sent again', true);
}
