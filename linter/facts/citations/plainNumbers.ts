import type { DocumentNumber } from "../blockFacts";
import { readAbbreviation } from "./abbreviation";
import { isOneOf, skipBlanks, skipBlanksBack } from "./characters";
import { readBracket } from "./notes";
import { plainMention, type Reading } from "./reading";

/** What may stand behind or before a number on the line that only carries it: 国务院办公厅文件 国办发〔2018〕37号. */
const OWN_LINE_BEFORE = /(?:^|文件|号|文号|编号|[：:]|\n)\s*[（([【]?\s*$/;
const OWN_LINE_AFTER = /^\s*[）)\]】]?\s*(?:$|\n|签发人)/;
/** A head note: （2007年4月5日国务院令第492号公布 2019年4月3日国务院令第711号修订）. */
const HEAD_NOTE = /^\s*[（(][^《]*(?:公布|发布|修订|修正|通过|令)[^《]*[）)]\s*$/;
/** Told of an order in a head note and nowhere else: 国务院令第711号修订, not 国务院令第711号公布的. */
const LIFE = /^\s*(?:公布|发布|颁布|修订|修正|第[一二三四五六七八九十]+次修[订正])(?!的)/;
const LONGEST_TITLE = 80;

/**
 * Finds document numbers that stand for a document without a title in marks: 根据国办发〔2016〕80号,
 * 原关于…的通告（岚综管综〔2017〕15号）. Not the number of a line of its own, nor one that a citation has taken.
 */
export function findPlainNumbers(
  text: string,
  numbers: readonly DocumentNumber[],
  taking: readonly Reading[],
): Reading[] {
  const taken = new Set(taking.map((reading) => reading.mention.number));
  const isHeadNote = HEAD_NOTE.test(text.slice(0, 400)) && text.length <= 400;
  const found: Reading[] = [];
  for (const number of numbers) {
    if (taken.has(number) || isHeadNote || isOwnLine(text, number)) continue;
    if (number.form !== "document" && LIFE.test(text.slice(number.end, number.end + 8))) continue;
    // 2018年第3号 alone could be anything's.
    if (number.form === "announcement" && number.organ === null) continue;
    found.push(readNumber(text, number));
  }
  return found;
}

function isOwnLine(text: string, number: DocumentNumber): boolean {
  const before = text.slice(Math.max(0, number.start - 12), number.start);
  const opens = OWN_LINE_BEFORE.test(number.start > 12 ? `…${before}` : before);
  if (/文件\s*$/.test(before))
    return !/(?:根据|按照|依据|依照|执行|贯彻|落实)/.test(
      text.slice(Math.max(0, number.start - 24), number.start),
    );
  return opens && OWN_LINE_AFTER.test(text.slice(number.end, number.end + 8));
}

function readNumber(text: string, number: DocumentNumber): Reading {
  const mention = plainMention("number", null, { start: number.start, end: number.end });
  mention.number = number;
  if (number.form !== "document") mention.issuer = number.organ;
  const open = skipBlanksBack(text, number.start) - 1;
  const bracket = isOneOf("（(", text, open) ? readBracket(text, open) : null;
  let from = number.start;
  if (bracket && bracket.end >= number.end) {
    const abbreviation = readAbbreviation(text, number.end, bracket.end - 1);
    if (abbreviation) mention.abbreviation = { name: abbreviation.name, span: abbreviation.span };
    mention.end = bracket.end;
    from = titleStart(text, open);
  } else {
    const behind = skipBlanks(text, number.end);
    for (const word of ["文件", "文"]) {
      if (!text.startsWith(word, behind)) continue;
      mention.end = behind + word.length;
      break;
    }
  }
  return { mention, from, published: false, noted: null };
}

/** Where the title without marks begins that stands in front of the bracket: at its last 关于. */
function titleStart(text: string, open: number): number {
  const first = Math.max(0, open - LONGEST_TITLE);
  const before = text.slice(first, open);
  const about = before.lastIndexOf("关于");
  return about >= 0 && !/[，。；]/.test(before.slice(about)) ? first + about : open;
}
