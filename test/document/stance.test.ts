import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

async function stances(text: string): Promise<string[]> {
  return (await read(text)).statements.filter(({ kind }) => kind !== 'heading').map(({ stance }) => stance);
}

describe('stance', () => {
  it.each([
    ['Consumers check the inbox.', 'stated'],
    ['We should probably retry.', 'hedged'],
    ['Alerts are TBD.', 'deferred'],
    ['We considered Kafka.', 'rejected'],
    ['You should retry.', 'advice'],
    ['Who owns the table?', 'asked'],
    ['We might retry?', 'hedged'],
    ['This is not out of scope.', 'stated'],
    ['[Describe the data each service owns]', 'template'],
    ['Owner: <your team here>', 'template'],
    ['The owner is {{team}}.', 'template'],
    ['_[One sentence about the problem.]_', 'template'],
    ['See [add a service](add.md).', 'stated'],
    ['It is sent to `/orders/<id>`.', 'stated'],
    ['[The docs of the service](docs.md)', 'stated'],
    ['<p class="a b">Text</p>', 'stated'],
    ['```yaml\nname: {{ .Values.name }}\n```', 'stated'],
  ])('%s', async (text, expected) => {
    expect(await stances(text)).toEqual([expected]);
  });

  it('follows the role of the section', async () => {
    const text =
      '# Design\nA.\n## Alternatives\nB.\n### Kafka\nC.\n## Open questions\nD?\n## Out of scope\nE.\n## Example\nF.';
    expect(await stances(text)).toEqual(['stated', 'rejected', 'rejected', 'deferred', 'deferred', 'stated']);
  });

  it('follows a bold line that stands as a heading', async () => {
    expect(await stances('**Future work**\n\nAlerts.\n\n**Design**\n\nQueues.')).toEqual(['deferred', 'stated']);
  });

  it('is not read from a long heading that happens to hold the word', async () => {
    expect(await stances('# A\n# Why no alternative transport is needed here\nB.')).toEqual(['stated']);
  });
});
