import type { DocumentNumber } from "../blockFacts";
import { recogniseDates } from "../dates";
import { issuerBefore } from "../organBeforeNumber";
import { isHan, skipBlanksBack, wordBefore } from "./characters";
import { numberEndingAt } from "./numberIndex";
import type { VersionNote } from "./title";

/** What stands in front of the marks: 2012年12月29日原国家质检总局令第150号公布的《…》. */
export interface Head {
  /** Where it begins; the opening mark when there is nothing. */
  start: number;
  issuer: string | null;
  number: DocumentNumber | null;
  /** ISO, as exact as written */
  stated: string | null;
  published: boolean;
  /** 2014年修订的《…》 */
  version: VersionNote | null;
}

const PUBLISHED =
  "公布施行 颁布实施 公布 发布 颁布 印发 下发 制定 出台 实施 施行 通过 批准 转发 批转 颁发 修订 修正 修改".split(
    " ",
  );
const AMENDED = ["修订", "修正", "修改"];
const MANNER = "联合 共同 正式 首次 重新 曾 新".split(" ");
/** Issuers that end unlike an organ in front of a number. */
const OTHER_ISSUERS = ["中共中央", "党中央", "全国人民代表大会", "全国人大"];
/** End like an organ and are none. */
const NO_ISSUER =
  /(?:社会|机会|全部|内部|外部|干部|局部|学会|不会|将会|应会|[主承举经督开]办|首部|[\d一二三四五六七八九十两几]部|(?<!银)行|.国)$|^[你我贵该本各两].{1,2}$/;
const LONGEST_DATE = 26;

/** Reads back from the opening mark at `open`, not beyond `floor` (the end of the mention before). */
export function readHead(
  text: string,
  open: number,
  floor: number,
  numbers: readonly DocumentNumber[],
): Head {
  const head: Head = {
    start: open,
    issuer: null,
    number: null,
    stated: null,
    published: false,
    version: null,
  };
  const end = skipBlanksBack(text, open);
  let at = publishedBefore(text, end);
  head.published = at < end;
  // Date, issuer and number come in any order, each once.
  for (let round = 0; round < 3; round++) {
    const before = at;
    at = readNumber(text, at, head, numbers, floor);
    at = readIssuer(text, at, head, floor);
    if (at < before && text[at - 1] === "原" && at > floor) at--;
    at = readDate(text, at, head, floor);
    if (at === before) break;
  }
  const found = head.issuer !== null || head.number !== null || head.stated !== null;
  if (!found) return { ...head, published: false };
  return {
    ...head,
    start: at,
    version: head.published ? amendedBefore(text, at, end - 1, head.stated) : null,
  };
}

/** The version that 2014年修订的 in front of the marks names: `end` is where 的 stands. */
function amendedBefore(text: string, start: number, end: number, stated: string | null): VersionNote | null {
  const verb = wordBefore(text, end, AMENDED);
  if (verb === "" || stated === null) return null;
  const year = Number(stated.slice(0, 4));
  return { text: `${year}年${verb}`, year, span: { start, end } };
}

/** Offset in front of 公布的, or `end` when no such word stands there. */
function publishedBefore(text: string, end: number): number {
  if (text[end - 1] !== "的") return end;
  const verb = wordBefore(text, end - 1, PUBLISHED);
  if (verb === "") return end;
  let at = skipBlanksBack(text, end - 1 - verb.length);
  // 自2027年1月1日起施行的: when it begins, not when it was made.
  if (text[at - 1] === "起") return end;
  at -= wordBefore(text, at, MANNER).length;
  return skipBlanksBack(text, at);
}

function readNumber(
  text: string,
  end: number,
  head: Head,
  numbers: readonly DocumentNumber[],
  floor: number,
): number {
  if (head.number !== null) return end;
  const stop = end - wordBefore(text, end, ["文件", "文"]).length;
  const number = numberEndingAt(numbers, stop);
  if (number === null || number.start < floor) return end;
  head.number = number;
  if (number.form !== "document") head.issuer ??= number.organ;
  return skipBlanksBack(text, number.start);
}

function readIssuer(text: string, end: number, head: Head, floor: number): number {
  if (head.issuer !== null || !isHan(text.charCodeAt(end - 1))) return end;
  const organ = issuerBefore(text, end);
  if (organ && organ.start >= floor && organ.name.length > 1 && !NO_ISSUER.test(organ.name)) {
    head.issuer = organ.name;
    return skipBlanksBack(text, organ.start);
  }
  const other = wordBefore(text, end, OTHER_ISSUERS);
  if (other === "" || end - other.length < floor) return end;
  head.issuer = other;
  return skipBlanksBack(text, end - other.length);
}

function readDate(text: string, end: number, head: Head, floor: number): number {
  if (head.stated !== null || !(text[end - 1] === "日" || text[end - 1] === "年" || text[end - 1] === "月"))
    return end;
  const from = Math.max(floor, end - LONGEST_DATE);
  const date = recogniseDates(text.slice(from, end)).at(-1);
  if (!date || from + date.end !== end) return end;
  head.stated = date.iso;
  const start = skipBlanksBack(text, from + date.start);
  return text[start - 1] === "于" && start - 1 >= floor ? skipBlanksBack(text, start - 1) : start;
}
