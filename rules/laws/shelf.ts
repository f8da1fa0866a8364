import type { Law, LawLevel } from "../../linter/facts/laws";
import { type CompactRows, lawId } from "./compact";
import type { LawRow } from "./schema";

/** 书架: the rows of the compact text and the user's own entries under one numbering; own entries hide rows of their title. */
export interface Shelf {
  /** Row numbers run from 0 to `end`; hidden rows are left out by `rows`. */
  readonly end: number;
  readonly count: number;
  rows(level?: LawLevel): Iterable<number>;
  title(row: number): string;
  short(row: number): readonly string[];
  orders(row: number): readonly string[];
  law(row: number): Law;
  /** The row of a law that came from this shelf, or -1. */
  rowOf(law: Law): number;
  /** The row that took the place of this one, or -1. */
  successor(row: number): number;
}

export function createShelf(
  base: CompactRows,
  ownEntries: readonly LawRow[],
  rowOfTitle: (title: string) => number,
): Shelf {
  const own = [...new Map(ownEntries.map((entry) => [entry.title, entry])).values()];
  const hidden = hiddenRows(base, own);
  const laws: Law[] = [];
  const rowsById = new Map<string, number>();
  const isOwn = (row: number) => row >= base.count;
  const ownRow = (row: number) => own[row - base.count] as LawRow;
  const keep = (row: number, law: Law) => {
    laws[row] = law;
    rowsById.set(law.id, row);
    return law;
  };
  return {
    end: base.count + own.length,
    count: base.count - hidden.size + own.length,
    *rows(level) {
      const [start, end] = level === undefined ? [0, base.count] : base.range(level);
      for (let row = start; row < end; row++) if (!hidden.has(row)) yield row;
      for (let index = 0; index < own.length; index++) {
        if (level === undefined || own[index]?.level === level) yield base.count + index;
      }
    },
    title: (row) => (isOwn(row) ? (ownRow(row).official ?? ownRow(row).title) : base.title(row)),
    short: (row) => (isOwn(row) ? ownRow(row).short : base.short(row)),
    orders: (row) =>
      isOwn(row)
        ? ownRow(row).versions.flatMap(({ order }) => (order === null ? [] : [order]))
        : base.orders(row),
    law: (row) => laws[row] ?? keep(row, isOwn(row) ? lawOf(ownRow(row)) : base.decode(row)),
    rowOf: (law) => rowsById.get(law.id) ?? -1,
    successor(row) {
      if (!isOwn(row) && !hidden.size) return base.successor(row);
      if (!isOwn(row)) {
        const next = base.successor(row);
        return next >= 0 ? (hidden.get(next) ?? next) : -1;
      }
      const next = ownRow(row).replacedBy;
      return next === null ? -1 : rowOfTitle(next);
    },
  };
}

/** Rows of the compact text that an own entry of the same title takes the place of, with the entry's row. */
function hiddenRows(base: CompactRows, own: readonly LawRow[]): ReadonlyMap<number, number> {
  const hidden = new Map<number, number>();
  if (own.length === 0) return hidden;
  const byTitle = new Map(own.map((entry, index) => [entry.title, base.count + index]));
  for (let row = 0; row < base.count; row++) {
    if (!byTitle.has(base.title(row))) continue;
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
