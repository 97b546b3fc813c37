import { build } from 'esbuild';
import { ROOT } from './root.mjs';

/** What is published, and where its zod schema stands. */
const SOURCE = `
  import { z } from 'zod';
  import { Config } from './src/config/schema.ts';
  import { Report } from './src/review/report.ts';
  import { CriterionMatter } from './src/library/criterion.ts';
  import { modelJsonSchema } from './src/model/schema/json.ts';
  export const schemas = {
    report: z.toJSONSchema(Report, { io: 'output' }),
    criterion: z.toJSONSchema(CriterionMatter, { io: 'input' }),
    model: modelJsonSchema(),
    config: z.toJSONSchema(Config, { io: 'input' }),
  };
`;

/** @returns {Promise<Record<string, object>>} JSON Schemas by name, from the same zod schemas that the product runs */
export async function jsonSchemas() {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: ROOT, loader: 'ts' },
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { schemas } = await import(`data:text/javascript;base64,${code}`);
  return schemas;
}
