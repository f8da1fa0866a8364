/** Ids from here on were drawn by chance by their producer; going on behind them would leave the range of 32 bits. */
const RANDOM = 1_000_000_000;

/** The first id behind those in use. */
export function nextId(used: Iterable<number>): number {
  let largest = -1;
  for (const id of used) if (id > largest && id < RANDOM) largest = id;
  return largest + 1;
}
