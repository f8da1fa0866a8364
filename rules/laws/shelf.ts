import type { Law, LawLevel } from "../../linter/facts/laws";
import { type CompactRows, lawId } from "./compact";
import type { Named } from "./keys";
import type { LawRow } from "./schema";

/** 书架: the rows of the compact text and the user's own entries under one numbering; own entries hide rows of their title. */
export interface Shelf {
  /** Own entries stand from `firstOwn` to `end`, behind the rows of the compact text. */
  readonly firstOwn: number;
  readonly end: number;
  readonly count: number;
  /** All rows that are not hidden. */
  rows(level?: LawLevel): Iterable<number>;
  isHidden(row: number): boolean;
  /** The official title. */
  title(row: number): string;
  short(row: number): readonly string[];
  /** What the row can be found by. */
  named(row: number): Named;
  law(row: number): Law;
  /** The row of a law that came from this shelf, or -1. */
  rowOf(law: Law): number;
  /** The row that took the place of this one: a row of this shelf, or the title that an own entry states, or null. */
  successor(row: number): number | string | null;
}

export function createShelf(base: CompactRows, ownEntries: readonly LawRow[]): Shelf {
  const own = [...new Map(ownEntries.map((entry) => [entry.title, entry])).values()];
  const hidden = hiddenRows(base, own);
  const laws: Law[] = [];
  const rowsById = new Map<string, number>();
  const ownRow = (row: number) => own[row - base.count];
  const keep = (row: number, law: Law) => {
    laws[row] = law;
    rowsById.set(law.id, row);
    return law;
  };
  const title = (row: number) => {
    const entry = ownRow(row);
    return entry ? (entry.official ?? entry.title) : base.title(row);
  };
  return {
    firstOwn: base.count,
    end: base.count + own.length,
    count: base.count - hidden.size + own.length,
    *rows(level) {
      const [start, end] = level === undefined ? [0, base.count] : base.range(level);
      for (let row = start; row < end; row++) if (!hidden.has(row)) yield row;
      for (const [index, entry] of own.entries()) {
        if (level === undefined || entry.level === level) yield base.count + index;
      }
    },
    isHidden: (row) => hidden.has(row),
    title,
    short: (row) => ownRow(row)?.short ?? base.short(row),
    named(row) {
      const entry = ownRow(row);
      if (!entry) return base.named(row);
      const orders = entry.versions.flatMap(({ order }) => (order === null ? [] : [order]));
      return { title: title(row), aliases: entry.short, orders };
    },
    law(row) {
      const entry = ownRow(row);
      return laws[row] ?? keep(row, entry ? lawOf(entry) : base.decode(row));
    },
    rowOf: (law) => rowsById.get(law.id) ?? -1,
    successor(row) {
      const entry = ownRow(row);
      if (entry) return entry.replacedBy;
      const next = base.successor(row);
      return next < 0 ? null : (hidden.get(next) ?? next);
    },
  };
}

/** Rows of the compact text that an own entry of the same title takes the place of, with the entry's row. */
function hiddenRows(base: CompactRows, own: readonly LawRow[]): ReadonlyMap<number, number> {
  const hidden = new Map<number, number>();
  if (own.length === 0) return hidden;
  const byTitle = new Map(own.map((entry, index) => [entry.title, base.count + index]));
  const officials = new Set(own.map((entry) => entry.official ?? entry.title));
  for (let row = 0; row < base.count; row++) {
    if (!officials.has(base.title(row))) continue;
    const entry = byTitle.get(base.keyTitle(row));
    if (entry !== undefined) hidden.set(row, entry);
  }
  return hidden;
}

function lawOf(row: LawRow): Law {
  const { title, official, region, note, source: _, ...facts } = row;
  return {
    ...facts,
    id: lawId(row.level, title),
    title: official ?? title,
    region: region ?? null,
    note: note ?? null,
    otherNumbers: [],
  };
}
