import type { Fact } from './part.ts';

/** Unstated facts that are named for one chain; there may be thousands behind it. */
export const MOST_OPEN = 4;

/** The way on from a part whose factors multiply most, of stated facts alone. */
export interface Worst<Link> {
  readonly product: number;
  readonly chain: Link | undefined;
  /** Unstated facts on which a greater product may rest. */
  readonly open: readonly Fact<unknown>[];
}

/** Nothing more follows. */
export const END: Worst<never> = { product: 1, chain: undefined, open: [] };

export function worse<Link>(one: Worst<Link>, other: Worst<Link>): Worst<Link> {
  const { product, chain } = other.product > one.product ? other : one;
  return { product, chain, open: [...one.open, ...other.open].slice(0, MOST_OPEN) };
}
