import { kindAtEnd } from "../kindNames";
import type { Line } from "./lines";
import { areOrganNames, isOrganName } from "./organNames";

/** 标题 over one line or several. `from` and `to` are line indexes, `to` exclusive. */
export interface TitleLines {
  from: number;
  to: number;
  /** Joined, without the blanks that spread the characters. */
  value: string;
  /** Null for a title that ends with no kind's name. */
  kind: string | null;
}

const MOST_LINES = 6;
const LONGEST_LINE = 150;
const LONGEST_TITLE = 240;
/** A title ends with no mark; a line that does is a sentence, an item or an address. */
const SENTENCE_END = /[。；;！!？?：:，,、]$/;
const STATUS =
  /^[（(](?:试行|暂行|草案|送审稿|征求意见稿|审议稿|讨论稿|报批稿|修订稿|修订|(?:\d{4}年?)(?:修订|修正|版|本))[^（()）]{0,6}[）)]$/;
const CONTINUES = /^(?:的|之|》|〉|”|等|和|及|与)/;

/**
 * Reads the title that begins at line `at`: as many lines as it takes until a kind's name ends it (…关于印发 / 《…办法》的通知).
 * Null when these lines are no title.
 */
export function readTitle(lines: readonly Line[], at: number, limit = lines.length): TitleLines | null {
  let value = "";
  let from = at;
  const end = Math.min(limit, at + MOST_LINES);
  for (let index = at; index < end; index++) {
    const line = lines[index];
    if (!line || !mayBeTitle(line)) return null;
    if (index > at && line.heading !== lines[at]?.heading) return null;
    // 首页 > 政务公开 stands before the title on a page and is none of it.
    if (index === from + 1 && startsTitle(line.text) && !areOrganNames(value) && !value.includes("关于")) {
      from = index;
      value = "";
    }
    // The organ on top of a letter, then a title that names it again.
    if (index === from + 1 && isOrganName(value) && joined("", line.text).startsWith(value)) {
      from = index;
      value = "";
    }
    value = joined(value, line.text);
    if (value.length > LONGEST_TITLE) return null;
    const kind = kindAtEnd(value);
    if (kind && isClosed(value) && !continued(lines[index + 1], value)) {
      return withStatus({ from, to: index + 1, value, kind }, lines);
    }
  }
  return null;
}

/** （试行）, （2022年修订） on a line of its own still belong to the title. */
function withStatus(title: TitleLines, lines: readonly Line[]): TitleLines {
  const next = lines[title.to];
  if (!next?.shape.note || !STATUS.test(next.text)) return title;
  return { ...title, to: title.to + 1, value: title.value + next.text.replace(/\s/g, "") };
}

/** A title that ends with no kind's name: the first heading, or the first short line without a mark at its end. */
export function readBareTitle(lines: readonly Line[], at: number): TitleLines | null {
  const line = lines[at];
  if (!line || !mayBeTitle(line) || line.text.length > 80) return null;
  return { from: at, to: at + 1, value: joined("", line.text), kind: null };
}

/** A number or a 版头 on its own line. */
const OTHER_ELEMENT =
  /^[^关]{0,24}[〔﹝[［【（(]\s*\d{2,4}\s*[〕﹞\]］】）)]\s*第?\s*\d{1,5}\s*号\D{0,12}$|^[^关《]{0,50}文\s*件$/;

function mayBeTitle({ text, shape }: Line): boolean {
  if (text.length > LONGEST_LINE || SENTENCE_END.test(text) || OTHER_ELEMENT.test(text)) return false;
  if (shape.dateLine || shape.note || shape.attachment || shape.addressee) return false;
  // A title may begin with 一 (一次性告知…) but not with 一、 or 第一条.
  return shape.numbering === null;
}

/** 关于… and 某机关关于… begin a title; a line in the middle of one has no 关于 so early. */
function startsTitle(text: string): boolean {
  const at = text.indexOf("关于");
  return at === 0 || (at > 0 && areOrganNames(text.slice(0, at).trim()));
}

function continued(next: Line | undefined, value: string): boolean {
  if (!next || !mayBeTitle(next) || !CONTINUES.test(next.text)) return false;
  return kindAtEnd(joined(value, next.text)) !== null;
}

function isClosed(value: string): boolean {
  return count(value, "《") <= count(value, "》") && count(value, "（") <= count(value, "）");
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

/** Joins two lines of a title. Only the blank between two organs is kept. */
export function joined(before: string, line: string): string {
  let value = before;
  for (const word of line.split(/\s+/)) {
    const between = value.length > 2 && isOrganName(value.split(" ").at(-1) ?? "") && beginsWithOrgan(word);
    const latin = /[A-Za-z]$/.test(value) && /^[A-Za-z]/.test(word);
    value += between || latin ? ` ${word}` : word;
  }
  return value;
}

function beginsWithOrgan(word: string): boolean {
  const at = word.indexOf("关于");
  return isOrganName(at < 0 ? word : word.slice(0, at));
}
