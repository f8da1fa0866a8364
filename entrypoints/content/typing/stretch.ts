/** Which items of a list an edit replaced: the old [head, oldEnd) by the new [head, newEnd). */
export interface Stretch {
  head: number;
  oldEnd: number;
  newEnd: number;
}

/**
 * The stretch that differs between two lists; null when none does. Where unchanged items are the same objects, pointers are compared,
 * so that a list of thousands costs next to nothing on a keystroke.
 */
export function changedStretch<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (old: T, now: T) => boolean = Object.is,
): Stretch | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head] as T, after[head] as T)) head++;
  if (head === before.length && head === after.length) return null;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (oldEnd > head && newEnd > head && isSame(before[oldEnd - 1] as T, after[newEnd - 1] as T)) {
    oldEnd--;
    newEnd--;
  }
  return { head, oldEnd, newEnd };
}

/** The list with the stretch replaced by other items. */
export function splice<T>(list: readonly T[], { head, oldEnd }: Stretch, items: readonly T[]): T[] {
  return list.slice(0, head).concat(items, list.slice(oldEnd));
}
