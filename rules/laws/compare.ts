import type { CompactRows } from "./compact";
import type { LawRow } from "./schema";

/** What of a row is compared. */
export type ComparableLaw = Pick<
  LawRow,
  "title" | "level" | "status" | "versions" | "repealed" | "replacedBy"
>;

/** 数据变化: what a newer data set says otherwise than the old one. */
export interface LawChange {
  kind: "added" | "removed" | "status" | "version" | "number" | "articles" | "successor";
  title: string;
  /** In Chinese, for a person: what it was and what it is. */
  detail: string;
}

const STATUS_NAMES = { "in-force": "现行", repealed: "已废止", "not-yet-in-force": "尚未施行" } as const;

/**
 * Compares two data sets by title. Added and changed rows come in the order of the newer one, removed ones last. Rows
 * count as removed only at levels of which the newer set holds at least half as many: a file of national laws with a few
 * department rules does not remove the others.
 */
export function compareLaws(older: readonly ComparableLaw[], newer: readonly ComparableLaw[]): LawChange[] {
  const before = new Map(older.map((row) => [row.title, row]));
  const after = new Set(newer.map((row) => row.title));
  const changes: LawChange[] = [];
  for (const row of newer) {
    const old = before.get(row.title);
    if (old) changes.push(...changesOf(old, row));
    else changes.push({ kind: "added", title: row.title, detail: `新收，${statusName(row)}` });
  }
  const levels = [...new Set(older.map(({ level }) => level))];
  const whole = new Set(levels.filter((level) => countOf(newer, level) * 2 >= countOf(older, level)));
  for (const row of older) {
    if (whole.has(row.level) && !after.has(row.title))
      changes.push({ kind: "removed", title: row.title, detail: "新数据里没有" });
  }
  return changes;
}

/** The rows of a compiled registry in the form that is compared: titles unique, as the data have them. */
export function comparableLaws(compact: CompactRows): ComparableLaw[] {
  return Array.from({ length: compact.count }, (_, row) => {
    const { level, status, versions, repealed } = compact.decode(row);
    const next = compact.successor(row);
    const replacedBy = next < 0 ? null : compact.keyTitle(next);
    return { title: compact.keyTitle(row), level, status, versions: [...versions], repealed, replacedBy };
  });
}

function countOf(rows: readonly ComparableLaw[], level: ComparableLaw["level"]): number {
  return rows.reduce((count, row) => count + (row.level === level ? 1 : 0), 0);
}

function changesOf(old: ComparableLaw, row: ComparableLaw): LawChange[] {
  const changes: LawChange[] = [];
  const add = (kind: LawChange["kind"], detail: string) => changes.push({ kind, title: row.title, detail });
  if (old.status !== row.status || old.repealed !== row.repealed)
    add("status", `${statusName(old)} → ${statusName(row)}`);
  if (old.replacedBy !== row.replacedBy) {
    add("successor", `取代它的文件：${old.replacedBy ?? "未知"} → ${row.replacedBy ?? "未知"}`);
  }
  const known = new Map(old.versions.map((version) => [versionKey(version), version]));
  for (const version of row.versions) {
    const same = known.get(versionKey(version));
    const day = version.adopted ?? version.effective ?? "日期未知";
    if (!same) {
      add("version", `新版本：${day}${version.effective ? `，${version.effective}起施行` : ""}`);
      continue;
    }
    if (same.effective !== version.effective) {
      add("version", `${day}版本的施行日：${same.effective ?? "未知"} → ${version.effective ?? "未知"}`);
    }
    if (same.order !== version.order)
      add("number", `${day}版本的文号：${same.order ?? "未知"} → ${version.order ?? "未知"}`);
    if (same.articles !== version.articles) {
      add("articles", `${day}版本的条数：${same.articles ?? "未知"} → ${version.articles ?? "未知"}`);
    }
  }
  return changes;
}

function versionKey(version: ComparableLaw["versions"][number]): string {
  return version.adopted ?? version.effective ?? version.order ?? "";
}

function statusName(row: ComparableLaw): string {
  if (row.status === null) return "未核";
  return STATUS_NAMES[row.status] + (row.repealed === null ? "" : `（${row.repealed}）`);
}
