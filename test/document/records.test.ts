import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/document/records.ts';

describe('a list of records', () => {
  it('is read as the table that it is', () => {
    const records = readRecords(['service: orders; owns: order lines', 'service: stock; owns: reservations']);
    expect(records).toEqual({
      header: ['service', 'owns'],
      rows: [
        ['orders', 'order lines'],
        ['stock', 'reservations'],
      ],
    });
  });

  it('may have its names in bold, and an end mark', () => {
    expect(readRecords(['**team:** shop; **on call**: yes;'])).toEqual({
      header: ['team', 'on call'],
      rows: [['shop', 'yes']],
    });
  });

  it('keeps a value that holds a semicolon or a colon', () => {
    expect(readRecords(['step: hold; undo: release; at once: yes', 'step: pay; undo: none'])?.rows).toEqual([
      ['hold', 'release; at once: yes'],
      ['pay', 'none'],
    ]);
  });

  it('has an empty value where there is none', () => {
    expect(readRecords(['step: hold; undo:'])?.rows).toEqual([['hold', '']]);
  });

  it.each([
    ['terms', ['retry: try again', 'outbox: a table']],
    ['sentences', ['We publish; the others read.']],
    ['items that begin differently', ['a: 1; b: 2', 'b: 2; a: 1']],
    ['nothing', ['']],
  ])('is not %s', (_, items) => {
    expect(readRecords(items)).toBeUndefined();
  });
});
