import type { Stated } from '../reader.ts';
import { functionFacts, mappingFacts } from './cloudformation-functions.ts';
import { referred, RESOURCES, type Resource } from './cloudformation-references.ts';
import type { Reader } from './reader.ts';
import type { Tree } from './tree.ts';
import { secondsText, stated, statedCount, statedSeconds } from './values.ts';

/** AWS CloudFormation and SAM: queues, topics, streams, stores, and the functions with what starts them. */
export const cloudformation: Reader = {
  name: 'CloudFormation',
  hint: /AWSTemplateFormatVersion|AWS::[A-Za-z0-9]+::/,
  fits: (tree) => tree.at(RESOURCES).entries.some(([, one]) => one.at('Type').text?.startsWith('AWS::') === true),
  read: ([tree]) => {
    const resources = (tree?.at(RESOURCES).entries ?? []).map(([id, resource]) => asResource(id, resource));
    const dead = new Set(resources.flatMap(({ properties }) => deadLetters(properties) ?? []));
    return resources.flatMap((resource) => FACTS[resource.type]?.(resource, { resources, dead }) ?? []);
  },
};

function asResource(id: string, resource: Tree): Resource {
  return { id, type: resource.at('Type').text ?? '', place: resource, properties: resource.at('Properties') };
}

interface Stack {
  readonly resources: readonly Resource[];
  /** Queues that hold what others could not get processed. */
  readonly dead: ReadonlySet<string>;
}

const FACTS: Readonly<Record<string, (resource: Resource, stack: Stack) => Stated[]>> = {
  'AWS::SQS::Queue': queue,
  'AWS::SNS::Topic': ({ id, place }) => [
    ...stated(['channels', id, 'kind'], 'topic', place),
    ...stated(['channels', id, 'delivery'], 'at-least-once', place),
  ],
  'AWS::Kinesis::Stream': stream,
  'AWS::DynamoDB::Table': ({ id, place }) => store(id, place, 'dynamodb', 'database'),
  'AWS::DynamoDB::GlobalTable': ({ id, place }) => store(id, place, 'dynamodb', 'database'),
  'AWS::Serverless::SimpleTable': ({ id, place }) => store(id, place, 'dynamodb', 'database'),
  'AWS::RDS::DBInstance': database,
  'AWS::RDS::DBCluster': database,
  'AWS::S3::Bucket': ({ id, place }) => store(id, place, 's3', 'files'),
  'AWS::ElastiCache::ReplicationGroup': ({ id, place }) => stated(['stores', id, 'engine'], 'redis', place),
  'AWS::Lambda::Function': functionFacts,
  'AWS::Serverless::Function': functionFacts,
  'AWS::Lambda::EventSourceMapping': mappingFacts,
};

/** A queue without a redrive policy has no dead letters and hands a message out until its retention ends. */
function queue({ id, place, properties }: Resource, { resources, dead }: Stack): Stated[] {
  if (dead.has(id)) return [];
  const path = ['channels', id];
  const redrive = properties.at('RedrivePolicy');
  const fifo = properties.at('FifoQueue');
  const isFifo = fifo.flag === true;
  return [
    ...stated([...path, 'kind'], 'queue', place),
    ...stated([...path, 'delivery'], 'at-least-once', place),
    ...stated([...path, 'order'], isFifo ? 'per-key' : 'none', fifo),
    ...(isFifo ? stated([...path, 'dedupWindow'], secondsText(FIFO_WINDOW), fifo) : []),
    ...statedSeconds([...path, 'ackDeadline'], properties.at('VisibilityTimeout')),
    ...statedSeconds([...path, 'retention'], properties.at('MessageRetentionPeriod')),
    ...(redrive.exists ? redriveFacts(path, redrive, resources) : stated([...path, 'dlq'], 'none', place)),
    ...(redrive.exists ? [] : stated([...path, 'maxDeliveries'], 'unlimited', place)),
  ];
}

/** Seconds for which a FIFO queue drops what is sent twice; AWS names it the deduplication interval. */
const FIFO_WINDOW = 300;

function redriveFacts(path: readonly string[], redrive: Tree, resources: readonly Resource[]): Stated[] {
  const target = redrive.at('deadLetterTargetArn');
  const own = resources.find(({ id }) => id === referred(target))?.properties;
  return [
    ...statedCount([...path, 'maxDeliveries'], redrive.at('maxReceiveCount')),
    ...(target.exists ? stated([...path, 'dlq'], {}, target) : []),
    ...(own === undefined ? [] : statedSeconds([...path, 'dlq', 'retention'], own.at('MessageRetentionPeriod'))),
  ];
}

function deadLetters(properties: Tree): string | undefined {
  return referred(properties.at('RedrivePolicy', 'deadLetterTargetArn'));
}

function stream({ id, place, properties }: Resource): Stated[] {
  const path = ['channels', id];
  return [
    ...stated([...path, 'kind'], 'stream', place),
    ...stated([...path, 'delivery'], 'at-least-once', place),
    ...stated([...path, 'order'], 'per-key', place),
    ...statedCount([...path, 'partitions'], properties.at('ShardCount')),
    ...statedSeconds([...path, 'retention'], properties.at('RetentionPeriodHours'), 3600),
  ];
}

function database({ id, place, properties }: Resource): Stated[] {
  const engine = properties.at('Engine');
  return store(
    id,
    engine.exists ? engine : place,
    engine.text?.replace(/^aurora-/, '').replace('postgresql', 'postgres'),
    'database',
  );
}

function store(id: string, place: Tree, engine: string | undefined, kind: string): Stated[] {
  return [...stated(['stores', id, 'kind'], kind, place), ...stated(['stores', id, 'engine'], engine, place)];
}
