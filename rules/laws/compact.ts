import type { Law, LawLevel, LawVersion } from "../../linter/facts/laws";
import { hashText } from "./hash";
import { type HashIndex, openHashIndex } from "./hashIndex";
import type { Named } from "./keys";
import type { MovedTable } from "./schema";

/**
 * The compact registry (紧凑事实库): one text of parallel columns and an index, so that opening it costs a few cuts and
 * one split, and a row is decoded only when somebody asks for it.
 *
 *     header   one line of JSON, see CompactHeader
 *     titles   a line a row: official title, then its short names, parted by TAB ("-" is the title without 中华人民共和国)
 *     index    two lines, see hashIndex.ts
 *     orders   a line a row: the numbers of its versions, parted by "|"
 *     details  a line a row: see decodeDetails
 *
 * Rows stand by level, then by title; `build/encode.ts` writes what is read here.
 */
export interface CompactHeader {
  format: 3;
  /** The oldest date up to which national laws are known whole. */
  asOf: string;
  count: number;
  /** How many rows each level has, in the order of the rows. */
  levels: readonly (readonly [LawLevel, number])[];
  issuers: readonly string[];
  regions: readonly string[];
  asOfDates: readonly string[];
  moved: readonly MovedTable[];
  /** Lengths of the columns in UTF-16 units. */
  lengths: readonly [titles: number, offsets: number, entries: number, orders: number, details: number];
}

export const STATE_NAME = "中华人民共和国";
export const SHORT_OF_TITLE = "-";
export const STATUSES: readonly Law["status"][] = ["in-force", "repealed", "not-yet-in-force", null];
export const CONFIDENCES: readonly Law["confidence"][] = ["high", "medium", "low"];
export const KINDS: readonly LawVersion["kind"][] = ["enacted", "revised", "amended"];

const NONE: readonly string[] = [];

/** Rows of the compact text, decoded on demand. Row numbers count from 0 and hold for this text only. */
export interface CompactRows {
  readonly header: CompactHeader;
  readonly count: number;
  /** The official title. */
  title(row: number): string;
  readonly index: HashIndex;
  named(row: number): Named;
  /** Tells whether two characters stand side by side in some title. */
  seenTogether(pair: string): boolean;
  /** The title that is unique in the data: the official one and what tells namesakes apart. */
  keyTitle(row: number): string;
  short(row: number): readonly string[];
  /** First row and the row behind the last one of a level. */
  range(level: LawLevel): readonly [number, number];
  decode(row: number): Law;
  /** The row that took the place of this one, or -1. */
  successor(row: number): number;
}

