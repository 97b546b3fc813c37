import type { Stated } from '../reader.ts';
import type { Reader } from './reader.ts';
import type { Tree } from './tree.ts';
import { safeName, stated, statedCount } from './values.ts';

/** Keys that a service has in a compose file and in no model of ours. */
const OWN_KEYS = ['image', 'build', 'extends', 'ports', 'depends_on', 'environment', 'command', 'volumes'];

/** What well-known images are, by the end of their name; the first that fits counts. */
const IMAGES: readonly (readonly [RegExp, Stores | 'broker' | 'tool' | 'gateway'])[] = [
  [/(?:exporter|ui|admin|commander|express|console|operator)$/, 'tool'],
  [/^(?:postgres|postgresql|postgis|timescaledb(?:-ha)?|pgvector)$/, { engine: 'postgres' }],
  [/^(?:mysql|mysql-server|percona-server)$/, { engine: 'mysql' }],
  [/^mariadb$/, { engine: 'mariadb' }],
  [/^(?:mongo|mongodb|mongodb-community-server)$/, { engine: 'mongodb' }],
  [/^(?:redis|redis-stack|redis-stack-server|valkey|keydb)$/, { engine: 'redis' }],
  [/^memcached$/, { engine: 'memcached', kind: 'cache' }],
  [/^(?:elasticsearch|opensearch)$/, { engine: 'elasticsearch' }],
  [/^(?:cassandra|scylla|cockroach|clickhouse-server|clickhouse|neo4j|influxdb|couchdb|dynamodb-local)$/, {}],
  [/^(?:minio|seaweedfs)$/, { engine: 'minio', kind: 'files' }],
  [/(?:^|-)(?:rabbitmq|kafka|redpanda|nats|nats-streaming|activemq(?:-artemis)?|artemis|pulsar|zookeeper)$/, 'broker'],
  [/^(?:mosquitto|emqx|schema-registry|cp-schema-registry|localstack|elasticmq(?:-native)?)$/, 'broker'],
  [/^(?:prometheus|grafana|jaeger|all-in-one|zipkin|loki|tempo|otel-collector|opentelemetry-collector.*)$/, 'tool'],
  [/^(?:adminer|pgadmin4|mailhog|mailpit|maildev|portainer|watchtower|vault|keycloak-config-cli|wait-for-it)$/, 'tool'],
  [/^(?:nginx|traefik|envoy|haproxy|caddy|kong|apisix)$/, 'gateway'],
];

interface Stores {
  readonly engine?: string;
  readonly kind?: string;
}

/**
 * Docker Compose: what runs, how often, and which of it is a known store. Who calls whom it does not say:
 * `depends_on` is an order of starting.
 */
export const compose: Reader = {
  name: 'Docker Compose',
  hint: /\b(?:image|build|depends_on)["']?\s*:/,
  fits: (tree) =>
    tree.at('services').entries.some(([, service]) => service.entries.some(([key]) => OWN_KEYS.includes(key))),
  read: ([tree]) => tree?.at('services').entries.flatMap(([name, service]) => part(safeName(name), service)) ?? [],
};

function part(name: string, service: Tree): Stated[] {
  if (name === '') return [];
  const image = service.at('image');
  const what = IMAGES.find(([pattern]) => pattern.test(imageName(image.text ?? '')))?.[1];
  if (what === 'broker' || what === 'tool') return [];
  if (typeof what === 'object')
    return [
      ...stated(['stores', name], {}, service),
      ...stated(['stores', name, 'engine'], what.engine ?? imageName(image.text ?? ''), image),
      ...stated(['stores', name, 'kind'], what.kind, image),
    ];
  return [
    ...stated(['services', name], {}, service),
    ...stated(['services', name, 'kind'], what, image),
    ...instances(['services', name, 'instances'], service),
  ];
}

function instances(path: Stated['path'], service: Tree): Stated[] {
  const replicas = statedCount(path, service.at('deploy', 'replicas'));
  return replicas.length > 0 ? replicas : statedCount(path, service.at('scale'));
}

/** `registry.example.com:5000/bitnami/kafka:3.7@sha256:...` is kafka. */
function imageName(image: string): string {
  const [path = ''] = image.split('@', 1);
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last.split(':', 1)[0]?.toLowerCase() ?? '';
}
