import { McpServer } from '@modelcontextprotocol/server';
import { PROMPTS } from './prompts/index.ts';
import { registerResources } from './resources/index.ts';
import { registerModelSchema } from './resources/schema.ts';
import { TOOLS } from './tools/index.ts';
import type { ToolContext } from './tools/tool.ts';

export interface ServerOptions extends ToolContext {
  readonly version: string;
  /** Whether pages come from folders of the operator's, which may change between runs and are nobody else's. */
  readonly ownSkills: boolean;
}

/** Stands alone: some clients show a model nothing else at start, and Codex only the first 512 characters. */
export const INSTRUCTIONS =
  'Faultline finds the fault lines in a distributed design: use it for work across services, queues or copies of data. ' +
  'review_design: 25 criteria on a path or text, verdicts with quoted lines. check_model: its structure and numbers. ' +
  'explore_failures: the shortest way to lose or double work. fill_deliverable: its documents, and what is still open. ' +
  'read_guidance, without arguments for the index: to design or look something up. Same input, same answer; only ' +
  'fill_deliverable writes, where you say.';

/** Most array elements and object members in the arguments of one call (SECURITY: wide objects exhaust the heap). */
const MAX_ELEMENTS = 10_000;

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** An MCP server for one connection. It knows no process and no stream; `serve.ts` connects it. */
export function createServer(options: ServerOptions): McpServer {
  const cacheHint = options.ownSkills
    ? ({ ttlMs: MINUTE, cacheScope: 'private' } as const)
    : ({ ttlMs: DAY, cacheScope: 'public' } as const);
  const server = new McpServer(
    { name: 'faultline', title: 'Faultline', version: options.version },
    {
      instructions: INSTRUCTIONS,
      maxToolInputElements: MAX_ELEMENTS,
      capabilities: {
        tools: { listChanged: false },
        resources: { listChanged: false },
        prompts: { listChanged: false },
      },
      cacheHints: {
        'server/discover': cacheHint,
        'tools/list': cacheHint,
        'prompts/list': cacheHint,
        'resources/list': cacheHint,
        'resources/templates/list': cacheHint,
        'resources/read': cacheHint,
      },
    },
  );
  for (const tool of TOOLS) tool.register(server, options);
  for (const prompt of PROMPTS) prompt.register(server);
  registerResources(server, { library: options.library, cacheHint, log: options.log });
  registerModelSchema(server, cacheHint);
  return server;
}
