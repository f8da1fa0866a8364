import type { LawLevel } from "../../linter/facts/laws";
import type { Shelf } from "./shelf";
import { splitIssuer, titleKey } from "./titleKey";

/** 题名索引: rows by the key of their title, their short names and their title without issuer. */
export interface TitleIndex {
  byTitle(key: string): readonly number[];
  byShort(key: string): readonly number[];
  /** Rows whose title is an issuer followed by this. */
  byRest(rest: string): readonly number[];
}

/** Levels whose titles are cited without their issuer as often as with it. */
const LED_BY_ISSUER: readonly LawLevel[] = ["司法解释", "国务院规范性文件", "党内法规", "部门规范性文件"];

/** Nothing is built before it is asked for: most runs find every title by its title. */
export function createTitleIndex(shelf: Shelf): TitleIndex {
  const titles = lazily(() => index(shelf.rows(), (row) => [titleKey(shelf.title(row))]));
  const shorts = lazily(() => index(shelf.rows(), (row) => shelf.short(row).map(titleKey)));
  const rests = lazily(() =>
    index(rowsOf(shelf, LED_BY_ISSUER), (row) => {
      const { issuer, rest } = splitIssuer(titleKey(shelf.title(row)));
      return issuer === "" ? [] : [rest];
    }),
  );
  return {
    byTitle: (key) => rowsUnder(titles(), key),
    byShort: (key) => rowsUnder(shorts(), key),
    byRest: (rest) => rowsUnder(rests(), rest),
  };
}

/** A key of one row, as nearly all are, holds the bare number: ten thousand small arrays would double the time. */
export type RowsByKey = Map<string, number | number[]>;

export function index(rows: Iterable<number>, keys: (row: number) => readonly string[]): RowsByKey {
  const map: RowsByKey = new Map();
  for (const row of rows) for (const key of keys(row)) addRow(map, key, row);
  return map;
}

export function addRow(map: RowsByKey, key: string, row: number): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, row);
  else if (typeof held === "number") map.set(key, [held, row]);
  else held.push(row);
}

export function rowsUnder(map: RowsByKey, key: string): readonly number[] {
  const held = map.get(key);
  if (held === undefined) return [];
  return typeof held === "number" ? [held] : held;
}

export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function* rowsOf(shelf: Shelf, levels: readonly LawLevel[]): Iterable<number> {
  for (const level of levels) yield* shelf.rows(level);
}
