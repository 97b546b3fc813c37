import { expect, test } from 'vitest';
import { statedBy } from './read.ts';

test('compose.yaml: services with their instances and known stores; brokers, tools and the order of starting are left out', () => {
  expect(statedBy('compose.yaml')).toEqual([
    '12 services.shop = {}',
    '9 services.shop.instances = 2',
    '18 services.billing = {}',
    '22 services.billing.instances = 3',
    '26 services.mailer = {}',
    '28 services.mailer.instances = 4',
    '30 services.worker = {}',
    '9 services.worker.instances = 2',
    '33 stores.db = {}',
    '34 stores.db.engine = "postgres"',
    '36 stores.billing-db = {}',
    '37 stores.billing-db.engine = "mysql"',
    '38 stores.sessions = {}',
    '39 stores.sessions.engine = "redis"',
    '40 stores.files = {}',
    '41 stores.files.engine = "minio"',
    '41 stores.files.kind = "files"',
    '46 services.edge = {}',
    '47 services.edge.kind = "gateway"',
  ]);
});
