import type { ArticleReference } from "../blockFacts";
import { isChineseNumeral, parseNumber } from "../numerals";
import { isBlank, isOneOf, skipBlanks, wordAt } from "./characters";

/** What a run of references says and where it ends. */
export interface ArticleRun {
  references: ArticleReference[];
  end: number;
}

/** One number of a group with its place: （二） or 三十八. */
interface Numeral {
  value: number;
  start: number;
  end: number;
  /** Stands behind 至 in its group: 第三十八至四十条. */
  closesRange: boolean;
}

/** 第三、四条: numbers under one unit. */
interface Group {
  numerals: Numeral[];
  unit: string;
  suffix: number | null;
  start: number;
  end: number;
}

const UNITS = "条 款 项 目 分编 编 章 节".split(" ");
/** Words that only begin like a unit: 第三条件, 第二项目, 第一节课. */
const NOT_UNITS = "条件 条例 条线 条约 项目 款项 目标 章程 节课 节点".split(" ");
const LIST = "以及 或者 、 和 与 及 或".split(" ");
const RANGE = "至 到 — – － - ～ ~".split(" ");
const LONGEST_NUMERAL = 9;
/** No act reaches it; keeps OCR noise from being an article. */
const HIGHEST_ARTICLE = 9999;

/**
 * Reads 条款项 from `start`: 第三十八条第一款第（二）项、第四项, 第十条、第十二条至第十五条, 第三、四条, 第38条,
 * 第一百二十条之一. Parts above the article (第五章) are passed over. Null when no article stands there.
 *
 * References share what they do not repeat: 第二百条第（四）项、第（五）项 are two references to article 200. Of a
 * range of articles one reference is made, with `to`; of a range of 款 or 项 its two ends.
 */
export function readArticles(text: string, start: number): ArticleRun | null {
  const references: ArticleReference[] = [];
  let end = start;
  let at = skipBlanks(text, start);
  // On a new line 第三条 opens an article of its own.
  if (text[at] !== "第" || text.slice(start, at).includes("\n")) return null;
  let separator = "";
  for (;;) {
    const group = readGroup(text, at, separator !== "");
    if (group === null) break;
    const last = references[references.length - 1];
    if (group.unit === "条") {
      if (!addArticles(text, references, group, RANGE.includes(separator))) break;
      end = group.end;
    } else if (group.unit === "款" || group.unit === "项") {
      if (!last) break;
      addBelow(text, references, last, group, separator !== "");
      end = group.end;
    } else if (group.unit === "目") end = last ? group.end : end;
    at = skipBlanks(text, group.end);
    separator = wordAt(text, at, LIST) || wordAt(text, at, RANGE);
    at = skipBlanks(text, at + separator.length);
  }
  return references.length > 0 ? { references, end } : null;
}

function addArticles(
  text: string,
  references: ArticleReference[],
  group: Group,
  closesRange: boolean,
): boolean {
  const before = references.length;
  for (const [index, numeral] of group.numerals.entries()) {
    const isFirst = index === 0;
    const isLast = index === group.numerals.length - 1;
    const end = isLast ? group.end : numeral.end;
    const previous = references[references.length - 1];
    if (numeral.value < 1 || numeral.value > HIGHEST_ARTICLE) return references.length > before;
    if (previous && (numeral.closesRange || (isFirst && closesRange)) && previous.to === null) {
      previous.to = numeral.value;
      previous.end = end;
      previous.text = text.slice(previous.start, end);
      continue;
    }
    const start = isFirst ? group.start : numeral.start;
    references.push({
      start,
      end,
      text: text.slice(start, end),
      article: numeral.value,
      suffix: isLast ? group.suffix : null,
      paragraph: null,
      item: null,
      to: null,
    });
  }
  return true;
}

/** Adds 款 or 项: to the last reference when it stands right behind, as a further one behind a separator. */
function addBelow(
  text: string,
  references: ArticleReference[],
  owner: ArticleReference,
  group: Group,
  separated: boolean,
): void {
  const level = group.unit === "款" ? "paragraph" : "item";
  for (const [index, numeral] of group.numerals.entries()) {
    const end = index === group.numerals.length - 1 ? group.end : numeral.end;
    const refines = index === 0 && !separated && owner[level] === null && owner.item === null;
    if (refines) {
      owner[level] = numeral.value;
      owner.end = end;
      owner.text = text.slice(owner.start, end);
      continue;
    }
    const start = index === 0 ? group.start : numeral.start;
    // Behind a range 第三条至第五条第二款 the 款 belongs to the range's last article.
    const article = owner.to ?? owner.article;
    const paragraph = level === "paragraph" ? numeral.value : owner.paragraph;
    const item = level === "item" ? numeral.value : null;
    references.push({
      start,
      end,
      text: text.slice(start, end),
      article,
      suffix: owner.suffix,
      paragraph,
      item,
      to: null,
    });
  }
}

/** 第 + numbers + unit. 第 may be left out behind a separator (第三条、四条) and before brackets (第三条（一）项). */
function readGroup(text: string, start: number, separated: boolean): Group | null {
  const withSign = text[start] === "第";
  if (!withSign && !separated && !isOneOf("（(", text, start)) return null;
  const numerals: Numeral[] = [];
  let at = skipBlanks(text, withSign ? start + 1 : start);
  let closesRange = false;
  for (;;) {
    const numeral = readNumeral(text, at, closesRange);
    if (numeral === null) return null;
    numerals.push(numeral);
    at = skipBlanks(text, numeral.end);
    const unit = wordAt(text, at, UNITS);
    if (unit !== "") {
      if (wordAt(text, at, NOT_UNITS) !== "") return null;
      const end = at + unit.length;
      const suffix = unit === "条" ? readSuffix(text, end) : null;
      return { numerals, unit, suffix: suffix?.value ?? null, start, end: suffix?.end ?? end };
    }
    const list = wordAt(text, at, LIST);
    const range = list === "" ? wordAt(text, at, RANGE) : "";
    closesRange = range !== "";
    // （一）（二）项 needs no separator.
    if (list === "" && range === "" && !isOneOf("（(", text, at)) return null;
    if (numerals.length >= 40) return null;
    at = skipBlanks(text, at + list.length + range.length);
  }
}

/** 之一 behind 第一百二十条; not the 之 of 第三条之规定. */
function readSuffix(text: string, at: number): { value: number; end: number } | null {
  if (text[at] !== "之") return null;
  const numeral = readNumeral(text, at + 1, false);
  return numeral && numeral.value > 0 ? { value: numeral.value, end: numeral.end } : null;
}

/** A number in Chinese, ASCII or full-width digits, bare or in round brackets; blanks inside are passed over. */
function readNumeral(text: string, start: number, closesRange: boolean): Numeral | null {
  const bracketed = isOneOf("（(", text, start);
  const first = skipBlanks(text, bracketed ? start + 1 : start);
  let digits = "";
  let end = first;
  for (let at = first; at < text.length && digits.length < LONGEST_NUMERAL; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    if (!isNumeral(text, at)) break;
    digits += text[at];
    end = at + 1;
  }
  const value = parseNumber(digits);
  if (value === null) return null;
  if (!bracketed) return { value, start, end, closesRange };
  const close = skipBlanks(text, end);
  return isOneOf("）)", text, close) ? { value, start, end: close + 1, closesRange } : null;
}

function isNumeral(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0xff10 && code <= 0xff19) ||
    isChineseNumeral(text[at] as string)
  );
}
