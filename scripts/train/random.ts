/** Numbers from 0 to 1 that look like chance and are the same on every run (mulberry32, by Tommy Ettinger). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers around 0, by the normal distribution (Box and Muller 1958). */
export function normals(count: number, deviation: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => {
    const far = Math.sqrt(-2 * Math.log(1 - random()));
    return deviation * far * Math.cos(2 * Math.PI * random());
  });
}

/** The same in another order. */
export function shuffled<One>(ones: readonly One[], random: Random): One[] {
  const order = [...ones];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as One, order[last] as One];
  }
  return order;
}
