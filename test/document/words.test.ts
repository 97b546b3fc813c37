import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences, words } from './read.ts';

describe('words', () => {
  it.each([
    ['correlationId', 'correlation id'],
    ['at-least-once delivery', 'at least once delivery'],
    ['an order.placed event', 'an order placed event'],
    ['HTTPServer and OAuth2', 'http server and o auth2'],
    ['snake_case and a/b', 'snake case and a b'],
    ['event IDs, APIs, DLQs', 'event ids apis dlqs'],
    ["the service's table", 'the service table'],
    ["it doesn't and can’t and won't", 'it does not and can not and will not'],
    ['5s, 200ms, 99.9% and 1,000', '5 s 200 ms 99.9 percent and 1,000'],
    ['**bold** _it_ ~~gone~~ `code_span`', 'bold it gone code span'],
    ['[the docs](https://example.org/a_(b) "t") and ![alt](x.png)', 'the docs and alt'],
    ['[text][ref] and a note[^1]', 'text and a note'],
    ['see https://example.org/dead-letter or <https://example.org/queue>', 'see or'],
    ['a<br>b <b>c</b> <!-- hidden --> d &amp; e', 'a b c d e'],
    ['send it to <order service> as List<Order>', 'send it to order service as list order'],
    ['``a ` b`` c', 'a b c'],
    ['日本語 and naïve', '日本語 and naïve'],
  ])('%s', async (text, expected) => {
    expect(await words(text)).toBe(expected);
  });

  it('gives lemmas, also for capitals and for words no dictionary has', async () => {
    const [sentence] = await sentences('Consumers retried Orders on their DLQs while retries ran.');
    const lemmas = sentence?.words.map(({ lemma }) => lemma).join(' ');
    expect(lemmas).toBe('consumer retry order on their dlq while retry run');
  });

  it('says which words are one name in the text', async () => {
    const [sentence] = await sentences('RabbitMQ and a dead-letter queue');
    const glued = sentence?.words.filter((word) => word.glued === true).map(({ text }) => text);
    expect(glued).toEqual(['mq', 'letter']);
  });
});

describe('negation', () => {
  it.each([
    ['There is no dead-letter queue.', 'there is no !dead !letter !queue'],
    ['We do not retry, but the consumers retry later.', 'we do not !retry but the consumers retry later'],
    ['We do not retry but the consumers retry later.', 'we do not !retry but the consumers retry later'],
    ['Not only are messages ordered, they are kept.', 'not only are messages ordered they are kept'],
    ['The service no longer writes it.', 'the service no !longer !writes !it'],
    ['At most, no more than 5 events wait.', 'at most no more than 5 events wait'],
    ['Messages cannot be lost, and consumers retry.', 'messages can not !be !lost and consumers retry'],
    ['No message is lost and every consumer checks.', 'no !message !is !lost and every consumer checks'],
    ['It fails when there is no lock because calls race.', 'it fails when there is no !lock because calls race'],
    ['We do not wait: the queue keeps it.', 'we do not !wait the queue keeps it'],
  ])('%s', async (text, expected) => {
    expect(await words(text)).toBe(expected);
  });

  it('does not leak into the next cell or the next text', async () => {
    expect(await words('| no queue | retries |', 'row')).toBe('no !queue retries');
  });
});

describe('sentences', () => {
  it.each([
    ['Nothing is lost. It is retried.', ['Nothing is lost.', 'It is retried.']],
    ['See Fig. 2 for e.g. Kafka vs. SQS. Done.', ['See Fig. 2 for e.g. Kafka vs. SQS.', 'Done.']],
    ['Publish `order.placed`. Then v2.0 ends.', ['Publish `order.placed`.', 'Then v2.0 ends.']],
    ['**Retries.** Three times (see [x](y.md)). End', ['**Retries.**', 'Three times (see [x](y.md)).', 'End']],
    ['Who owns it? We do!', ['Who owns it?', 'We do!']],
    ['Owner: shop  \nReader: billing', ['Owner: shop', 'Reader: billing']],
    ['One\n> two. Three', ['One\n> two.', 'Three']],
    ['Kafka, Redis, etc. are stores. etc. Then', ['Kafka, Redis, etc. are stores.', 'etc.', 'Then']],
  ])('%s', async (text, expected) => {
    const found = await sentences(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('a question is known by its mark, with markup after it too', async () => {
    const asked = (await sentences('Who owns it? **Which store?** We do.')).map((sentence) => sentence.asked);
    expect(asked).toEqual([true, true, false]);
  });

  it('what nobody could quote is cut', async () => {
    const found = await sentences('word '.repeat(1_000));
    expect(found.map((sentence) => sentence.words.length)).toEqual([300, 300, 300, 100]);
  });

  it('lie in the text, in order, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        let last = 0;
        for (const { start, end, words: own } of await sentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(own.length).toBeGreaterThan(0);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
