import type { Node } from './types.ts';

const STORE =
  /(?:^|[^a-z])(?:db|database|data ?store|postgres\w*|mysql|mariadb|mongo\w*|dynamo\w*|redis|cassandra|s3|etcd)(?:$|[^a-z])|[a-z]DB$/;
const QUEUE =
  /(?:^|[^a-z])(?:queue|topic|kafka|rabbit\w*|sqs|sns|kinesis|(?:message|event) ?(?:bus|broker)|broker|dlq)(?:$|[^a-z])/;

/** A box drawn without a shape of its own is told by its name: `Orders DB`, `payments queue`. */
export function shapeByName(name: string): Node['shape'] {
  const plain = name.toLowerCase();
  if (STORE.test(plain) || /[a-z]DB$/.test(name)) return 'store';
  return QUEUE.test(plain) ? 'queue' : 'box';
}

/** A shown text without quotes, markup and line breaks. */
export function plainLabel(label: string): string {
  return label
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/#\w{1,10};/g, ' ')
    .replace(/^[\s"'`]+|[\s"'`]+$/g, '')
    .replace(/\s+/g, ' ');
}
