import type {
  CallToolResult,
  McpServer,
  ServerContext,
  StandardSchemaWithJSON,
  ToolAnnotations,
} from '@modelcontextprotocol/server';
import type * as z from 'zod';
import { FileProblem } from '../files/read.ts';
import type { Library } from '../library/load.ts';
import type { Report } from '../review/report.ts';
import type { Source } from '../review/reviewer.ts';

/** What tools work with; `server.ts` hands it to each of them. */
export interface ToolContext {
  /** Loaded with the first call that needs it. */
  readonly library: () => Promise<Library>;
  /** @throws Error with one line that says what to do */
  readonly review: (source: Source) => Promise<Report>;
  /** The date that waivers expire by, ISO. */
  readonly today: () => string;
  /** Starts a clock; what it returns says whether so many milliseconds are over. */
  readonly deadline: (ms: number) => () => boolean;
  /** Folders that files are read from, absolute; relative paths start at the first. */
  readonly roots: readonly string[];
  /** Takes one line for the operator. */
  readonly log: (line: string) => void;
}

/** Who has called, while the work goes on. */
export interface Caller {
  /** Set when the client has called the work off. */
  readonly signal: AbortSignal;
  /** Tells a client that asked for it how far the work is. Lets whatever has come in meanwhile be heard. */
  readonly progress: (done: number, all: number, what: string) => Promise<void>;
}

/** A failure the caller can mend; the message is the next instruction. */
export class ToolProblem extends Error {}

/** What a tool answers: text for the model and, where the tool has an output schema, the value. */
export interface ToolAnswer<Output> {
  readonly text: string;
  readonly value: Output;
}

export interface ToolDefinition<Input extends z.ZodObject, Output extends z.ZodObject | undefined> {
  /** snake_case, under 30 characters. */
  readonly name: string;
  readonly title: string;
  /** Two sentences: what it gives, and when to call it. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly annotations: ToolAnnotations;
  readonly run: (
    input: z.output<Input>,
    context: ToolContext,
    caller: Caller,
  ) => Promise<ToolAnswer<Output extends z.ZodObject ? z.output<Output> : undefined>>;
}

/** A tool whose schemas are sealed in, so that tools of different shapes stand in one list. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly register: (server: McpServer, context: ToolContext) => void;
}

/** Makes a tool of its definition: a file defines it, a line in `index.ts` lists it. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject | undefined>(
  tool: ToolDefinition<Input, Output>,
): Tool {
  const { name, title, description, annotations, output } = tool;
  const config = { title, description, annotations, inputSchema: listedOnly(tool.input) };
  return {
    name,
    title,
    description,
    register: (server, context) => {
      const all = output === undefined ? config : { ...config, outputSchema: undated(output) };
      server.registerTool(name, all, (input: unknown, request: ServerContext) =>
        call(tool, input, context, callerOf(request)),
      );
    },
  };
}

/** The schema as clients see it. `call` checks the arguments, once, with its type and with messages that say what to do. */
function listedOnly(schema: z.ZodObject): StandardSchemaWithJSON {
  const { '~standard': standard } = undated(schema);
  return { '~standard': { ...standard, validate: (value: unknown) => ({ value }) } };
}

/** Without the name of its dialect, which is the protocol's own and would be paid for with each schema of each tool. */
function undated(schema: z.ZodObject): StandardSchemaWithJSON {
  const standard: StandardSchemaWithJSON['~standard'] = schema['~standard'];
  const { input, output } = standard.jsonSchema;
  const without =
    (write: typeof input): typeof input =>
    (options) => {
      const { $schema: _, ...rest } = write(options);
      return rest;
    };
  return { '~standard': { ...standard, jsonSchema: { input: without(input), output: without(output) } } };
}

async function call<Input extends z.ZodObject, Output extends z.ZodObject | undefined>(
  tool: ToolDefinition<Input, Output>,
  input: unknown,
  context: ToolContext,
  caller: Caller,
): Promise<CallToolResult> {
  try {
    const { data, error } = tool.input.safeParse(input);
    if (error !== undefined) throw new ToolProblem(argumentProblem(tool, error));
    const { text, value } = await tool.run(data, context, caller);
    const content = [{ type: 'text' as const, text }];
    return value === undefined ? { content } : { content, structuredContent: value };
  } catch (error) {
    return { content: [{ type: 'text', text: explain(tool.name, error, context) }], isError: true };
  }
}

function callerOf({ mcpReq }: ServerContext): Caller {
  const token = mcpReq._meta?.progressToken;
  return {
    signal: mcpReq.signal,
    progress: async (done, all, what) => {
      if (token !== undefined)
        await mcpReq.notify({
          method: 'notifications/progress',
          params: { progressToken: token, progress: done, total: all, message: what },
        });
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Longest message about arguments, in characters: names in it come from the caller. */
const MESSAGE = 500;

function argumentProblem({ name, input }: { name: string; input: z.ZodObject }, error: z.ZodError): string {
  const issues = error.issues
    .slice(0, 5)
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  const said = issues.join('; ');
  const shown = said.length > MESSAGE ? `${said.slice(0, MESSAGE)}...` : said;
  return `${name} cannot take these arguments: ${shown}. It takes: ${Object.keys(input.shape).join(', ')}.`;
}

/** Messages of our own are passed on; anything else may hold paths or contents, so it goes to the operator only. */
function explain(name: string, error: unknown, context: ToolContext): string {
  if (error instanceof ToolProblem || error instanceof FileProblem) return error.message;
  context.log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return `${name} failed inside Faultline. The reason is on the server's standard error; calling again will not help.`;
}
