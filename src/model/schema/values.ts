import * as z from 'zod';

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86_400, w: 604_800 };
const BYTES: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };
const PER: Readonly<Record<string, number>> = { s: 1, min: 60, m: 60, h: 3600, d: 86_400 };

/** A value with a unit as a person writes it: `30s`, `256KB`. */
function measure(units: Readonly<Record<string, number>>) {
  const pattern = new RegExp(String.raw`^(\d+(?:\.\d+)?) ?(${Object.keys(units).join('|')})$`);
  return z
    .string()
    .regex(pattern)
    .transform((text) => {
      const [, number = '0', unit = ''] = pattern.exec(text) ?? [];
      return Number(number) * (units[unit] ?? 1);
    });
}

/** Time in seconds: `200ms`, `30s`, `15m`, `6h`, `7d`, `2w`, `forever`. */
export const Duration = z
  .union([measure(SECONDS), z.literal('forever').transform(() => Infinity)])
  .describe('a time like 200ms, 30s, 15m, 7d or forever');

/** How many: a whole number, or `unlimited`. */
export const Count = z
  .union([z.int().min(0), z.literal('unlimited').transform(() => Infinity)])
  .describe('a whole number or unlimited');

/** A part of a whole, 0-1: `99.9%` or `0.999`. */
export const Share = z
  .union([
    z.number().min(0).max(1),
    z
      .string()
      .regex(/^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/)
      .transform((text) => Number(text.slice(0, -1)) / 100),
  ])
  .describe('a share like 99.9% or 0.999');

const RATE = /^(\d+(?:\.\d+)?)\/(s|min|m|h|d)$/;

/** How often, a second: `40/min`, `200/s`, or a number a second. */
export const Rate = z
  .union([
    z.number().min(0),
    z
      .string()
      .regex(RATE)
      .transform((text) => {
        const [, number = '0', unit = 's'] = RATE.exec(text) ?? [];
        return Number(number) / (PER[unit] ?? 1);
      }),
  ])
  .describe('a rate like 40/min, or a number a second');

/** Bytes: `256KB`, `1MB`. */
export const Size = measure(BYTES).describe('a size like 256KB');

/** What a thing is called: a service, a topic, a step. */
export const Name = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\s"#{}[\],&*!|>%@`]+$/)
  .describe('a name without blanks');

/** A sentence or a part of one, as a reader is to see it. */
export const Text = z.string().trim().min(1).max(400).describe('a text');

/** One text or a list of them. */
export const Texts = z.union([Text.transform((text) => [text]), z.array(Text)]).describe('a text or a list of texts');

/** One name or a list of them. */
export const Names = z.union([Name.transform((name) => [name]), z.array(Name)]).describe('a name or a list of names');

/** Facts of a mechanism that a design may do without. */
type Mechanism<Shape extends z.ZodRawShape> = z.ZodType<'none' | z.output<z.ZodObject<Shape>>>;

/**
 * A mechanism that a design may do without: `none`, one word for the usual case, or its facts.
 * @param word the field that a bare word stands for
 */
export function mechanism<Shape extends z.ZodRawShape>(word: keyof Shape & string, shape: Shape): Mechanism<Shape> {
  const facts = z.strictObject(shape);
  const bare = (shape[word] as z.ZodType).transform((value) => ({ [word]: value }));
  return z.union([z.literal('none'), facts, bare]) as unknown as Mechanism<Shape>;
}
