import { isOneOf, skipBlanks, wordAt } from "./characters";
import { readBracket } from "./notes";

const ENDS = "废止 失效 停止执行 停止施行 停止实施 停止使用 不再执行 不再施行 不再适用 不再有效 作废".split(
  " ",
);
const MANNER = "同时 即行 即时 予以 一并 相应 一律 全部 宣布 均 也 亦 即 应 应当 ， ,".split(" ");
/** Opens a stretch that says when: 自本办法施行之日起, 于2021年1月1日. */
const WHEN = ["自", "从", "于"];
const DONE = ["已经", "现已", "业已", "早已", "已", "被"];
const LONGEST_WHEN = 34;

/** Do the words behind `end` (up to `stop`) say that what was named before ends now? 同时废止, 自…起废止, 予以废止. */
export function endsRepeal(text: string, end: number, stop: number): boolean {
  const at = passOver(text, end, stop, []);
  const word = wordAt(text, at, ENDS);
  // 依据《…》，废止《…》: something else ends.
  return word !== "" && wordAt(text, at + word.length, ["《", "了", "原", "下列", "以下"]) === "";
}

/** …or that it had ended before: 已于2021年1月1日废止, 已被《…》取代. */
export function tellsRepealDone(text: string, end: number, stop: number): boolean {
  const at = passOver(text, end, stop, DONE);
  if (at === end) return false;
  const done = text.slice(end, at);
  if (!DONE.some((word) => done.includes(word))) return false;
  if (wordAt(text, at, ENDS) !== "") return true;
  return /^[^，。；]{0,40}(?:废止|取代|代替|替代)/.test(text.slice(at, stop)) && done.includes("被");
}

/** Passes over 等5件规章, brackets, 同时, 自…起 and commas; stops at the first word that is none of these. */
function passOver(text: string, end: number, stop: number, more: readonly string[]): number {
  let at = passCount(text, skipBlanks(text, end), stop);
  while (at < stop) {
    const word = wordAt(text, at, more) || wordAt(text, at, MANNER);
    if (word !== "") at += word.length;
    else if (wordAt(text, at, WHEN) !== "") {
      const next = behindTime(text, at, stop);
      if (next < 0) return at;
      at = next;
    } else if (isOneOf("（(", text, at)) {
      const bracket = readBracket(text, at);
      if (bracket === null || bracket.end > stop) return at;
      at = bracket.end;
    } else if (/\s/.test(text[at] as string)) at++;
    else return at;
  }
  return at;
}

/** 等5件规章, 的通知, 等文件 behind the last member of a list. */
function passCount(text: string, at: number, stop: number): number {
  const match =
    /^(?:等[^，。；《]{0,12}?(?:规章|文件|法规|法律|制度|规定))?(?:的(?:通知|决定|意见|公告|通告|批复|函))?/.exec(
      text.slice(at, Math.min(stop, at + 24)),
    );
  return at + (match?.[0].length ?? 0);
}

/** Offset behind a statement of time, or -1: its end is 起 (with 同时 …), else 日, 后 or 年 right before the ending verb. */
function behindTime(text: string, from: number, stop: number): number {
  const last = Math.min(stop, from + LONGEST_WHEN);
  let candidate = -1;
  for (let at = from + 1; at < last && !isOneOf("，,《", text, at); at++) {
    if (text[at] === "起") return at + 1;
    if (isOneOf("日后年", text, at)) candidate = at + 1;
  }
  return candidate;
}