/** @throws {Error} when the text is no compact registry of this format. */
export function readCompact(compact: string): CompactRows {
  const headerEnd = compact.indexOf("\n");
  const header = parseHeader(compact.slice(0, Math.max(headerEnd, 0)));
  const columns = cutColumns(compact, headerEnd + 1, header.lengths);
  const [titlesText = "", offsets = "", entries = "", ordersText = "", detailsText = ""] = columns;
  const titleLine = linesOf(titlesText, header.count);
  const orderLine = linesOf(ordersText, header.count);
  const detailLine = linesOf(detailsText, header.count);

  const fields = (row: number) => detailLine(row).split("\t");
  const title = (row: number) => {
    const line = titleLine(row);
    const tab = line.indexOf("\t");
    return tab < 0 ? line : line.slice(0, tab);
  };
  const short = (row: number) => {
    const [official = "", ...names] = titleLine(row).split("\t");
    return names.map((name) => (name === SHORT_OF_TITLE ? official.slice(STATE_NAME.length) : name));
  };
  const aliases = (row: number) => {
    const line = titleLine(row);
    const tab = line.indexOf("\t");
    if (tab < 0) return NONE;
    const names = line.slice(tab + 1).split("\t");
    return names.filter((name) => name !== SHORT_OF_TITLE);
  };
  const levelOf = (row: number) => {
    let end = 0;
    for (const [level, count] of header.levels) {
      end += count;
      if (row < end) return level;
    }
    throw new RangeError(`no row ${row}`);
  };
  return {
    header,
    count: header.count,
    index: openHashIndex(offsets, entries),
    title,
    seenTogether: (pair) => titlesText.includes(pair),
    named: (row) => ({
      title: title(row),
      // Most look-ups are by title and need neither.
      get aliases() {
        return aliases(row);
      },
      get orders() {
        return orderLine(row).split("|").filter(Boolean);
      },
    }),
    keyTitle: (row) => title(row) + (fields(row)[0] ?? ""),
    short,
    range(level) {
      let start = 0;
      for (const [name, count] of header.levels) {
        if (name === level) return [start, start + count];
        start += count;
      }
      return [0, 0];
    },
    decode(row) {
      const [
        mark = "",
        flags = "",
        issuer = "",
        region = "",
        asOf = "",
        repealed = "",
        next = "",
        note = "",
        texts = "",
      ] = fields(row);
      const level = levelOf(row);
      const official = title(row);
      const successor = next === "" ? -1 : Number.parseInt(next, 36);
      return {
        id: lawId(level, official + mark),
        title: official,
        short: short(row),
        level,
        issuer: header.issuers[Number.parseInt(issuer, 36)] ?? null,
        region: header.regions[Number.parseInt(region, 36)] ?? null,
        status: STATUSES[Number(flags[0])] ?? null,
        versions: decodeVersions(texts, orderLine(row).split("|")),
        repealed: decodeDate(repealed),
        replacedBy: successor < 0 ? null : title(successor),
        confidence: CONFIDENCES[Number(flags[1])] ?? "low",
        asOf: header.asOfDates[Number.parseInt(asOf, 36)] as string,
        note: note || null,
        otherNumbers: [],
      };
    },
    successor(row) {
      const next = fields(row)[6];
      return next ? Number.parseInt(next, 36) : -1;
    },
  };
}

/** Stable over data updates: hangs on the level and the row's own title only. */
export function lawId(level: LawLevel, title: string): string {
  return hashText(`${level}|${title}`);
}

/** The lines of a column by number. Their starts are found at the first question: cheaper than cutting all of them out. */
function linesOf(text: string, count: number): (row: number) => string {
  let starts: Uint32Array | null = null;
  return (row) => {
    starts ??= findLineStarts(text, count);
    return text.slice(starts[row], (starts[row + 1] as number) - 1);
  };
}

/** `count` starts and one more, as if another line followed. */
function findLineStarts(text: string, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < count; row++) {
    const end = text.indexOf("\n", starts[row]);
    starts[row + 1] = (end < 0 ? text.length : end) + 1;
  }
  return starts;
}

function cutColumns(compact: string, start: number, lengths: readonly number[]): string[] {
  let at = start;
  const columns = lengths.map((length) => {
    at += length;
    return compact.slice(at - length, at);
  });
  if (at !== compact.length) throw new Error("法规库文件不完整，请重新安装或重新生成");
  return columns;
}

function parseHeader(line: string): CompactHeader {
  try {
    const header = JSON.parse(line) as CompactHeader;
    if (header.format === 3) return header;
  } catch {
    // falls through to the message below
  }
  throw new Error("法规库文件的格式不对，请重新安装或重新生成");
}

/** A version: adopted, effective ("=" is the day of adoption), kind, articles; each version ends in ";". */
function decodeVersions(texts: string, orders: readonly string[]): LawVersion[] {
  return texts
    .split(";")
    .slice(0, -1)
    .map((text, index) => {
      const [adopted = "", effective = "", kind = "", articles = ""] = text.split(",");
      return {
        adopted: decodeDate(adopted),
        effective: decodeDate(effective === "=" ? adopted : effective),
        kind: KINDS[Number(kind)] ?? "enacted",
        order: orders[index] || null,
        articles: articles === "" ? null : Number(articles),
      };
    });
}

function decodeDate(digits: string): string | null {
  return digits === "" ? null : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
