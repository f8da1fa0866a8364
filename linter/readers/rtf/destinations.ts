import type { BlockRole } from "../../document/block";

/** Groups whose text has a role of its own, by the control word that opens them. */
export const ROLES: ReadonlyMap<string, BlockRole> = new Map<string, BlockRole>([
  ["header", "header"],
  ["headerl", "header"],
  ["headerr", "header"],
  ["headerf", "header"],
  ["footer", "footer"],
  ["footerl", "footer"],
  ["footerr", "footer"],
  ["footerf", "footer"],
  ["footnote", "footnote"],
  ["shptxt", "text-box"],
]);

/** Groups with the number of a list item, spelled out. */
export const LABELS: ReadonlySet<string> = new Set(["listtext", "pntext"]);

/** Groups that hold no text of the page. Those behind `\*` need not be named. */
export const SKIPPED: ReadonlySet<string> = new Set([
  "annotation",
  "atnauthor",
  "atnid",
  "atnref",
  "colortbl",
  "fldinst",
  "fonttbl",
  "info",
  "nonshppict",
  "objdata",
  "pict",
  "pntxta",
  "pntxtb",
  "revtbl",
  "rxe",
  "shprslt",
  "sp",
  "stylesheet",
  "tc",
  "txe",
  "upr",
  "xe",
]);

/** Groups that hold text, or groups with text, although `\*` may stand before them. */
export const STARRED: ReadonlySet<string> = new Set(["shpinst", "pntext", "listtext"]);

/** Characters that are written as a control word or symbol. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["line", "\n"],
  ["lbr", "\n"],
  ["page", "\f"],
  ["column", "\n"],
  ["emdash", "—"],
  ["endash", "–"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["bullet", "•"],
  ["emspace", "\u2003"],
  ["enspace", "\u2002"],
  ["~", " "],
  ["_", "-"],
]);

/** Encodings by code page (`\ansicpg`) and by a font's character set (`\fcharset`), as `TextDecoder` calls them. */
export const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
  [1250, "windows-1250"],
  [1251, "windows-1251"],
  [1252, "windows-1252"],
  [10008, "gb18030"],
  [54936, "gb18030"],
  [65001, "utf-8"],
]);
export const CHARACTER_SETS: ReadonlyMap<number, string> = new Map([
  [128, "shift_jis"],
  [129, "euc-kr"],
  [134, "gb18030"],
  [136, "big5"],
  [204, "windows-1251"],
]);
