import { describe, expect, test } from 'vitest';
import { run } from '../../src/commands/program.ts';
import { plain } from '../../src/render/paint.ts';
import { folderWith } from '../helpers/folders.ts';

const MODEL = `# ours
channels:
  payments: { delivery: at-least-once, maxDeliveries: 5, dlq: none } # of last year
`;
const DESIGN = `# Payments

\`\`\`yaml faultline
channels:
  payments: { delivery: at-least-once, maxDeliveries: 5, ackDeadline: 30s, batchMax: 10, dlq: { owner: payments } }
messages:
  payment.requested: { channel: payments }
services:
  payments: { kind: worker }
handlers:
  pay: { service: payments, on: payment.requested, p99: 6s, heartbeat: false }
\`\`\`
`;

async function faultline(args: readonly string[], files: Record<string, string> = {}) {
  const cwd = await folderWith({ 'model.yaml': MODEL, 'design.md': DESIGN, ...files });
  let [out, err] = ['', ''];
  const io = {
    out: (text: string) => Promise.resolve(void (out += text)),
    err: (line: string) => Promise.resolve(void (err += `${line}\n`)),
    stdin: () => Promise.resolve(Buffer.from(MODEL)),
    progress: () => undefined,
    paint: plain,
    cwd,
  };
  const none = () => Promise.reject(new Error('not here'));
  const code = await run(args, '1.2.3', io, {
    serve: none,
    reviewer: none,
    today: () => '2026-12-31',
    deadline: () => () => false,
  });
  return { code, out, err };
}

describe('faultline model', () => {
  test('the text has the finding, its place and its repair', async () => {
    const { code, out, err } = await faultline(['model', 'model.yaml']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      'critical queue.silent-loss payments drops a message after 5 deliveries, and nobody is told.',
    );
    expect(out).toContain('at model.yaml:3');
    expect(out).toContain('Give the channel a dead-letter queue');
  });

  test('the arithmetic of a block in a design is shown', async () => {
    const { out } = await faultline(['model', 'design.md']);
    expect(out).toContain('30 s < 1.5 x 10 x 6 s = 90 s');
    expect(out).toContain('design.md:5');
  });

  test('yaml keeps comments and order, json has everything', async () => {
    expect((await faultline(['model', 'model.yaml', '--format', 'yaml'])).out).toBe(MODEL);
    const { out } = await faultline(['model', 'model.yaml', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      faultline: '1.2.3',
      files: ['model.yaml'],
      findings: [{ rule: 'queue.silent-loss', alias: 'D2', page: 'rules/queue.silent-loss' }],
    });
  });

  test('files that disagree are told on standard error where only the model is printed', async () => {
    const files = { 'other.yaml': 'channels: { payments: { maxDeliveries: 9, key: id } }\n' };
    const { err, out } = await faultline(['model', 'model.yaml', 'other.yaml', '--format', 'yaml'], files);
    expect(err).toBe('channels.payments.maxDeliveries: model.yaml:3 counts, not other.yaml:1\n');
    expect(out).toContain('key: id # other.yaml:1');
  });

  test.each([
    [['--fail-on', 'critical'], 1],
    [['--fail-on', 'violated'], 1],
    [[], 0],
  ])('the gate %j ends with %i', async (gate, code) => {
    expect((await faultline(['model', 'model.yaml', ...gate])).code).toBe(code);
  });

  test('a gate that only milder findings would break holds', async () => {
    const files = {
      'high.yaml': 'channels: { c: { delivery: at-least-once, maxDeliveries: unlimited, dlq: none } }\n',
    };
    expect((await faultline(['model', 'high.yaml', '--fail-on', 'critical'], files)).code).toBe(0);
    expect((await faultline(['model', 'high.yaml', '--fail-on', 'high'], files)).code).toBe(1);
  });

  test('a wrong word is one line with the nearest, and nothing is printed', async () => {
    const files = { 'bad.yaml': 'channels:\n  c: { delivery: at-most-onse }\n' };
    const { code, out, err } = await faultline(['model', 'bad.yaml'], files);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'bad.yaml, line 2: channels.c.delivery: "at-most-onse" is not at-most-once, at-least-once, broker-exactly-once; did you mean at-most-once?\n',
    );
  });
});
