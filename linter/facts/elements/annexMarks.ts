import type { Line } from "./lines";
import { findSignature } from "./signature";

const BARE_MARK = /^附\s*件\s*[\d０-９一二三四五六七八九十]{0,3}\s*[：:.．、]?$/;
const NAMED_MARK = /^附\s*件\s*[\d０-９]{1,3}\s*[：:.．、]?\s*(\S.*)$/;
const NUMBERED = /^[\d０-９]{1,3}\s*[.．、]/;
/** 附件说明 and the signature below it are never further apart. */
const LIST_REACH = 24;

/** What a line that marks an annex says: “” for a bare mark (附件1), the name for 附件1：某某表; null for other lines. */
export function annexMark({ text, shape }: Line): string | null {
  if (!shape.attachment) return null;
  if (BARE_MARK.test(text)) return "";
  const name = NAMED_MARK.exec(text)?.[1];
  return name && name.length <= 60 && !/[。；]$/.test(name) && !/^[.．、]?\d/.test(name) ? name : null;
}

/**
 * Index of the first line from `from` at which an annex begins, or -1. The list of annexes (附件说明) begins with the same
 * word; it is told by the signature below it, or because the annexes themselves come later.
 */
export function firstAnnex(lines: readonly Line[], from: number): number {
  let listed = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    const mark = annexMark(line);
    if (mark === null) {
      listed ||= line.shape.attachment;
      continue;
    }
    const bare = mark === "" && !/[：:.．、]$/.test(line.text);
    if (bare || ((listed || mark === "") && !opensList(lines, at))) return at;
    listed = true;
    while (NUMBERED.test(lines[at + 1]?.text ?? "")) at++;
  }
  return -1;
}

/** True when only names and then a signature follow the mark, or nothing at all (a dangling 附件：). */
export function opensList(lines: readonly Line[], at: number): boolean {
  const end = Math.min(lines.length, at + LIST_REACH);
  for (let index = at + 1; index < end; index++) {
    const line = lines[index] as Line;
    if (line.shape.dateLine) return true;
    if (line.text.length > 80 || /[。；]$/.test(line.text) || annexMark(line) === "") return false;
  }
  return at + 2 >= lines.length || findSignature(lines, at + 1, end) !== null;
}
