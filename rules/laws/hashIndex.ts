/**
 * 散列索引: a table from hash to rows that is part of the compact text and read where it stands, so that the first
 * look-up costs as little as the thousandth. Two strings of base-64 digits (characters from "0" on): for each bucket
 * where its entries begin (three digits), and the entries (four digits: 8 bits of the hash, 16 bits of row). The bucket
 * is the top of the hash. A found row is a candidate: one in 256 is not meant, so callers compare the key.
 */
export const BUCKET_BITS = 14;
export const ROW_BITS = 16;
export const OFFSET_DIGITS = 3;
export const ENTRY_DIGITS = 4;
const BASE = 48;

export interface HashIndex {
  /** Calls `visit` for each candidate row, until it returns true; tells whether it did. */
  visit(hash: number, visit: (row: number) => boolean): boolean;
}

export function openHashIndex(offsets: string, entries: string): HashIndex {
  return {
    visit(hash, visit) {
      const bucket = bucketOf(hash);
      const mark = markOf(hash);
      const end = readDigits(offsets, (bucket + 1) * OFFSET_DIGITS, OFFSET_DIGITS);
      for (let at = readDigits(offsets, bucket * OFFSET_DIGITS, OFFSET_DIGITS); at < end; at++) {
        const entry = readDigits(entries, at * ENTRY_DIGITS, ENTRY_DIGITS);
        if (entry >> ROW_BITS === mark && visit(entry & ((1 << ROW_BITS) - 1))) return true;
      }
      return false;
    },
  };
}

export function bucketOf(hash: number): number {
  return hash >>> (32 - BUCKET_BITS);
}

/** The bits of the hash that an entry keeps. */
export function markOf(hash: number): number {
  return hash & 0xff;
}

export function writeDigits(value: number, digits: number): string {
  let text = "";
  for (let rest = value, left = digits; left > 0; left--, rest = Math.floor(rest / 64)) {
    text = String.fromCharCode(BASE + (rest % 64)) + text;
  }
  return text;
}

function readDigits(text: string, at: number, digits: number): number {
  let value = 0;
  for (let index = at; index < at + digits; index++) value = value * 64 + text.charCodeAt(index) - BASE;
  return value;
}
