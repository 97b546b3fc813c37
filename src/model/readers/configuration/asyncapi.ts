import { ModelProblem } from '../../problem.ts';
import type { Stated } from '../reader.ts';
import type { Reader } from './reader.ts';
import { follow, pointer } from './references.ts';
import type { Tree } from './tree.ts';
import { safeName, stated, statedCount, statedSeconds } from './values.ts';

/** AsyncAPI 3: the channels of an application with their bindings, its messages, and what it sends and receives. */
export const asyncapi: Reader = {
  name: 'AsyncAPI 3',
  hint: /\basyncapi["']?\s*:/,
  fits: (tree) => tree.at('asyncapi').exists,
  read: ([root]) => {
    if (root === undefined) return [];
    const version = root.at('asyncapi').text ?? '';
    if (!version.startsWith('3.'))
      throw new ModelProblem(`AsyncAPI ${version} is not read; convert it to 3.0 with "asyncapi convert"`);
    const service = safeName(root.at('info', 'title').text ?? '');
    return [
      ...(service === '' ? [] : stated(['services', service], {}, root.at('info', 'title'))),
      ...root.at('channels').entries.flatMap(([id, channel]) => channelFacts(root, id, follow(root, channel))),
      ...root.at('operations').entries.flatMap(([id, one]) => operationFacts(root, id, follow(root, one), service)),
    ];
  },
};

function channelFacts(root: Tree, id: string, channel: Tree): Stated[] {
  const name = safeName(id);
  if (name === '') return [];
  const bindings = follow(root, channel.at('bindings'));
  return [
    ...stated(['channels', name], {}, channel),
    ...kafka(['channels', name], bindings.at('kafka')),
    ...sqs(['channels', name], bindings.at('sqs')),
    ...amqp(['channels', name], bindings.at('amqp')),
    ...channel.at('messages').entries.flatMap(([key, one]) => messageFacts(root, key, one, name)),
  ];
}

type Path = readonly string[];

function kafka(path: Path, binding: Tree): Stated[] {
  if (!binding.exists) return [];
  const topic = binding.at('topicConfiguration');
  const size = topic.at('max.message.bytes');
  return [
    ...stated([...path, 'kind'], 'stream', binding),
    ...statedCount([...path, 'partitions'], binding.at('partitions')),
    ...statedSeconds([...path, 'retention'], topic.at('retention.ms'), 0.001),
    ...stated([...path, 'maxSize'], size.number === undefined ? undefined : `${size.number}B`, size),
  ];
}

function sqs(path: Path, binding: Tree): Stated[] {
  const queue = binding.at('queue');
  if (!queue.exists) return [];
  const redrive = queue.at('redrivePolicy');
  const order = { true: 'per-key', false: 'none' }[String(queue.at('fifoQueue').flag)];
  return [
    ...stated([...path, 'kind'], 'queue', queue),
    ...stated([...path, 'order'], order, queue.at('fifoQueue')),
    ...statedSeconds([...path, 'ackDeadline'], queue.at('visibilityTimeout')),
    ...statedSeconds([...path, 'retention'], queue.at('messageRetentionPeriod')),
    ...statedCount([...path, 'maxDeliveries'], redrive.at('maxReceiveCount')),
    ...(redrive.at('deadLetterQueue').exists ? stated([...path, 'dlq'], {}, redrive.at('deadLetterQueue')) : []),
    ...statedSeconds([...path, 'dlq', 'retention'], binding.at('deadLetterQueue', 'messageRetentionPeriod')),
  ];
}

function amqp(path: Path, binding: Tree): Stated[] {
  return binding.at('is').text === 'queue' ? stated([...path, 'kind'], 'queue', binding.at('is')) : [];
}

function messageFacts(root: Tree, key: string, reference: Tree, channel: string): Stated[] {
  const message = follow(root, reference);
  const name = messageName(key, message);
  if (name === '') return [];
  const payload = message.at('payload');
  return [
    ...stated(['messages', name, 'channel'], channel, reference),
    ...(payload.exists ? stated(['messages', name, 'schema'], {}, payload) : []),
  ];
}

function messageName(key: string, message: Tree): string {
  return safeName(message.at('name').text ?? key);
}

/** `send` is what the application publishes, `receive` what it consumes, and a reply is what it publishes for that. */
function operationFacts(root: Tree, id: string, operation: Tree, service: string): Stated[] {
  const name = safeName(id);
  const action = operation.at('action').text;
  if (name === '' || (action !== 'send' && action !== 'receive')) return [];
  const handler = ['handlers', name];
  const messages = messagesOf(root, operation);
  const replies = action === 'receive' ? messagesOf(root, follow(root, operation.at('reply'))) : [];
  const sent = action === 'send' ? messages : replies;
  const received = action === 'receive' ? messages.map(([message]) => message) : [];
  return [
    ...stated([...handler, 'service'], service, operation),
    ...(received.length > 0 ? stated([...handler, 'on'], received, operation.at('action')) : []),
    ...sent.flatMap(([message, tree], index) => stated([...handler, 'publishes', index, 'message'], message, tree)),
    ...replies.flatMap(([message, tree]) => stated(['messages', message, 'kind'], 'reply', tree)),
  ];
}

/** The messages that are named, or all of the channel; each with the place that names it. */
function messagesOf(root: Tree, operation: Tree): (readonly [string, Tree])[] {
  const named = operation.at('messages').items;
  if (named.length > 0) return named.map((one) => [messageName(pointer(one)?.at(-1) ?? '', follow(root, one)), one]);
  const channel = follow(root, operation.at('channel'));
  return channel.at('messages').entries.map(([key, one]) => [messageName(key, follow(root, one)), operation]);
}
