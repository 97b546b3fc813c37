import { resolve } from 'node:path';
import * as z from 'zod';
import type { Settings } from '../config/settings.ts';
import { hashOf } from '../deliverables/marker.ts';
import { readText } from '../files/read.ts';
import { targetInside, writeAtomically } from '../files/write.ts';
import { Checked, type Unit } from './unit.ts';

const MAX_BYTES = 256 * 1024 * 1024;

/** Results by the design's name, each with the hash of what they hang on. */
const Kept = z.strictObject({
  cache: z.literal(1),
  designs: z.record(z.string(), z.strictObject({ hash: z.string(), checked: Checked })),
});
type Kept = z.infer<typeof Kept>;

/** Everything that the result of a design hangs on. */
export interface Ground {
  readonly version: string;
  readonly settings: Settings | undefined;
  /** ISO date. */
  readonly today: string;
}

/** Hash of a design with all that its result hangs on; the day is part of it only where a waiver ends. */
export function groundOf({ name, text, model }: Unit, { version, settings, today }: Ground): string {
  const { weights, severities, disabled, waivers, criteria, name: file } = settings ?? {};
  const relevant = { weights, severities, disabled, waivers, criteria, file };
  const day = settings?.waivers.some(({ until }) => until !== undefined) === true ? today : '';
  return hashOf([version, day, JSON.stringify(relevant), name, text, model?.name ?? '', model?.text ?? '']);
}

/** Results of earlier runs. A file that is not there, or not ours, holds none. */
export class Cache {
  readonly #path: string;
  readonly #roots: readonly string[];
  #kept: Kept['designs'] = {};
  #isChanged = false;

  private constructor(path: string, roots: readonly string[]) {
    this.#path = path;
    this.#roots = roots;
  }

  /**
   * @param path absolute, or relative to the first root
   * @param roots folders that it may be written in
   */
  static async open(path: string, roots: readonly string[]): Promise<Cache> {
    const cache = new Cache(path, roots);
    cache.#kept = (await readKept(resolve(roots[0] ?? '.', path)))?.designs ?? {};
    return cache;
  }

  get({ name }: Unit, hash: string): Checked | undefined {
    const one = Object.hasOwn(this.#kept, name) ? this.#kept[name] : undefined;
    return one?.hash === hash ? one.checked : undefined;
  }

  put({ name }: Unit, hash: string, checked: Checked): void {
    this.#kept[name] = { hash, checked };
    this.#isChanged = true;
  }

  /** Forgets what is not among these designs. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const name of Object.keys(this.#kept)) {
      if (names.has(name)) continue;
      Reflect.deleteProperty(this.#kept, name);
      this.#isChanged = true;
    }
  }

  /** @throws FileProblem where it lies outside of its roots or cannot be written */
  async save(): Promise<void> {
    if (!this.#isChanged) return;
    const target = await targetInside(this.#path, this.#roots);
    await writeAtomically(target, `${JSON.stringify({ cache: 1, designs: this.#kept })}\n`);
  }
}

async function readKept(path: string): Promise<Kept | undefined> {
  try {
    return Kept.parse(JSON.parse(await readText(path, path, MAX_BYTES)));
  } catch {
    return undefined;
  }
}
