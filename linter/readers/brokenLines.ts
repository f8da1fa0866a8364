import { joinLine, type TextLine } from "./lines";

/*
 * Lines of a text file are paragraphs, except where a line was certainly broken in the middle: by web extraction, by
 * a page's edge or by hard wrapping. Titles over several lines stay apart: only the elements of a document tell them.
 */

const UNFINISHED = "，、（(《〈“‘〔【［";
const CLOSING = "，。、；：？！）”’〕】］";
const SENTENCE_END = /[。！？；：:!?…]["”’）》)]?$/;

/** Numbering, parts and elements of a document that begin a paragraph wherever they stand. */
const BEGINS_PARAGRAPH =
  /^(?:[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．](?!\d)|[、)）])|第[一二三四五六七八九十百零〇\d]{1,6}(?:[编章节]|条(?=[\s\u3000]|$))|附件|附：|抄送|主送|[-*•●■◆])/;

/** Joins lines that continue the one before; the lines given are changed. `wrapColumn`: see findWrapColumn. */
export function joinBrokenLines(lines: readonly TextLine[], wrapColumn: number | null): TextLine[] {
  const joined: TextLine[] = [];
  let current: TextLine | undefined;
  let before = "";
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as TextLine;
    if (!current) {
      joined.push(line);
      current = line;
    } else if (wasCut(before, line.text) || runsOn(before, line, wrapColumn)) {
      joinLine(current, line);
    } else if (isSubscript(before, line.text, lines[index + 1])) {
      joinLine(current, line);
      index++;
      joinLine(current, lines[index] as TextLine);
    } else {
      joined.push(line);
      current = line;
    }
    before = (lines[index] as TextLine).text;
  }
  return joined;
}

/** Something that can only be one was cut in two: an order's number, a document number, a date, book-title marks. */
export function wasCut(before: string, text: string): boolean {
  return cutsOrder(before, text) || cutsNumber(before, text) || cutsTitleMarks(before, text);
}

/** The line goes on where the one before stopped, as far as punctuation and a hard wrap tell. */
export function runsOn(before: string, line: TextLine, wrapColumn: number | null): boolean {
  if (line.indented || line.afterGap) return false;
  const last = before.charAt(before.length - 1);
  if (CLOSING.includes(line.text.charAt(0))) return true;
  const unfinished = UNFINISHED.includes(last);
  const wrapped =
    wrapColumn !== null && displayWidth(before) >= wrapColumn - WRAP_SLACK && !SENTENCE_END.test(before);
  return (unfinished || wrapped) && !BEGINS_PARAGRAPH.test(line.text);
}

/** 中华人民共和国国务院令⏎第706号 */
function cutsOrder(before: string, text: string): boolean {
  return (
    text.length <= 12 &&
    before.endsWith("令") &&
    /^第\s?[\d０-９一二三四五六七八九十百〇零]{1,6}\s?号$/.test(text)
  );
}

const DIGIT = "[0-9０-９〇○零一二三四五六七八九十]";
/** ␤ stands for the break. */
const CUT_NUMBER = new RegExp(
  [
    `[〔﹝［\\[【]${DIGIT}{0,4}␤${DIGIT}{0,4}[〕﹞］\\]】]\\s?第?${DIGIT}{1,5}\\s?号`,
    `[〔﹝［\\[【]${DIGIT}{4}[〕﹞］\\]】]\\s?第?${DIGIT}{0,5}␤${DIGIT}{0,5}\\s?号`,
    `${DIGIT}{4}␤年${DIGIT}{1,2}月`,
    `${DIGIT}{4}年${DIGIT}{0,3}␤${DIGIT}{0,3}月(?:${DIGIT}{1,3}日)?`,
    `${DIGIT}{4}年${DIGIT}{1,3}月${DIGIT}{0,3}␤${DIGIT}{0,3}日`,
    `(?<!${DIGIT})(?:${DIGIT}␤${DIGIT}{3}|${DIGIT}{2}␤${DIGIT}{2}|${DIGIT}{3}␤${DIGIT})年${DIGIT}{1,3}月${DIGIT}{1,3}日`,
  ].join("|"),
);
const BEFORE_CUT = /[0-9０-９〇○零一二三四五六七八九十年月〔﹝［[【〕﹞］\]】第]$/;
const AFTER_CUT = /^[0-9０-９〇○零一二三四五六七八九十年月日〕﹞］\]】第号]/;

function cutsNumber(before: string, text: string): boolean {
  if (!AFTER_CUT.test(text) || !BEFORE_CUT.test(before)) return false;
  // A year alone is a heading, unless the rest of its date alone follows.
  if (/^\d{4}年(?:\d{1,2}月)?$/.test(before) && !/^\d{1,2}(?:月\d{1,2})?日$/.test(text)) return false;
  return CUT_NUMBER.test(`${before.slice(-16)}␤${text.slice(0, 16)}`);
}

/** How far behind the break the closing mark may stand. */
const MARK_REACH = 80;

/** 《 is open at the break and 》 closes it on the next line. */
function cutsTitleMarks(before: string, text: string): boolean {
  if (before.lastIndexOf("《") < 0 || text.indexOf("》") < 0 || before.endsWith("。")) return false;
  let depth = 0;
  for (const character of before) {
    if (character === "《") depth++;
    else if (character === "》" && depth > 0) depth--;
  }
  if (depth === 0) return false;
  for (let index = 0; index < Math.min(text.length, MARK_REACH); index++) {
    const character = text[index];
    if (character === "《") depth++;
    else if (character === "》") depth--;
    else if (character === "。") return false;
    if (depth === 0) return true;
  }
  return false;
}

/** A subscript that web extraction set on a line of its own: …达标，PM⏎2.5⏎年平均浓度… */
function isSubscript(before: string, text: string, after: TextLine | undefined): boolean {
  return (
    text.length <= 4 &&
    before.length >= 20 &&
    after !== undefined &&
    /[A-Za-z]$/.test(before) &&
    /^\d{1,2}(?:\.\d)?$/.test(text) &&
    /^\p{Script=Han}/u.test(after.text) &&
    !BEGINS_PARAGRAPH.test(after.text)
  );
}

/** Full lines may be this much short of the wrap column: punctuation must not start a line, words are not broken. */
const WRAP_SLACK = 4;
const WRAP_COLUMNS = { least: 40, most: 120 };

/**
 * The column at which the whole text was hard-wrapped, or null. It was if no line is wider, many lines reach it, and
 * nearly all of those stop in the middle of a sentence, as paragraphs never do.
 */
export function findWrapColumn(lines: readonly TextLine[]): number | null {
  let widest = 0;
  for (const { text } of lines) if (text.length > widest) widest = text.length;
  if (widest > WRAP_COLUMNS.most || widest * 2 < WRAP_COLUMNS.least) return null;
  const widths = lines.map((line) => displayWidth(line.text) + (line.indented ? 4 : 0));
  const column = Math.max(...widths.slice(0, 100_000));
  if (column < WRAP_COLUMNS.least || column > WRAP_COLUMNS.most) return null;
  const full = lines.filter((_, index) => (widths[index] as number) >= column - WRAP_SLACK);
  const unfinished = full.filter((line) => !SENTENCE_END.test(line.text));
  const enough = full.length >= 6 && full.length >= lines.length * 0.3;
  return enough && unfinished.length >= full.length * 0.8 ? column : null;
}

/** Columns of a terminal or typewriter: East Asian characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) width += text.charCodeAt(index) < 0x2010 ? 1 : 2;
  return width;
}
