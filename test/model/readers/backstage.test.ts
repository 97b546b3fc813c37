import { expect, test } from 'vitest';
import { statedBy } from './read.ts';

test('catalog-info.yaml: components with their team and databases; what is not of the catalog is left out', () => {
  expect(statedBy('catalog-info.yaml')).toEqual([
    '4 services.payments = {}',
    '9 services.payments.owner = "money"',
    '15 stores.payments-db = {}',
    '16 stores.payments-db.kind = "database"',
  ]);
});
