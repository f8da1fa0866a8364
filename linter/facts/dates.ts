import type { DateMention } from "./blockFacts";
import { parseNumber } from "./numerals";

/** Digits as old documents write them, the look-alikes of 〇 included. */
const DIGIT = "0-9０-９〇○◯零ОOoＯｏ一二三四五六七八九";
const YEAR_END = new RegExp(String.raw`(?:[${DIGIT}]\s*){4}$`);
const MONTH_AND_DAY =
  /\s*([\d０-９]\s*[\d０-９]?|[一二三四五六七八九十]\s*[一二]?)\s*月(?:\s*([\d０-９]\s*[\d０-９]?|[一二三四五六七八九十]\s*[一二三四五六七八九十]?\s*[一二三四五六七八九]?)(?:\s*([日号])|\s*(?:\n|$)))?/y;
/** 2024-03-05, 2024.3.5, 2024/3/5: in short lines only, where nothing else is written so. */
const SIGNED = /(?<![\d.\-/])((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d.\-/])/g;
const SHORT_LINE = 60;

/**
 * Finds dates: 2024年3月5日, 二〇〇四年八月十二日 with any zero, 二O一一年5月16日, blanks and line breaks inside, 日 left
 * out at the end of the text; also months and years alone. What no calendar has (13月, 2月30日) is no date.
 */
export function recogniseDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (let at = text.indexOf("年"); at >= 0; at = text.indexOf("年", at + 1)) {
    const date = dateAround(text, at);
    if (!date) continue;
    found.push(date);
    at = date.end - 1;
  }
  if (found.length === 0 && text.length <= SHORT_LINE) found.push(...signedDates(text));
  return found;
}

/** The first full date of a metadata value, ISO; null if there is none: 2024-03-05, 2024/3/5, 2024年3月5日, 20240305. */
export function parseDate(text: string): string | null {
  const compact = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text);
  if (compact) return isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const [signed] = signedDates(text);
  if (signed) return signed.iso;
  return recogniseDates(text).find((date) => date.complete)?.iso ?? null;
}

/** `at` is where 年 stands. */
function dateAround(text: string, at: number): DateMention | null {
  const last = text.charCodeAt(at - 1);
  // Most 年 are 今年, 年度, 三年行动: an ordinary character before ends the look at once.
  if (!(last >= 48 && last <= 57) && !new RegExp(`[${DIGIT}\\s]`).test(text.charAt(at - 1))) return null;
  const from = Math.max(0, at - 12);
  const match = YEAR_END.exec(text.slice(from, at));
  if (!match) return null;
  const start = from + match.index;
  if (/[\d０-９]/.test(text.charAt(start - 1))) return null;
  const year = parseNumber(match[0].replace(/\s/g, ""));
  if (year === null || year < 1900 || year > 2099) return null;
  MONTH_AND_DAY.lastIndex = at + 1;
  const rest = MONTH_AND_DAY.exec(text);
  if (!rest) return mention(text, start, at + 1, `${year}`, false);
  const month = part(rest[1]);
  if (month === null || month < 1 || month > 12) return null;
  if (rest[2] === undefined) {
    return mention(text, start, MONTH_AND_DAY.lastIndex, isoMonth(year, month), false);
  }
  const iso = isoDate(year, month, part(rest[2]) ?? 0);
  if (!iso) return null;
  const end = at + 1 + rest[0].trimEnd().length;
  return mention(text, start, end, iso, true);
}

function signedDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(SIGNED)) {
    const iso = isoDate(Number(match[1]), Number(match[3]), Number(match[4]));
    if (iso)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        iso,
        style: "arabic",
        complete: true,
      });
  }
  return found;
}

function mention(text: string, start: number, end: number, iso: string, complete: boolean): DateMention {
  const written = text.slice(start, end);
  const arabic = /[0-9０-９]/.test(written);
  const chinese = /[〇○◯零ОOoＯｏ一二三四五六七八九十]/.test(written);
  return { start, end, iso, style: arabic && chinese ? "mixed" : chinese ? "chinese" : "arabic", complete };
}

function part(written: string | undefined): number | null {
  return written === undefined ? null : parseNumber(written.replace(/\s/g, ""));
}

function isoMonth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= last ? `${isoMonth(year, month)}-${String(day).padStart(2, "0")}` : null;
}
