/**
 * Depth first, each name after those that it leads to; where names lead in a circle, one of them comes first. Without
 * recursion: a model may hold a chain of twenty thousand calls.
 */
export function postOrder(starts: Iterable<string>, next: (name: string) => Iterable<string>): string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  const enter = (name: string) => {
    seen.add(name);
    const ahead: Iterator<string, undefined> = [...next(name)].values();
    return { name, ahead };
  };
  for (const start of starts) {
    if (seen.has(start)) continue;
    const way = [enter(start)];
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const ahead: IteratorResult<string, undefined> = last.ahead.next();
      if (ahead.done === true) {
        order.push(last.name);
        way.pop();
      } else if (!seen.has(ahead.value)) way.push(enter(ahead.value));
    }
  }
  return order;
}
