import { hashStretch } from "../hash";
import {
  BUCKET_BITS,
  bucketOf,
  ENTRY_DIGITS,
  markOf,
  OFFSET_DIGITS,
  ROW_BITS,
  writeDigits,
} from "../hashIndex";
import { KEY_KINDS, keysOf, type Named, seedOf } from "../keys";
import { LONGEST, pieceSeed, piecesOf, SHORTEST } from "../pieces";
import { titleKey } from "../titleKey";

/** Writes the table of ../hashIndex.ts: every key of every row, and the pieces of the titles that can be misspelt. */
export function encodeIndex(
  rows: readonly Named[],
  canBeNear: (row: number) => boolean,
): { offsets: string; entries: string } {
  if (rows.length >= 1 << ROW_BITS)
    throw new RangeError(`${rows.length} rows are more than the index can hold`);
  const buckets: Set<number>[] = Array.from({ length: 1 << BUCKET_BITS }, () => new Set<number>());
  const add = (hash: number, row: number) =>
    (buckets[bucketOf(hash)] as Set<number>).add(markOf(hash) * 2 ** ROW_BITS + row);
  for (const [row, named] of rows.entries()) {
    for (const kind of KEY_KINDS) {
      for (const key of keysOf(kind, named)) add(hashStretch(key, 0, key.length, seedOf(kind)), row);
    }
  }
  for (const [hash, sharers] of pieces(rows, canBeNear)) {
    if (sharers.length <= MOST_SHARERS) for (const row of sharers) add(hash, row);
  }
  let begin = 0;
  let offsets = "";
  let entries = "";
  for (const bucket of buckets) {
    offsets += writeDigits(begin, OFFSET_DIGITS);
    for (const entry of [...bucket].sort((a, b) => a - b)) entries += writeDigits(entry, ENTRY_DIGITS);
    begin += bucket.size;
  }
  return { offsets: offsets + writeDigits(begin, OFFSET_DIGITS), entries };
}

/** A piece that so many titles have (国务院办公厅关于) finds nothing; the other pieces of the title must do. */
const MOST_SHARERS = 30;

function pieces(rows: readonly Named[], canBeNear: (row: number) => boolean): Map<number, number[]> {
  const sharers = new Map<number, number[]>();
  for (const [row, { title }] of rows.entries()) {
    const key = titleKey(title);
    if (!canBeNear(row) || key.length < SHORTEST || key.length > LONGEST) continue;
    for (const [piece, [start, end]] of piecesOf(key.length).entries()) {
      const hash = hashStretch(key, start, end, pieceSeed(key.length, piece));
      const held = sharers.get(hash);
      if (held) held.push(row);
      else sharers.set(hash, [row]);
    }
  }
  return sharers;
}
