import type { DocumentNumber } from "../blockFacts";

/** The first number that lies wholly between two offsets. `numbers` is in the order of the text. */
export function numberWithin(
  numbers: readonly DocumentNumber[],
  start: number,
  end: number,
): DocumentNumber | null {
  const number = numbers[firstFrom(numbers, start)];
  return number && number.end <= end ? number : null;
}

/** The number that ends at `end`, or null. */
export function numberEndingAt(numbers: readonly DocumentNumber[], end: number): DocumentNumber | null {
  const number = numbers[firstFrom(numbers, end) - 1];
  return number?.end === end ? number : null;
}

/** Index of the first number that starts at or behind `offset`. */
function firstFrom(numbers: readonly DocumentNumber[], offset: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as DocumentNumber).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
