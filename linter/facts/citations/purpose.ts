import type { CitationMention } from "../blockFacts";
import {
  isOneOf,
  sentenceEnd,
  sentenceStart,
  skipBlanks,
  skipBlanksBack,
  wordAt,
  wordBefore,
} from "./characters";
import { isGoverned } from "./leftContext";
import { behindConnector, type Reading } from "./reading";
import { endsRepeal, tellsRepealDone } from "./repeal";
import { namesOfficialText } from "./titleKinds";

type Purpose = CitationMention["purpose"];

/** How far from a citation the words are read that say why it stands there. */
const REACH = 90;

const ISSUING = "印发 公布 发布 颁布 下发 转发 批转 颁发 制发 印送 现将".split(" ");
const REPEALING = ["废止", "宣布失效", "停止执行", "作废"];
const AMENDING = ["修改完善", "修改", "修订", "修正"];
const PAST =
  "废止的 失效的 被取代的 被替代的 废止前的 修订前的 修改前的 修正前的 原有的 原来的 此前的 当时的 曾经 曾 旧 原".split(
    " ",
  );
/** Not to be cited or applied any more. */
const DROPPED = ["不再", "不得再", "停止"].flatMap((no) =>
  ["以", "引用", "适用", "执行", "依据", "依照", "按照"].map((use) => no + use),
);
const NOT_PAST = "太原 中原 草原 平原 高原 还原 陈旧".split(" ");
const COMING = "起施行的 起实施的 起正式施行的 起生效的 将施行的 将实施的 即将施行的 即将实施的".split(" ");
const PAST_BEHIND =
  "施行期间 实施期间 施行时期 时期 施行时的 废止前 废止后 废止以 废止之 修订前 修正前 修改前".split(" ");
const WORKS =
  "教材 专著 著作 课程 书籍 图书 读本 小说 电影 纪录片 电视剧 歌曲 话剧 剧目 报纸 杂志 期刊 论文 合同 样本".split(
    " ",
  );
const WORKS_BEHIND = "一书 课程 教材 杂志 期刊 报 专著 读本 丛书".split(" ");

/** Says of each reading why it names its act. `readings` is in the order of the text; a list is judged as one. */
export function judgePurposes(text: string, readings: readonly Reading[]): void {
  let first = 0;
  while (first < readings.length) {
    let last = first;
    while (isJoinedToNext(text, readings, last)) last++;
    const list = readings.slice(first, last + 1);
    const purpose = purposeOfList(text, list);
    for (const reading of list) reading.mention.purpose = purpose ?? purposeAlone(text, reading, list);
    first = last + 1;
  }
}

/** Members of one list: 、 or 和 or nothing between them. */
function isJoinedToNext(text: string, readings: readonly Reading[], index: number): boolean {
  const next = readings[index + 1];
  if (!next) return false;
  const at = behindConnector(text, (readings[index] as Reading).mention.end);
  return at === next.from || (text[at] === "原" && at + 1 === next.from);
}

/** What the words on both sides of a list say of all its members; null when they say nothing. */
function purposeOfList(text: string, list: readonly Reading[]): Purpose | null {
  const first = list[0] as Reading;
  const { end } = (list[list.length - 1] as Reading).mention;
  const from = skipBlanksBack(text, first.from);
  const stop = sentenceEnd(text, end, REACH);
  const governed = isGoverned(text, from);
  if (endsRepeal(text, end, stop)) return "repeal";
  if (tellsRepealDone(text, end, stop)) return "history";
  if (!governed && isIssued(text, from)) return "issue";
  if (wordBefore(text, from, COMING) !== "" || commences(text, end, stop)) return "commencement";
  if (followsRepealing(text, from)) return "repeal";
  if (wordBefore(text, from, DROPPED) !== "") return "history";
  if (governed) return null;
  if (issues(text, from, end, stop)) return "issue";
  return amends(text, from, end, stop) ? "amendment" : null;
}

