import { createHash } from 'node:crypto';
import * as z from 'zod';

/** What the first line of a written deliverable says: what it is and what it was filled from. */
const Marker = z.strictObject({
  fill: z.string(),
  /** Of a decision record: the decision. */
  decision: z.string().optional(),
  /** The files that it was filled from, relative to its own folder, with `/`. */
  from: z.array(z.string()),
  /** Whether it was filled from a text as well that is in no file. */
  inline: z.literal(true).optional(),
  /** Of everything that decides what it says. */
  inputs: z.string(),
  /** Of what it says, without what a team keeps in it. */
  text: z.string(),
});
export type Marker = z.infer<typeof Marker>;

/** What every marker begins with. */
export const MARKER_START = '<!-- faultline {';

const LINE = /^<!-- faultline (\{.*\}) -->$/;

/** The marker as a comment; `--` would end one, so its second hyphen is written by its number. */
export function markerLine(marker: Marker): string {
  return `<!-- faultline ${JSON.stringify(marker).replaceAll('--', String.raw`-\u002d`)} -->`;
}

/** Takes a written deliverable apart; nothing where its first line is no marker. */
export function readMarked(text: string): { readonly marker: Marker; readonly body: string } | undefined {
  const unix = text.replaceAll('\r\n', '\n');
  const end = unix.indexOf('\n');
  const json = LINE.exec(unix.slice(0, Math.max(end, 0)))?.[1];
  if (json === undefined) return undefined;
  const { data } = Marker.safeParse(parsed(json));
  return data === undefined ? undefined : { marker: data, body: unix.slice(end + 1) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** @returns the first 16 hexadecimal digits of a hash over the parts, each with its length, so that none can run into the next */
export function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex').slice(0, 16);
}
