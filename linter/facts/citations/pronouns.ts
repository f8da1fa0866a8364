import { readArticles } from "./articles";
import { isOneOf, skipBlanksBack, wordBefore } from "./characters";
import { leftContext } from "./leftContext";
import { plainMention, type Reading } from "./reading";
import { titleKey } from "./title";

/** What a text calls itself or another; longest first, since 实施细则 ends in 细则. */
const KINDS =
  "实施条例 实施细则 实施办法 条例 细则 办法 规定 规则 决定 解释 意见 通知 方案 规范 规程 章程 准则 标准 纲要 公告 批复 法".split(
    " ",
  );
/** 基本法, 日本法, 成本规则: 本 belongs to the word before. */
const NOT_THIS = "基日资样成根版文副课书标剧原";
const POINTERS = "前述 上述 前款 该 新 旧 原".split(" ");
const NOT_POINTERS = "应该 更新 创新 最新 中原 草原 高原 还原 陈旧 重新".split(" ");
const QUOTES: Readonly<Record<string, string>> = { "”": "“", "’": "‘", "」": "「", "』": "『" };
const LONGEST_QUOTED = 20;

/**
 * Finds what stands for an act in front of an article: 本办法第三条 (self), 该条例第三条 and 新条例第五十条 (previous),
 * and short names without marks whose meaning the document declares: “条例”第三条, 依照条例第三条 (bare).
 */
export function findPronouns(text: string, marked: readonly Reading[]): Reading[] {
  const found: Reading[] = [];
  let index = 0;
  let from = 0;
  for (let at = text.indexOf("第", 1); at > 0; at = text.indexOf("第", at + 1)) {
    if (at < from) continue;
    const end = skipBlanksBack(text, at);
    if (end === 0 || text.slice(end, at).includes("\n")) continue;
    while (index < marked.length && (marked[index] as Reading).mention.end < end) index++;
    if ((marked[index]?.mention.start ?? Number.POSITIVE_INFINITY) < end) continue;
    const word = readWord(text, end);
    const articles = word && readArticles(text, at);
    if (!word || !articles) continue;
    const mention = plainMention(word.form, titleKey(text.slice(word.nameStart, word.nameEnd)), {
      start: word.nameStart,
      end: word.nameEnd,
    });
    mention.start = word.start;
    mention.end = articles.end;
    mention.articles = articles.references;
    found.push({ mention, from: word.start, published: false, noted: null });
    from = articles.end;
  }
  return found;
}

interface Word {
  form: "self" | "previous" | "bare";
  start: number;
  nameStart: number;
  nameEnd: number;
}

function readWord(text: string, end: number): Word | null {
  const opening = QUOTES[text[end - 1] ?? ""];
  if (opening !== undefined) return quoted(text, end, opening);
  const kind = wordBefore(text, end, KINDS);
  if (kind === "") return null;
  const start = end - kind.length;
  if (text[start - 1] === "本" && !isOneOf(NOT_THIS, text, start - 2)) {
    return { form: "self", start: start - 1, nameStart: start - 1, nameEnd: end };
  }
  const pointer = wordBefore(text, start, POINTERS);
  if (pointer !== "" && wordBefore(text, start, NOT_POINTERS) === "") {
    const from = start - pointer.length;
    return { form: "previous", start: from, nameStart: from, nameEnd: end };
  }
  const left = kind === "法" ? "none" : leftContext(text, start);
  return left === "verb" ? { form: "bare", start, nameStart: start, nameEnd: end } : null;
}

function quoted(text: string, end: number, opening: string): Word | null {
  const from = Math.max(0, end - LONGEST_QUOTED);
  const first = from + text.slice(from, end - 1).lastIndexOf(opening);
  if (text[first] !== opening) return null;
  const nameStart = first + 1;
  const nameEnd = end - 1;
  return /^[\u4e00-\u9fff（）()]{2,}$/.test(text.slice(nameStart, nameEnd))
    ? { form: "bare", start: first, nameStart, nameEnd }
    : null;
}
