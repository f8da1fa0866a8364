/** A seeded source of choices: the same seed gives the same repository on every machine. */
export interface Random {
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, in their order. */
  some<T>(items: readonly T[], count: number): T[];
}

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const pick = <T>(items: readonly T[]) => items[below(items.length)] as T;
  const some = <T>(items: readonly T[], count: number) => {
    const chosen = new Set<number>();
    while (chosen.size < Math.min(count, items.length)) chosen.add(below(items.length));
    return [...chosen].sort((a, b) => a - b).map((index) => items[index] as T);
  };
  return { below, pick, some };
}
