import type { LawLevel } from "../../../linter/facts/laws";
import { CONFIDENCES, type CompactHeader, KINDS, SHORT_OF_TITLE, STATE_NAME, STATUSES } from "../compact";
import { type LawRow, LEVELS, type MovedTable } from "../schema";
import { encodeIndex } from "./encodeIndex";

/** Levels that the data hold whole; the oldest of their dates is the date of the registry. */
const WHOLE: readonly LawLevel[] = ["宪法", "法律", "行政法规", "监察法规"];

/** Levels whose titles are looked for behind misspelt ones: local acts are too many and too much alike. */
const NEAR: readonly LawLevel[] = LEVELS.slice(0, LEVELS.indexOf("地方性法规"));

/**
 * The compact text of the registry (see ../compact.ts). The same rows give the same text, in whatever order they come.
 * Rows must be valid and consistent (see validate.ts).
 */
export function encodeCompact(rows: readonly LawRow[], moved: readonly MovedTable[]): string {
  const sorted = rows.toSorted(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.title < b.title ? -1 : 1),
  );
  const position = new Map(sorted.map((row, index) => [row.title, index]));
  const issuers = distinct(sorted.map((row) => row.issuer));
  const regions = distinct(sorted.map((row) => row.region ?? null));
  const asOfDates = distinct(sorted.map((row) => row.asOf));
  const place = (list: readonly string[], value: string | null | undefined) =>
    value === null || value === undefined ? "" : list.indexOf(value).toString(36);

  const titles = sorted.map((row) =>
    [officialTitle(row), ...row.short.map((name) => shortName(row, name))].join("\t"),
  );
  const orders = sorted.map((row) => row.versions.map((version) => version.order ?? "").join("|"));
  const details = sorted.map((row) =>
    [
      row.title.slice(officialTitle(row).length),
      `${STATUSES.indexOf(row.status)}${CONFIDENCES.indexOf(row.confidence)}`,
      place(issuers, row.issuer),
      place(regions, row.region),
      place(asOfDates, row.asOf),
      encodeDate(row.repealed),
      row.replacedBy === null ? "" : (position.get(row.replacedBy) as number).toString(36),
      row.note ?? "",
      row.versions.map((version) => `${encodeVersion(version)};`).join(""),
    ].join("\t"),
  );
  const named = sorted.map((row) => ({
    title: officialTitle(row),
    aliases: row.short.filter((name) => shortName(row, name) !== SHORT_OF_TITLE),
    orders: row.versions.flatMap(({ order }) => (order === null ? [] : [order])),
  }));
  const index = encodeIndex(named, (row) => NEAR.includes((sorted[row] as LawRow).level));
  const columns = [
    titles.join("\n"),
    index.offsets,
    index.entries,
    orders.join("\n"),
    details.join("\n"),
  ].map((column) => `${column}\n`);
  const header: CompactHeader = {
    format: 3,
    asOf: sorted
      .filter((row) => WHOLE.includes(row.level))
      .reduce((oldest, row) => min(oldest, row.asOf), "9999-12-31"),
    count: sorted.length,
    levels: LEVELS.map(
      (level) => [level, sorted.filter((row) => row.level === level).length] as const,
    ).filter(([, count]) => count > 0),
    issuers,
    regions,
    asOfDates,
    moved,
    lengths: columns.map((column) => column.length) as unknown as CompactHeader["lengths"],
  };
  return `${JSON.stringify(header)}\n${columns.join("")}`;
}

export function officialTitle(row: LawRow): string {
  return row.official ?? row.title;
}

function shortName(row: LawRow, name: string): string {
  return officialTitle(row) === STATE_NAME + name ? SHORT_OF_TITLE : name;
}

function encodeVersion({ adopted, effective, kind, articles }: LawRow["versions"][number]): string {
  const since = effective !== null && effective === adopted ? "=" : encodeDate(effective);
  return [encodeDate(adopted), since, kind === "enacted" ? "" : KINDS.indexOf(kind), articles ?? ""]
    .join(",")
    .replace(/,+$/, "");
}

function encodeDate(date: string | null): string {
  return date === null ? "" : date.replaceAll("-", "");
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null).toSorted();
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}