function purposeAlone(text: string, reading: Reading, list: readonly Reading[]): Purpose {
  const { mention, from } = reading;
  if (reading.noted === "ended") return "history";
  if (reading.noted === "commences") return "commencement";
  if (mention.form === "self") return "reference";
  const governed = isGoverned(text, (list[0] as Reading).from);
  if (isPast(text, reading, governed)) return "history";
  if (mention.title !== null && /^[^〈]{0,24}关于修[改订正]〈/.test(mention.title)) return "amendment";
  if (mention.form === "marked" && mention.title !== null && isWork(text, mention, from)) return "other";
  return "reference";
}

function isPast(text: string, reading: Reading, governed: boolean): boolean {
  const { mention, from } = reading;
  const before = skipBlanksBack(text, from);
  if (wordBefore(text, before, PAST) !== "" && wordBefore(text, before, NOT_PAST) === "") return true;
  if (mention.form === "marked" && text[from] === "原" && from + 1 === mention.start) return true;
  if (wordAt(text, mention.end, PAST_BEHIND) !== "") return true;
  // 2005年公布的《…》, 2005年《…》 tell of the past unless the act is applied.
  if (governed || mention.articles.length > 0 || mention.stated === null || mention.stated.length > 10)
    return false;
  return (
    (reading.published || mention.stated.length === 4) &&
    from < mention.start &&
    tellsDateInFront(text, reading)
  );
}

/** The date stands in front of the marks, not in a bracket behind. */
function tellsDateInFront(text: string, reading: Reading): boolean {
  return text.slice(reading.from, reading.mention.start).includes("年");
}

/** 废止《…》, 废止下列文件：《…》, 宣布失效的… */
function followsRepealing(text: string, from: number): boolean {
  let at = from;
  if (isOneOf("：:", text, at - 1)) {
    at = skipBlanksBack(text, at - 1);
    const lead = text.slice(sentenceStart(text, at, 30), at);
    if (/下列|以下/.test(lead) && REPEALING.some((word) => lead.includes(word))) return true;
  }
  return wordBefore(text, text[at - 1] === "了" ? at - 1 : at, REPEALING) !== "";
}

/** 关于印发《…》的通知, 公布修订后的《…》 */
function isIssued(text: string, from: number): boolean {
  const revised = wordBefore(text, from, ["修订后的", "修改后的", "修正后的", "了"]);
  return wordBefore(text, from - revised.length, ISSUING) !== "";
}

/** 现将《…》印发给你们, 《…》已经…同意，现予公布. */
function issues(text: string, from: number, end: number, stop: number): boolean {
  const behind = text.slice(end, stop);
  if (text[from - 1] === "将") return /^[^，。《]{0,16}(?:印发|公布|发布|转发|下发|印送)/.test(behind);
  return /^(?:[^。；《]{0,50}[，,])?现(?:予以?)?(?:印发|公布|发布|转发|下发|印送)/.test(behind);
}

/** 修改《…》的决定, 对《…》作如下修改, 《…》修正案. */
function amends(text: string, from: number, end: number, stop: number): boolean {
  if (wordBefore(text, from, AMENDING) !== "" || text.startsWith("修正案", end)) return true;
  if (!isOneOf("对将", text, from - 1)) return false;
  return /^[^，。《]{0,24}(?:修改|修订|修正)/.test(text.slice(end, stop));
}

/** 《…》自2027年1月1日起施行, 《…》将于2027年1月1日施行, 《…》施行后. */
function commences(text: string, end: number, stop: number): boolean {
  const at = skipBlanks(text, end);
  if (
    isOneOf("正施实生", text, at) &&
    /^(?:正式)?(?:施行|实施|生效)[以之]?[后前日]/.test(text.slice(at, at + 8))
  )
    return true;
  if (!isOneOf("，,自于从将已定正现", text, at)) return false;
  return /^[，,]?(?:将|定|已|正式|现)?(?:自|于|从)\s*(?:\d{4}|[二〇○零一九]{4})年[^，。；]{0,14}(?:施行|实施|生效|执行)/.test(
    text.slice(at, stop),
  );
}

/** A book, form, film, contract: told by the words around and by how the title ends. */
function isWork(text: string, mention: CitationMention, from: number): boolean {
  if (wordBefore(text, from, WORKS) !== "" || wordAt(text, mention.end, WORKS_BEHIND) !== "") return true;
  return !namesOfficialText(mention.title as string);
}
