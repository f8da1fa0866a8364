import type { Span } from "../../document/place";
import { parseNumber } from "../numerals";
import { isBlank, skipBlanksBack } from "./characters";

/** 版本附注: 2014年修正 */
export interface VersionNote {
  text: string;
  year: number;
  span: Span;
}

/** 题名: what stands between the marks, taken apart. */
export interface Title {
  /** Look-up key: no blanks, inner marks as 〈〉, round brackets full-width, version note and status cut off. */
  key: string;
  /** The name in the text without note and status. */
  span: Span;
  version: VersionNote | null;
  draft: boolean;
}

/** Reads the title that stands in `text` from `start` to `end`. */
export function readTitle(text: string, start: number, end: number): Title {
  let version: VersionNote | null = null;
  let draft = false;
  let nameEnd = end;
  for (;;) {
    const open = openingOfLastBracket(text, start, nameEnd);
    if (open <= start) break;
    const note = classifyNote(text, open + 1, nameEnd - 1);
    if (note === null || note.kind === "trial") break;
    if (note.kind === "version") version ??= note.version;
    else draft ||= note.draft;
    nameEnd = skipBlanksBack(text, open);
  }
  // 《某某条例草案》: the status without brackets.
  const bare = /(?:修订|修正|修正案)?草案$/.exec(text.slice(start, nameEnd));
  if (bare && bare.index > 0) {
    draft = true;
    nameEnd = start + bare.index;
  }
  return { key: titleKey(text.slice(start, nameEnd)), span: { start, end: nameEnd }, version, draft };
}

/** The look-up key of a title as written. Version notes of inner titles go too: 《〈…法（2014年修正）〉实施办法》. */
export function titleKey(written: string): string {
  let key = "";
  for (const character of written) {
    if (isBlank(character.charCodeAt(0))) continue;
    if ("<＜《".includes(character)) key += "〈";
    else if (">＞》".includes(character)) key += "〉";
    else if (character === "(") key += "（";
    else if (character === ")") key += "）";
    else key += character;
  }
  return key.includes("）〉") ? key.replace(/（(?:\d{4}年?)?(?:修正|修订)[本版]?）〉/g, "〉") : key;
}

/** What a bracket inside or right behind the marks says of the text it names. */
export type TitleNote =
  | { kind: "version"; version: VersionNote | null }
  | { kind: "status"; draft: boolean }
  /** 试行, 暂行: part of the name. */
  | { kind: "trial"; word: string };

/** Reads a whole bracket's content as a note on the title; null when it is something else. */
export function classifyNote(text: string, start: number, end: number): TitleNote | null {
  if (end - start > 24) return null;
  const content = titleKey(text.slice(start, end));
  if (/^(?:试行|暂行|实行)$/.test(content)) return { kind: "trial", word: content };
  if (/草案|(?:征求意见|送审|讨论|审议|审查|报批|代拟|草|初)稿$/.test(content))
    return { kind: "status", draft: true };
  if (/^(?:修订|修改|修正|试用)稿$/.test(content)) return { kind: "status", draft: false };
  if (/^(?:修正|修订|修改)[本版]?$/.test(content)) return { kind: "version", version: null };
  const dated =
    /^(?:最新)?([\d０-９〇零○一二三四五六七八九]{4})年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改)[本版]?$/.exec(
      content,
    );
  const year = dated ? parseNumber(dated[1] as string) : null;
  if (year === null || year < 1949 || year > 2100) return null;
  return { kind: "version", version: { text: content, year, span: { start, end } } };
}

/** Offset of the bracket that the last character before `end` closes, or -1. */
function openingOfLastBracket(text: string, start: number, end: number): number {
  if (!/[)）]/.test(text[end - 1] ?? "")) return -1;
  let depth = 0;
  for (let at = end - 1; at >= start; at--) {
    const character = text[at];
    if (character === "）" || character === ")") depth++;
    else if ((character === "（" || character === "(") && --depth === 0) return at;
  }
  return -1;
}
