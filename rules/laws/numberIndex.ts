import { canonicalNumber } from "./number";
import type { Shelf } from "./shelf";
import { index, lazily, rowsUnder } from "./titleIndex";

/** 文号索引: rows that carry a number, in any way of writing it. */
export function createNumberIndex(shelf: Shelf): (number: string) => readonly number[] {
  const numbers = lazily(() =>
    index(shelf.rows(), (row) => [
      ...new Set(shelf.orders(row).map((order) => canonicalNumber(order) ?? order)),
    ]),
  );
  return (number) => {
    const canonical = canonicalNumber(number);
    return canonical === null ? [] : rowsUnder(numbers(), canonical);
  };
}
