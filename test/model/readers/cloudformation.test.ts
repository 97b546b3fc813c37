import { expect, test } from 'vitest';
import { statedBy } from './read.ts';

test('template.yaml: queues, streams, stores and the functions that they start', () => {
  expect(statedBy('template.yaml')).toEqual([
    '6 channels.Uploads.kind = "queue"',
    '6 channels.Uploads.delivery = "at-least-once"',
    '8 channels.Uploads.order = "none"',
    '9 channels.Uploads.ackDeadline = "3m"',
    '10 channels.Uploads.retention = "4d"',
    '13 channels.Uploads.maxDeliveries = 5',
    '12 channels.Uploads.dlq = {}',
    '16 channels.Uploads.dlq.retention = "14d"',
    '17 channels.Invoices.kind = "queue"',
    '17 channels.Invoices.delivery = "at-least-once"',
    '21 channels.Invoices.order = "per-key"',
    '21 channels.Invoices.dedupWindow = "5m"',
    '17 channels.Invoices.dlq = "none"',
    '17 channels.Invoices.maxDeliveries = "unlimited"',
    '22 channels.Clicks.kind = "stream"',
    '22 channels.Clicks.delivery = "at-least-once"',
    '22 channels.Clicks.order = "per-key"',
    '24 channels.Clicks.partitions = 4',
    '24 channels.Clicks.retention = "2d"',
    '25 channels.News.kind = "topic"',
    '25 channels.News.delivery = "at-least-once"',
    '26 stores.Pictures.kind = "files"',
    '26 stores.Pictures.engine = "s3"',
    '27 stores.Catalogue.kind = "database"',
    '27 stores.Catalogue.engine = "dynamodb"',
    '30 stores.Ledger.kind = "database"',
    '30 stores.Ledger.engine = "postgres"',
    '31 services.Scale.kind = "function"',
    '31 handlers.Scale.service = "Scale"',
    '34 handlers.Scale.on = ["Uploads"]',
    '37 messages.Uploads.channel = "Uploads"',
    '39 channels.Uploads.batchMax = 10',
    '40 handlers.Scale.onBatchFailure = "failed"',
    '41 services.Nightly.kind = "function"',
    '41 handlers.Nightly.service = "Nightly"',
    '44 handlers.Nightly.on = ["timer","request"]',
    '47 services.Bill.kind = "function"',
    '47 handlers.Bill.service = "Bill"',
    '50 handlers.Bill.on = ["Invoices"]',
    '50 messages.Invoices.channel = "Invoices"',
    '53 channels.Invoices.batchMax = 5',
    '50 handlers.Bill.onBatchFailure = "whole"',
  ]);
});

test('stack.json: the same as JSON, with intrinsic functions written out', () => {
  expect(statedBy('stack.json')).toEqual([
    '3 channels.Jobs.kind = "queue"',
    '3 channels.Jobs.delivery = "at-least-once"',
    '5 channels.Jobs.order = "none"',
    '6 channels.Jobs.ackDeadline = "1m"',
    '7 channels.Jobs.maxDeliveries = 3',
    '7 channels.Jobs.dlq = {}',
  ]);
});
