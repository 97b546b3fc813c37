import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';

export interface PromptDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Arguments with their descriptions. Clients know strings only, and all of them may be left out. */
  readonly arguments: Readonly<Record<string, string>>;
  /** @returns the text of the user's message */
  readonly write: (given: Readonly<Record<string, string | undefined>>) => string;
}

export interface Prompt {
  readonly name: string;
  readonly register: (server: McpServer) => void;
}

/** Longest value of an argument, in characters. */
const LONGEST = 2000;

/** Makes a prompt of its definition: a file defines it, a line in `index.ts` lists it. */
export function definePrompt(prompt: PromptDefinition): Prompt {
  const { name, title, description, write } = prompt;
  const shape: Record<string, z.ZodOptional<z.ZodString>> = {};
  for (const [argument, text] of Object.entries(prompt.arguments))
    shape[argument] = z.string().max(LONGEST).optional().describe(text);
  const config = { title, description, argsSchema: z.strictObject(shape) };
  return {
    name,
    register: (server) => {
      server.registerPrompt(name, config, (given) => ({
        description,
        messages: [{ role: 'user', content: { type: 'text', text: write(given) } }],
      }));
    },
  };
}
