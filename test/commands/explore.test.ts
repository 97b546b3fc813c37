import { describe, expect, test } from 'vitest';
import { run } from '../../src/commands/program.ts';
import { plain } from '../../src/render/paint.ts';
import { folderWith } from '../helpers/folders.ts';

const MODEL = `messages:
  payment.requested: { required: true, reconciled: none, id: payment_id, idMade: with-state }
stores:
  orders-db: { outbox: { relay: log-tailing, owner: orders-team, alarm: true } }
handlers:
  place-order:
    on: request
    dedup: none
    writes: [{ store: orders-db, mode: insert, unique: true }]
    publishes: [{ message: payment.requested, via: after-commit }]
`;
const DESIGN = `# Orders

The order service commits the order and then publishes it.
`;
const CITED = MODEL.replace('after-commit }]', 'after-commit }] # "and then publishes"');
const FILES = {
  'cited.yaml': CITED,
  'design.md': DESIGN,
  'model.yaml': MODEL,
  'better.yaml': MODEL.replace('after-commit', 'outbox'),
};

async function faultline(args: readonly string[], isOver = false) {
  const cwd = await folderWith(FILES);
  let [out, err, progress] = ['', '', ''];
  const io = {
    out: (text: string) => Promise.resolve(void (out += text)),
    err: (line: string) => Promise.resolve(void (err += `${line}\n`)),
    stdin: () => Promise.resolve(Buffer.from(MODEL)),
    progress: (line: string) => void (progress += `${line}\n`),
    paint: plain,
    cwd,
  };
  const none = () => Promise.reject(new Error('not here'));
  const host = { serve: none, reviewer: none, today: () => '2026-12-31', deadline: () => () => isOver };
  const code = await run(['explore', ...args], '1.2.3', io, host);
  return { code, out, err, progress };
}

describe('faultline explore', () => {
  test('the text has the trace, the line behind it and the repair', async () => {
    const { code, out, err } = await faultline(['design.md', 'cited.yaml']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('violated all-or-nothing place-order on a request');
    expect(out).toContain('   3. [crash] place-order crashes after it has saved, and the request does not come again');
    expect(out).toContain('1 fault, 3 steps; at its end payment.requested published 0, saved in orders-db 1');
    expect(out).toContain('publishes[0].via: after-commit (design.md:3)');
    expect(out).toContain('    - handlers.place-order.publishes[0].via: outbox');
    expect(out).toContain('Not checked:\n  each handler and each workflow is explored by itself');
  });

  test('json has all of it, twice the same bytes', async () => {
    const [one, other] = [
      await faultline(['model.yaml', '--format', 'json']),
      await faultline(['model.yaml', '--format', 'json']),
    ];
    expect(one.out).toBe(other.out);
    expect(JSON.parse(one.out)).toMatchObject({
      faultline: '1.2.3',
      faults: 3,
      parts: 1,
      verdicts: [
        { property: 'all-or-nothing', verdict: 'violated', page: 'properties/all-or-nothing', bound: { faults: 3 } },
        { verdict: 'holds' },
        { verdict: 'holds' },
      ],
    });
  });

  test('mermaid is the shortest trace alone, promela what SPIN takes', async () => {
    expect((await faultline(['model.yaml', '--format', 'mermaid'])).out).toMatch(
      /^sequenceDiagram\n {2}participant p1 as place-order\n/,
    );
    const { out } = await faultline(['model.yaml', '--format', 'promela', '--faults', '2']);
    expect(out).toContain('#define FAULTS 2');
    expect(out).toContain('active proctype design() {');
    expect(await faultline(['better.yaml', '--format', 'mermaid'])).toMatchObject({
      out: '',
      err: 'nothing is violated, so there is no trace to draw\n',
    });
  });

  test('html is one page that loads and runs nothing', async () => {
    const { out } = await faultline(['model.yaml', '--format', 'html']);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toMatch(/<script|https?:\/\//);
    expect(out).toContain('<strong class="fault">crash</strong>');
  });

  test('a baseline tells what was repaired', async () => {
    const { out, code } = await faultline(['better.yaml', '--baseline', 'model.yaml', '--fail-on', 'new']);
    expect(out).toContain(
      'Since the earlier model: 1 repaired, 0 remaining, 0 new, 0 gone without proof\n  repaired  all-or-nothing: handlers.place-order:request',
    );
    expect(code).toBe(0);
    expect(await faultline(['model.yaml', '--baseline', 'better.yaml', '--fail-on', 'new'])).toMatchObject({
      code: 1,
      err: 'the design fails the gate: 1 new\n',
    });
  });

  test('the gate follows what is printed', async () => {
    expect(await faultline(['model.yaml', '--fail-on', 'violated'])).toMatchObject({
      code: 1,
      err: 'the design fails the gate: 1 violated\n',
    });
    expect(await faultline(['better.yaml', '--fail-on', 'possible'])).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    [['model.yaml', '--faults', '5'], /--faults.*It takes a whole number from 0 to 4/],
    [['model.yaml', '--format', 'xml'], /Allowed choices are text, json, mermaid, html, promela/],
    [['model.yaml', '--workflow', 'ship'], /no workflow is called ship and has steps/],
    [['model.yaml', '--part', 'stores'], /no part begins with stores/],
    [['model.yaml', '--fail-on', 'new'], /--fail-on new needs --baseline/],
    [['missing.yaml'], /missing\.yaml/],
  ])('%j is refused in one line that says what to do', async (args, message) => {
    const { code, out, err } = await faultline(args);
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toMatch(message);
  });

  test('a clock that is over leaves what was finished, and progress was shown', async () => {
    const { out, progress } = await faultline(['model.yaml'], true);
    expect(out).toContain('0 violated, 0 possible, 0 hold, 3 undetermined');
    expect(out).toContain('Not explored to the end:');
    expect(progress).toMatch(/1 of 1: place-order on a request, \d+ thousand states a second/);
  });

  test('a design in which nothing can be explored says how to go on', async () => {
    expect((await faultline(['design.md'])).out).toContain(
      'Nothing in it can be explored: references/model.md shows how',
    );
  });
});
