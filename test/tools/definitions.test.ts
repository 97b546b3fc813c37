import { describe, expect, test } from 'vitest';
import { TOOLS } from '../../src/tools/index.ts';
import { withServer } from '../helpers/server.ts';

describe.each(TOOLS)('$name', ({ name, title, description }) => {
  test('is named and described as clients can show it', () => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(name.length).toBeLessThan(30);
    expect(title.length).toBeGreaterThan(3);
    expect(description.split(/[.!?](?:\s|$)/).filter(Boolean)).toHaveLength(2);
  });
});

test('every schema is a closed object with bounds, and every pattern in it is fast', async () => {
  await withServer(async (server) => {
    await server.initialize();
    const { result } = await server.ask('tools/list');
    const listed = JSON.parse(JSON.stringify(result)).tools as {
      inputSchema: { properties?: Record<string, object> };
    }[];
    for (const { inputSchema } of listed) {
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(JSON.stringify(inputSchema)).not.toMatch(/"(anyOf|oneOf|allOf|pattern)"/);
      for (const property of Object.values(inputSchema.properties ?? {}))
        expect(
          Reflect.get(property, 'type') === 'boolean' ||
            ['enum', 'maxLength', 'maximum', 'maxItems'].some((bound) => bound in property),
          JSON.stringify(property),
        ).toBe(true);
    }
  });
});
