import { expect, test } from 'vitest';
import { statedBy } from './read.ts';

test('asyncapi.yaml: channels with their bindings, messages, and what the application sends and receives', () => {
  expect(statedBy('asyncapi.yaml')).toEqual([
    '3 services.Order-service = {}',
    '6 channels.orderEvents = {}',
    '13 channels.orderEvents.kind = "stream"',
    '14 channels.orderEvents.partitions = 24',
    '17 channels.orderEvents.retention = "7d"',
    '18 channels.orderEvents.maxSize = "1048576B"',
    '9 messages.order.placed.channel = "orderEvents"',
    '52 messages.order.placed.schema = {}',
    '10 messages.order.cancelled.channel = "orderEvents"',
    '19 channels.payments = {}',
    '60 channels.payments.kind = "queue"',
    '62 channels.payments.order = "per-key"',
    '63 channels.payments.ackDeadline = "90s"',
    '64 channels.payments.retention = "4d"',
    '66 channels.payments.maxDeliveries = 5',
    '67 channels.payments.dlq = {}',
    '70 channels.payments.dlq.retention = "14d"',
    '22 messages.paymentTaken.channel = "payments"',
    '22 messages.paymentTaken.schema = {}',
    '25 channels.quotes = {}',
    '30 channels.quotes.kind = "queue"',
    '28 messages.quoteAsked.channel = "quotes"',
    '29 messages.quote.given.channel = "quotes"',
    '32 handlers.publishOrder.service = "Order-service"',
    '36 handlers.publishOrder.publishes.0.message = "order.placed"',
    '37 handlers.publishOrder.publishes.1.message = "order.cancelled"',
    '38 handlers.onPayment.service = "Order-service"',
    '39 handlers.onPayment.on = ["paymentTaken"]',
    '41 handlers.giveQuote.service = "Order-service"',
    '42 handlers.giveQuote.on = ["quoteAsked"]',
    '47 handlers.giveQuote.publishes.0.message = "quote.given"',
    '47 messages.quote.given.kind = "reply"',
  ]);
});
