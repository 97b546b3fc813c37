import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { withServer } from '../scripts/server.mjs';

/** @param {unknown} value @returns o200k tokens of a text, or of a value as JSON */
const count = (value) => encode(typeof value === 'string' ? value : JSON.stringify(value)).length;

/** What a session pays: the tools once, and each answer of `read_guidance` that an assistant may ask for. */
export function tokens() {
  return withServer(async (client) => {
    const { tools } = await client.listTools();
    const { resources } = await client.listResources();
    const read = async (/** @type {Record<string, string>} */ args) => {
      const { content, isError } = await client.callTool({ name: 'read_guidance', arguments: args });
      if (isError) throw new Error(`read_guidance ${JSON.stringify(args)} failed: ${JSON.stringify(content)}`);
      return count(content.map((part) => (part.type === 'text' ? part.text : '')).join('\n'));
    };
    const pages = [];
    for (const { name } of resources.filter((one) => one.mimeType === 'text/markdown'))
      pages.push({ figure: `read_guidance ${name}`, value: await read({ name }) });
    return [
      { figure: 'tools/list', value: count(tools), bar: '< 1300' },
      ...tools.map((tool) => ({ figure: `  ${tool.name}`, value: count(tool) })),
      { figure: 'instructions', value: count(client.getInstructions() ?? '') },
      { figure: 'read_guidance', value: await read({}) },
      ...pages,
    ].map((row) => ({ ...row, unit: 'tokens' }));
  });
}
