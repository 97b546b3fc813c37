import type { Stated } from '../reader.ts';
import { referred, type Resource } from './cloudformation-references.ts';
import type { Tree } from './tree.ts';
import { stated, statedCount } from './values.ts';

/** What starts a function, by the type of its event in SAM: the property that names the channel, or a trigger. */
const EVENTS: Readonly<Record<string, { readonly channel: string } | { readonly trigger: string }>> = {
  SQS: { channel: 'Queue' },
  SNS: { channel: 'Topic' },
  Kinesis: { channel: 'Stream' },
  Api: { trigger: 'request' },
  HttpApi: { trigger: 'request' },
  Schedule: { trigger: 'timer' },
  ScheduleV2: { trigger: 'timer' },
};

/** A function is a service and its one handler. Its timeout says when it is stopped, not how long it takes. */
export function functionFacts({ id, place, properties }: Resource): Stated[] {
  const events = properties.at('Events').entries.map(([, event]) => event);
  const starts = events.flatMap((event) => startOf(event) ?? []);
  return [
    ...stated(['services', id, 'kind'], 'function', place),
    ...stated(['handlers', id, 'service'], id, place),
    ...onFacts(id, starts, properties.at('Events')),
    ...events.flatMap((event) => sourceFacts(id, channelOf(event), event.at('Properties'))),
  ];
}

/** Ties a function to a queue or stream by a resource of its own. */
export function mappingFacts({ properties }: Resource): Stated[] {
  const handler = referred(properties.at('FunctionName'));
  const channel = referred(properties.at('EventSourceArn'));
  if (handler === undefined || channel === undefined) return [];
  return [...onFacts(handler, [channel], properties), ...sourceFacts(handler, channel, properties)];
}

function onFacts(handler: string, starts: readonly string[], place: Tree): Stated[] {
  return starts.length === 0 ? [] : stated(['handlers', handler, 'on'], [...new Set(starts)], place);
}

function startOf(event: Tree): string | undefined {
  const kind = EVENTS[event.at('Type').text ?? ''];
  if (kind === undefined) return undefined;
  return 'trigger' in kind ? kind.trigger : channelOf(event);
}

function channelOf(event: Tree): string | undefined {
  const kind = EVENTS[event.at('Type').text ?? ''];
  return kind !== undefined && 'channel' in kind ? referred(event.at('Properties', kind.channel)) : undefined;
}

/** The template does not name messages, so what travels over a channel goes by the channel's name. */
function sourceFacts(handler: string, channel: string | undefined, source: Tree): Stated[] {
  if (channel === undefined) return [];
  const partial = source.at('FunctionResponseTypes');
  const isPartial = partial.items.some(({ text }) => text === 'ReportBatchItemFailures');
  return [
    ...stated(['messages', channel, 'channel'], channel, source),
    ...statedCount(['channels', channel, 'batchMax'], source.at('BatchSize')),
    ...stated(
      ['handlers', handler, 'onBatchFailure'],
      isPartial ? 'failed' : 'whole',
      partial.exists ? partial : source,
    ),
  ];
}
