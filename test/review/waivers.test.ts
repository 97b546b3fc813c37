import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/config/settings.ts';
import { parseGate } from '../../src/review/gate.ts';
import { reviewSmall, verdictIn } from './small.ts';

const TEXT = `# Orders

The order service and the billing service read a shared table.
`;

const settings = (waivers: Settings['waivers']): Settings => ({
  name: '.faultline.yaml',
  weights: {},
  severities: {},
  disabled: [],
  criteria: [],
  waivers,
});

describe('a waiver in the design', () => {
  const waived = `${TEXT}\n<!-- faultline-ignore sharing: moves\nin Q3 -->\n`;

  it('leaves the verdict visible with its reason, and holds it against nothing', async () => {
    const [before, after] = [await reviewSmall(TEXT), await reviewSmall(waived)];
    expect(verdictIn(after, 'sharing')).toEqual({ ...verdictIn(before, 'sharing'), waiver: { reason: 'moves in Q3' } });
    expect([before.readiness, after.readiness]).toEqual(['not-ready', 'gaps']);
    expect(after.next).not.toContain('Write about sharing.');
    expect(after.questions.map(({ criterion }) => criterion)).not.toContain('sharing');
    expect([parseGate('violated')(before), parseGate('violated')(after)]).toEqual(['it violates sharing', undefined]);
    expect(after.notices).toBeUndefined();
  });

  it('leaves the sum of the score, as what does not apply does', async () => {
    const half = `${TEXT}\nThe order service has an outbox.\n`;
    expect((await reviewSmall(half)).score).toBe(25);
    expect((await reviewSmall(`${half}\n<!-- faultline-ignore sharing: moves -->\n`)).score).toBe(50);
  });

  it('changes no verdict by its own words', async () => {
    const report = await reviewSmall(`${TEXT}\n<!-- faultline-ignore sharing: an outbox with an alert -->\n`);
    expect(report.verdicts.map(({ verdict }) => verdict)).toEqual(
      (await reviewSmall(TEXT)).verdicts.map(({ verdict }) => verdict),
    );
  });

  it.each([
    ['no reason', 'faultline-ignore sharing', 'sharing', 'with a reason.'],
    ['a blank reason', 'faultline-ignore sharing: ', 'sharing', 'with a reason.'],
    ['no criterion', 'faultline-ignore', '', 'with a reason.'],
    ['an unknown criterion', 'faultline-ignore shring: x', 'shring', 'there is no such criterion. Nearest: sharing'],
    ['a met criterion', 'faultline-ignore outbox: x', 'outbox', 'its verdict is met. Take the waiver out.'],
  ])('with %s waives nothing and is reported with its line', async (_, comment, criterion, message) => {
    const report = await reviewSmall(`${TEXT}\nThere is an outbox.\n<!-- ${comment} -->\n`);
    expect(report.verdicts.filter(({ waiver }) => waiver)).toEqual([]);
    expect(report.notices).toEqual([
      { line: 6, message: expect.stringContaining(message), waiver: { criterion, expired: false } },
    ]);
  });

  it('in a code fence is none, nor is another word', async () => {
    const comment = '<!-- faultline-ignore sharing: x -->';
    const report = await reviewSmall(
      `${TEXT}\n\`\`\`md\n${comment}\n\`\`\`\n\n<!-- faultline-ignored sharing: x -->\n`,
    );
    expect(verdictIn(report, 'sharing').waiver).toBeUndefined();
    expect(report.notices).toBeUndefined();
  });

  it('written twice is told of once', async () => {
    const comment = '<!-- faultline-ignore sharing: x -->\n';
    const { notices } = await reviewSmall(`${TEXT}${comment}${comment}`);
    expect(notices).toEqual([
      {
        line: 5,
        message: 'The waiver of sharing in line 5 waives nothing: it is waived already.',
        waiver: { criterion: 'sharing', expired: false },
      },
    ]);
  });
});

it('a thousand waivers that waive nothing are told of in thirty lines and one', async () => {
  const { notices } = await reviewSmall(`${TEXT}${'<!-- faultline-ignore nothing: x -->\n'.repeat(1000)}`);
  expect(notices).toHaveLength(31);
  expect(notices?.at(-1)).toEqual({ message: 'And 970 more like these.' });
});

describe('a waiver in the settings', () => {
  const sharing = { criterion: 'sharing', reason: 'accepted', by: 'ops', until: '2027-03-31' };

  it.each([
    ['on its last day', '2027-03-31', { reason: 'accepted', by: 'ops', until: '2027-03-31' }, undefined],
    [
      'after its last day',
      '2027-04-01',
      undefined,
      [
        {
          message: 'The waiver of sharing in .faultline.yaml waives nothing: it expired after 2027-03-31.',
          waiver: { criterion: 'sharing', expired: true },
        },
      ],
    ],
  ])('%s', async (_, today, waiver, notices) => {
    const report = await reviewSmall(TEXT, { settings: settings([sharing]), today });
    expect(verdictIn(report, 'sharing').waiver).toEqual(waiver);
    expect(report.notices).toEqual(notices);
  });

  it.each([
    ['docs/*.md', true],
    ['**/design.md', true],
    [['a.md', 'design.md'], true],
    ['design.md', true],
    ['other/**', false],
    [['*.txt'], false],
  ])('for the files %j', async (files, waives) => {
    const report = await reviewSmall(TEXT, { settings: settings([{ ...sharing, files }]) });
    expect(verdictIn(report, 'sharing').waiver !== undefined).toBe(waives);
    expect(report.notices).toBeUndefined();
  });

  it('gives way to the one in the design', async () => {
    const text = `${TEXT}<!-- faultline-ignore sharing: here -->\n`;
    const report = await reviewSmall(text, { settings: settings([sharing]) });
    expect(verdictIn(report, 'sharing').waiver).toEqual({ reason: 'here' });
    expect(report.notices).toHaveLength(1);
  });
});
