import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { withServer } from '../helpers/server.ts';

/** What a session pays for all five tools, used or not. */
const MOST_TOKENS = 1_300;

test('what the model sees of the tools is the reviewed file', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const { result } = await server.ask('tools/list');
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot('tools-list.json');
    expect(encode(JSON.stringify(result)).length).toBeLessThan(MOST_TOKENS);
  });
});
