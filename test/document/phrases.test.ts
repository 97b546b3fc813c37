import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases } from '../../src/document/phrases.ts';
import { sentences } from './read.ts';

async function find(phrase: string, text: string) {
  const all = (await sentences(text)).flatMap((sentence) => sentence.words);
  return (
    compilePhrases({ concept: [phrase] })
      .find(all)
      .get('concept') ?? []
  );
}

describe('a phrase', () => {
  it.each([
    ['outbox', 'We use an Outbox.'],
    ['consumer', 'Consumers read it.'],
    ['write', 'It wrote the row.'],
    ['dead letter', 'a dead-letter queue'],
    ['retr*', 'It is retried.'],
    ['write .. publish', 'It writes the row and then publishes it.'],
    ['(at|at-) least once', 'at-least-once delivery'],
    ['at most (one|once)', 'at most once'],
    ['(our|) database', 'the database'],
    ['(deploy|releas)* alone', 'released alone'],
    ['(ship|deploy) (alone|on (its|their) own)', 'they deploy on their own'],
    ['<number> times', 'five times'],
    ['<duration>', 'wait 30 seconds'],
    ['<duration>', 'wait 200ms'],
    ['timeout <duration>', 'a timeout of 5s', false],
    ['timeout .. <duration>', 'a timeout of 5s'],
    ['<percent>', 'for 99.9% of calls'],
    ['rabbitmq', 'RabbitMQ'],
    ['microservice', 'micro-services'],
    ['correlation id', 'correlationId'],
    ['dead-letter', 'dead letter'],
    ["doesn't", 'it does not'],
    ['cannot', "it can't"],
    ['asynchronous*', 'a synchronous call', false],
    ['write .. publish', 'write one two three four five publish', false],
    ['outbox', 'out box', false],
  ])('%s in "%s"', async (phrase, text, expected = true) => {
    expect((await find(phrase, text)).length > 0).toBe(expected);
  });

  it('has its place, once, however many ways it can be read', async () => {
    expect(await find('(publish|publish*) event', 'We publish event after event.')).toEqual([
      { start: 1, end: 3, negated: false },
    ]);
  });

  it('is negated where one of its words is', async () => {
    expect(await find('dead letter queue', 'There is no dead-letter queue.')).toMatchObject([{ negated: true }]);
    expect(await find('dead letter queue', 'There is a dead-letter queue.')).toMatchObject([{ negated: false }]);
  });

  it('that negates by itself is meant as it stands', async () => {
    expect(await find('no queue', 'There is no queue.')).toMatchObject([{ negated: false }]);
    expect(await find('without .. lock', 'It runs without a lock.')).toMatchObject([{ negated: false }]);
  });

  it.each([
    ['', 'it can be empty'],
    ['(a|)', 'it can be empty'],
    ['.. a', '".." stands at an end'],
    ['a ..', '".." stands at an end'],
    ['a (b', 'a group is not closed'],
    ['a b)', 'a group is not opened'],
    ['<date>', 'no class <date>. Known: <number> <duration> <percent>'],
    ['a * b', '"*" is not a word'],
    ['re*try', '"re*try" is not a word'],
    ['a) (b|c)', 'a group is not opened'],
  ])('%j is refused by name', (phrase, reason) => {
    expect(() => compilePhrases({ retry: ['fine', phrase] })).toThrow(`concept "retry", phrase "${phrase}": ${reason}`);
  });

  it('that is too wide is refused', () => {
    const group = `(${'abcdefghijkl'.split('').join('|')})`;
    expect(() => compilePhrases({ wide: [`${group} ${group} ${group} ${group}`] })).toThrow(
      'it has more than 5000 readings',
    );
  });
});

describe('a matcher', () => {
  it('finds all concepts in one pass', async () => {
    const [sentence] = await sentences('The consumer retries the event.');
    const found = compilePhrases({ a: ['consumer'], b: ['retr*'], c: ['queue'], d: ['event', 'consumer'] }).find(
      sentence?.words ?? [],
    );
    expect([...found].map(([name, hits]) => [name, hits.map(({ start }) => start)])).toEqual([
      ['a', [1]],
      ['d', [1, 4]],
      ['b', [2]],
    ]);
  });

  it('finds a word exactly where it stands', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(word, { minLength: 1, maxLength: 3 }), (text, phrase) => {
        const list = text.map((one) => ({ text: one, lemma: one, negated: false }));
        const found =
          compilePhrases({ it: [phrase.join(' ')] })
            .find(list)
            .get('it') ?? [];
        const expected = text.flatMap((_, at) => (phrase.every((one, index) => text[at + index] === one) ? [at] : []));
        expect(found.map(({ start }) => start)).toEqual(expected);
      }),
    );
  });
});
