import * as z from 'zod';
import { ModelSchema } from './index.ts';

/** What a person may write, for editors and for assistants: durations as texts, mechanisms as a word or as facts. */
export function modelJsonSchema(): object {
  return z.toJSONSchema(ModelSchema, { io: 'input' });
}
