/**
 * Pieces of titles (pass-join, Li et al. 2011): a title cut into one piece more than the mistakes allowed must keep one
 * piece whole, so a misspelt title is found by looking up pieces instead of comparing it with every title.
 */

/** Titles shorter than this are never looked for: one character more or less makes another act of them. */
export const SHORTEST = 5;
export const LONGEST = 127;

/** 容许的错字数: how many characters may be wrong, missing or extra in a title key of this length. */
export function mistakesAllowed(length: number): number {
  return length >= 7 ? 2 : 1;
}

/** The pieces of a title key of this length, as start and end. */
export function piecesOf(length: number): [start: number, end: number][] {
  const count = mistakesAllowed(length) + 1;
  return Array.from({ length: count }, (_, piece) => [
    Math.floor((piece * length) / count),
    Math.floor(((piece + 1) * length) / count),
  ]);
}

/** Seed of the hash of a piece: behind those of the kinds of keys. */
export function pieceSeed(length: number, piece: number): number {
  return 16 + length * 4 + piece;
}
