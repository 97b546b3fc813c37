import type { CacheHint, McpServer } from '@modelcontextprotocol/server';

export const MODEL_SCHEMA_URI = 'faultline://schemas/model.json';

const ABOUT = {
  title: 'JSON Schema of the model of a design',
  description: 'Every field of a model that check_model takes, with what may stand in it',
  mimeType: 'application/schema+json',
  annotations: { audience: ['assistant' as const], priority: 0.2 },
};

/** Serves the schema that the model is checked by; it is made when somebody reads it. */
export function registerModelSchema(server: McpServer, cacheHint: CacheHint): void {
  server.registerResource('model.schema.json', MODEL_SCHEMA_URI, { ...ABOUT, cacheHint }, async ({ href }) => {
    const { modelJsonSchema } = await import('../model/schema/json.ts');
    return { contents: [{ uri: href, mimeType: ABOUT.mimeType, text: JSON.stringify(modelJsonSchema()) }] };
  });
}
