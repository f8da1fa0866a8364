import type { DocumentNumber } from "./blockFacts";
import { parseNumber } from "./numerals";
import { issuerBefore, organCodeBefore } from "./organBeforeNumber";

type Defect = DocumentNumber["defects"][number];
type Recognised = Omit<DocumentNumber, "end">;

/** How far in front of 号 the number is looked for: code, year and serial together are never longer. */
const REACH = 72;
const YEAR = String.raw`(?:[\d０-９]\s*){2,4}`;
const OPEN = "〔﹝\\[［【（(“\"'‘";
const CLOSE = "〕﹞\\]］】）)”\"'’";

const SERIAL_END = /(第?)(\s*)((?:[\d０-９]\s*){1,5})$/;
const CHINESE_SERIAL_END = /(第)(\s*)([一二三四五六七八九十百零〇○]{1,7}\s*)$/;
const BRACKETED_YEAR_END = new RegExp(String.raw`([${OPEN}])(\s*${YEAR})([${CLOSE}])(\s*)$`);
const YEAR_FIRST_END = new RegExp(
  String.raw`([${OPEN}])(\s*${YEAR})([${CLOSE}])\s*([\u4e00-\u9fff]{1,12}字)\s*$`,
);
const PLAIN_YEAR_END = /((?:[1１][9９]|[2２][0０])[\d０-９]{2})\s*年?\s*$/;
const ORDER_END = /令\s*[（(]?\s*$/;
const ANNOUNCEMENT_END = /(?:公告|通告|公报)\s*[（(]?\s*$/;
/** (2019)知终字第12号 and its like number a court's cases. */
const CASE = /[初终再申监执抗提]字$/;
/** What bears numbers of its own in brackets that look like a year: 图（2019）8号, 合同（2020）3号. */
const OTHER_SERIES = /(?:备|准字|证字?|表|图|合同|标|案|卷|版|批|期|栋|幢|区|路|段)$/;
const BUILDING = /^[楼院线门房库厂井车机地段站口馆桥台公铺]/;

/**
 * Finds 发文字号 (国办发〔2018〕37号), orders (国务院令第711号) and announcements (税务总局公告2018年第3号) in any of the
 * forms seen in real documents. Standards, case numbers, telephone numbers and houses are none.
 * Standard form after GB/T 9704—2012, 7.2.5.
 */
export function recogniseNumbers(text: string): DocumentNumber[] {
  const found: DocumentNumber[] = [];
  for (let at = text.indexOf("号"); at >= 0; at = text.indexOf("号", at + 1)) {
    const number = numberEndingAt(text, at);
    if (number) found.push(number);
  }
  return found;
}

/** `at` is where 号 stands. */
function numberEndingAt(text: string, at: number): DocumentNumber | null {
  const from = Math.max(0, at - REACH);
  if (!/[\d０-９一二三四五六七八九十百零〇○\s]/.test(text.charAt(at - 1))) return null;
  const window = text.slice(from, at);
  const arabic = SERIAL_END.exec(window);
  const match = arabic ?? CHINESE_SERIAL_END.exec(window);
  if (!match) return null;
  const [, ordinal = "", gap = "", digits = ""] = match;
  const serial = parseNumber(digits.replace(/\s/g, ""));
  if (serial === null || serial === 0) return null;
  const tail = {
    text,
    from,
    before: window.slice(0, match.index),
    after: text.slice(at + 1, at + 6),
    serial,
  };
  const number =
    (arabic && (bracketed(tail, ordinal !== "") ?? yearFirst(tail))) ??
    order(tail) ??
    (arabic && announcement(tail));
  if (!number) return null;
  const end = at + 1 + suffixLength(number.form, tail);
  const written = text.slice(number.start, end);
  const defects = [...number.defects, ...spacing(written, gap + digits, number.form)];
  if (/^[0０]/.test(digits)) defects.push("leading-zero");
  if (/[０-９]/.test(written)) defects.push("full-width-digit");
  return { ...number, end, defects: [...new Set(defects)] };
}

interface Tail {
  text: string;
  /** Where `before` starts in `text`. */
  from: number;
  /** What stands before the serial number, 第 excluded. */
  before: string;
  /** What stands behind 号. */
  after: string;
  serial: number;
}

/** 国办发〔2018〕37号, and orders and announcements with a year in brackets: 中国人民银行令〔2021〕第3号. */
function bracketed(tail: Tail, ordinal: boolean): Recognised | null {
  const match = BRACKETED_YEAR_END.exec(tail.before);
  if (!match) return null;
  const [, open = "", digits = "", close = ""] = match;
  const year = fullYear(digits);
  if (!year) return null;
  const bracketAt = tail.from + match.index;
  const head = tail.before.slice(0, match.index);
  const named = /(公告|通告|令)\s*$/.exec(head);
  if (named) {
    const form = named[1] === "令" ? "order" : "announcement";
    const issuer = issuerBefore(tail.text, tail.from + named.index);
    if (!issuer && form === "order") return null;
    return {
      start: issuer?.start ?? tail.from + named.index,
      standard: `${issuer?.name ?? ""}${named[1]}〔${year.value}〕第${tail.serial}号`,
      organ: issuer?.name ?? null,
      year: year.value,
      serial: tail.serial,
      form,
      defects: bracketDefects(open, close, year.short),
    };
  }
  const hexagonal = open === "〔" || open === "﹝";
  const code = organCodeBefore(tail.text, bracketAt);
  if (!code && !(hexagonal && standsAlone(tail.text, bracketAt))) return null;
  if (!hexagonal && (!code || OTHER_SERIES.test(code.name) || BUILDING.test(tail.after))) return null;
  const defects = bracketDefects(open, close, year.short);
  if (ordinal) defects.push("第");
  return {
    start: code?.start ?? bracketAt,
    standard: `${code?.name ?? ""}〔${year.value}〕${tail.serial}号`,
    organ: code?.name ?? null,
    year: year.value,
    serial: tail.serial,
    form: "document",
    defects,
  };
}

/** 〔1996〕武司字第82号 */
function yearFirst(tail: Tail): Recognised | null {
  const match = YEAR_FIRST_END.exec(tail.before);
  if (!match) return null;
  const [, open = "", digits = "", close = "", organ = ""] = match;
  const year = fullYear(digits);
  if (!year || CASE.test(organ)) return null;
  return {
    start: tail.from + match.index,
    standard: `${organ}〔${year.value}〕${tail.serial}号`,
    organ,
    year: year.value,
    serial: tail.serial,
    form: "document",
    defects: [...bracketDefects(open, close, year.short), "第"],
  };
}

/** 国务院令第711号, 国务院第711号令, 交通运输部令2021年第5号. */
function order(tail: Tail): Recognised | null {
  const plain = PLAIN_YEAR_END.exec(tail.before);
  const head = plain ? tail.before.slice(0, plain.index) : tail.before;
  const word = ORDER_END.exec(head);
  if (!word && !/^\s?令/.test(tail.after)) return null;
  const at = tail.from + (word ? word.index : head.length);
  if (word && /[命法指政责条]$/.test(head.slice(0, word.index))) return null;
  const issuer = issuerBefore(tail.text, at);
  if (!issuer && !(word && standsAlone(tail.text, at))) return null;
  const year = plain ? parseNumber(plain[1] ?? "") : null;
  return {
    start: issuer?.start ?? at,
    standard: `${issuer?.name ?? ""}令${year ? `${year}年` : ""}第${tail.serial}号`,
    organ: issuer?.name ?? null,
    year,
    serial: tail.serial,
    form: "order",
    defects: [],
  };
}

/** 国家税务总局公告2018年第3号, 农业部公告第2292号, 2018第3号 and （2016年第4号） on a line of its own. */
function announcement(tail: Tail): Recognised | null {
  const plain = PLAIN_YEAR_END.exec(tail.before);
  const head = plain ? tail.before.slice(0, plain.index) : tail.before;
  const word = ANNOUNCEMENT_END.exec(head);
  const behind = /^\s?(?:公告|通告)/.test(tail.after);
  const at = tail.from + (word ? word.index : head.length);
  const issuer = word || behind ? issuerBefore(tail.text, at) : null;
  if (!plain && !issuer) return null;
  if (plain && !word && !behind && !standsInBracketsOrLine(tail, at)) return null;
  const year = plain ? parseNumber(plain[1] ?? "") : null;
  return {
    start: issuer?.start ?? at,
    standard: `${issuer ? `${issuer.name}公告` : ""}${year ? `${year}年` : ""}第${tail.serial}号`,
    organ: issuer?.name ?? null,
    year,
    serial: tail.serial,
    form: "announcement",
    defects: plain && !/年\s*$/.test(plain[0]) ? ["第"] : [],
  };
}

/** The closing bracket of 令（第711号）, or the word behind 第711号令, belongs to the number. */
function suffixLength(form: DocumentNumber["form"], tail: Tail): number {
  if (form === "document") return 0;
  if (/(?:令|公告|通告)\s*[（(]\s*$/.test(tail.before) && /^[）)]/.test(tail.after)) return 1;
  if (/(?:令|公告|通告)[^令告]*$/.test(tail.before)) return 0;
  return /^\s?(?:令|公告|通告)/.exec(tail.after)?.[0].length ?? 0;
}

function spacing(written: string, serial: string, form: DocumentNumber["form"]): Defect[] {
  const defects: Defect[] = [];
  // An order's name and number stand on two lines of their own; only digits torn apart are a defect there.
  const judged = form === "document" ? written : serial;
  if (judged.includes("\n")) defects.push("line-break");
  if (/[^\S\n]/.test(judged)) defects.push("space");
  return defects;
}

function bracketDefects(open: string, close: string, short: boolean): Defect[] {
  const defects: Defect[] = [];
  if (open !== "〔" || close !== "〕") defects.push("bracket");
  if (short) defects.push("two-digit-year");
  return defects;
}

/** Two-digit years: the People's Republic numbers documents since 1949. */
function fullYear(digits: string): { value: number; short: boolean } | null {
  const value = parseNumber(digits.replace(/\s/g, ""));
  if (value === null) return null;
  if (value < 100) return { value: value >= 49 ? 1900 + value : 2000 + value, short: true };
  return value >= 1949 && value < 2100 ? { value, short: false } : null;
}

function standsAlone(text: string, at: number): boolean {
  return at === 0 || /[\s（([［【，。；、：“》）)]/.test(text.charAt(at - 1));
}

function standsInBracketsOrLine(tail: Tail, at: number): boolean {
  const before = tail.text.slice(Math.max(0, at - 1), at);
  if (/[（(]/.test(before)) return /^[）)]/.test(tail.after);
  return (
    /^\s*$/.test(
      tail.text
        .slice(Math.max(0, at - 3), at)
        .split("\n")
        .at(-1) ?? "",
    ) && /^\s*(?:\n|$)/.test(tail.after)
  );
}
